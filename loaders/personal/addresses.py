"""Where somebody lives: postcodes, houses in a street, flats, and addresses of e-mail."""

import re

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_AREAS = (
    "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|B|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|"
    "EC|EH|EN|EX|E|FK|FY|GL|GU|GY|G|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|"
    "LN|LS|LU|L|ME|MK|ML|M|NE|NG|NN|NP|NR|NW|N|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|"
    "SN|SO|SP|SR|SS|ST|SW|SY|S|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|W|YO|ZE"
)
_POSTCODE = re.compile(
    rf"\b(?:{_AREAS})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{{2}}\b"
    # In small letters "b2 1st draft" is no postcode.
    rf"|\b(?i:(?:{_AREAS})\d[a-z\d]? {{1,2}}\d(?!st\b|nd\b|rd\b|th\b)[abd-hjlnp-uw-z]{{2}})\b"
)
_KINDS = (
    "Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Court|Crescent|Cres|Gardens|Gdns|Place|Pl|"
    "Terrace|Way|Grove|Hill|Mews|Walk|Row|Square|Sq|Park|Green|View|Rise|Parade|Villas|Cottages|"
    "Wharf|Yard|Drove|Meadows?|Fields|Croft|Orchard|Estate|Bank|Buildings|House"
)
_NO_STREET = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|cases?|claims?|posts?|actions?|stages?|steps?|"
    r"points?|family|county|crown|magistrates|supreme|youth|coroners?|appeal|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec|section|article|fte|full|new|open|red|amber|per|out|of)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    rf"(?<![\w£./-])\d{{1,4}}[A-Za-z]?,? (?P<name>(?:[A-Z][\w'’-]*,? ){{1,3}})(?:{_KINDS})\b"
)
_SMALL = re.compile(
    r"(?<![\w£./-])\d{1,4}[a-z]?,? (?P<name>(?:[a-z'’-]+ ){1,2})"
    r"(?:road|rd|street|lane|avenue|ave|crescent|terrace|gardens|drive)(?=$|[,.;)]| in [A-Z])",
    re.IGNORECASE,
)
_FLAT = re.compile(
    r"\b(?:flat|apartment|apt|bedsit)\.? ?(?:no\.? ?)?\d{1,4}[a-z]?\b(?! ?%)", re.IGNORECASE
)
_LIVES = re.compile(
    r"(?i:\b(?:lives?|living|lived|resid(?:es|ing|ed|ent)|home|address|moved|placed)\b)[^.;]{0,25}?"
    rf"\b(?:at|on|in|from|to|is|:)? ?(?:the )?(?:[A-Z][\w'’-]+ ){{1,3}}(?:{_KINDS}|Cottage|Farm)\b"
)
_NO_HOME = re.compile(
    r"(?:Court|High|Home|Head|Youth|Care|Children|County|Crown|Family) ?(?:Office|House|Court)\b"
)
_COTTAGE = re.compile(r"\b[A-Z][\w'’-]+ (?:Cottage|Farm|Farmhouse|Barn|Bungalow)\b,")


def address_of_a_person(text: str) -> str:
    """Which kind of address a text holds, in words for an officer; "" where none."""
    if _EMAIL.search(text):
        return "an e-mail address"
    if _POSTCODE.search(text):
        return "a postcode"
    houses = (*_HOUSE.finditer(text), *_SMALL.finditer(text))
    named = any(
        not any(map(_NO_STREET.match, one["name"].split())) and not one[0].endswith("High Court")
        for one in houses
    )
    lives = any(not _NO_HOME.search(one[0]) for one in _LIVES.finditer(text))
    if named or lives or _FLAT.search(text) or _COTTAGE.search(text):
        return "a street address"
    return ""
