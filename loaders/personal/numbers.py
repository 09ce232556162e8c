"""Numbers that belong to one person: of the NHS, National Insurance, a court, a telephone."""

import re

_DIGITS, _MORE = (re.compile(rf"(?:\d[^\d\n]{{0,3}}){{{least}}}") for least in (4, 6))
"""The fewest digits of any of them, and of one that nothing is said of: most texts have fewer."""
_NHS = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
_COURT = re.compile(r"\b[A-Z]{2}[ -]?\d{2}[ -]?[A-Z][ -]?\d{5}\b", re.IGNORECASE)
_INSURANCE = re.compile(
    # The letters that HM Revenue & Customs gives out, and none that it keeps back.
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?"
    r"\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b",
    re.IGNORECASE,
)
_INSURANCE_SAID = re.compile(
    r"\b(?:ni|nino|national insurance)\b(?: (?:no|number))?\.?:? *[A-Z]{2}[ -]?\d{2}", re.IGNORECASE
)
_ABROAD = re.compile(r"(?:\+|\b00) ?[1-9](?:[ ().-]{0,2}\d){9,13}(?!\d)")
_MOBILE = re.compile(
    r"(?<![\w/.-])\(?0?7\d{3}\)?[ .-]?(?:\d{3}[ .-]?\d{3}|\d{2}[ .-]?\d{2}[ .-]?\d{2})(?![\w/])"
)
_LANDLINE = re.compile(
    # 02x takes eight more digits; 01xxx five or six; 01x1 and 011x seven. 03 and 08 are of
    # helplines and of councils, not of people.
    r"(?<![\w/.-])\(?(?:02\d\)?[ .-]?\d{4}[ .-]?\d{4}|02\d\d\)?[ .-]?\d{3}[ .-]?\d{4}"
    r"|01\d1\)?[ .-]?\d{3}[ .-]?\d{4}|011\d\)?[ .-]?\d{3}[ .-]?\d{4}"
    r"|01\d{3}\)?[ .-]?(?:\d{6}|\d{3}[ .-]\d{2,3}|\d{2}[ .-]\d{2}[ .-]\d{2})"
    r"|01\d{4}\)?[ .-]?\d{4,5})(?![\w/])"
)
_CALLED = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mob(?:ile)?|call(?:ed)?|ring|rang|text(?:ed)?|whatsapp)\b"
    r"[^\d\n]{0,20}\+?\(?\d(?:[ ().-]{0,2}\d){8,13}(?!\d)",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?<![\w/.-])0(?:7(?:[ .-]?\d){9}|[12](?:[ .-]?\d){9})(?![\w/])")
"""The eleven digits of a telephone, however they are set apart."""
_ELEVEN, _TEN = 11, 10


def number_of_a_person(text: str) -> str:
    """Which number of one person a text holds, in words for an officer; "" where none."""
    if not _DIGITS.search(text):
        return ""
    if not _MORE.search(text):
        return "a National Insurance number" if _INSURANCE_SAID.search(text) else ""
    if _COURT.search(text):
        return "a court's case number"
    if any(_is_nhs_number("".join(found.groups())) for found in _NHS.finditer(text)):
        return "an NHS number"
    if _INSURANCE.search(text) or _INSURANCE_SAID.search(text):
        return "a National Insurance number"
    return "a telephone number" if _is_called(text) else ""


def _is_called(text: str) -> bool:
    if _ABROAD.search(text) or _CALLED.search(text) or _LOOSE.search(text):
        return True
    mobile = _MOBILE.search(text)
    if mobile and mobile[0].lstrip("(").startswith("0"):
        return True
    return bool(_LANDLINE.search(text))


def _is_nhs_number(digits: str) -> bool:
    """The check digit of an NHS number: modulus 11 (NHS Data Model and Dictionary)."""
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (11 - total % 11) % 11 == int(digits[9])
