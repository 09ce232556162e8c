"""Texts that would point to one person, wherever they stand in a table of cases or posts."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_NHS = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
_COURT = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b")
_BIRTH = re.compile(r"\b(?:d\.?o\.?b\.?|born|date of birth)\b", re.IGNORECASE)


def sign_of_a_person(text: str) -> str:
    """What in a text would identify somebody, in words for an officer; "" where nothing would."""
    if _EMAIL.search(text):
        return "an e-mail address"
    if _COURT.search(text):
        return "a court's case number"
    if _POSTCODE.search(text):
        return "a postcode"
    if _BIRTH.search(text):
        return "a date of birth"
    if any(_is_nhs_number("".join(found.groups())) for found in _NHS.finditer(text)):
        return "an NHS number"
    return ""


def _is_nhs_number(digits: str) -> bool:
    """The check digit of an NHS number: modulus 11 (NHS Data Model and Dictionary)."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])
