"""Texts that would point to one person, wherever they stand in a table of cases or posts."""

from loaders.personal.addresses import address_of_a_person
from loaders.personal.family import age_or_relation
from loaders.personal.names import name_of_a_person
from loaders.personal.numbers import number_of_a_person


def sign_of_a_person(text: str) -> str:
    """What in a text would identify somebody, in words for an officer; "" where nothing would."""
    for found_in in (number_of_a_person, address_of_a_person, age_or_relation, name_of_a_person):
        if sign := found_in(text):
            return sign
    return ""
