"""Cell colours as workbooks write them, turned into "RRGGBB"."""

import colorsys
from xml.etree.ElementTree import Element

from loaders.formats.parts import local

_BASIC = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF"
INDEXED: tuple[str, ...] = tuple(
    (
        f"{_BASIC} {_BASIC} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
        "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF "
        "800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
        "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 "
        "993300 993366 333399 333333"
    ).split()
)
"""The palette of ECMA-376 part 1, 18.8.27, by number."""
_OFFICE = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
THEME: tuple[str, ...] = tuple(_OFFICE.split())
"""Office's own theme, for a workbook that carries none: light, dark, light, dark, six accents."""
_ORDER = (
    *("lt1", "dk1", "lt2", "dk2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"),
)


def theme(root: Element | None) -> tuple[str, ...]:
    """The colours of a workbook's theme part, in the order that cells number them."""
    found: dict[str, str] = {}
    for scheme in root.iter() if root is not None else ():
        if local(scheme) != "clrScheme":
            continue
        for slot in scheme:
            for colour in slot:
                value = colour.get("lastClr") or colour.get("val") or ""
                if _is_hex(value):
                    found[local(slot)] = value.upper()
    return tuple(found.get(slot, THEME[at]) for at, slot in enumerate(_ORDER))


def colour(element: Element | None, themed: tuple[str, ...], indexed: tuple[str, ...]) -> str:
    """The "RRGGBB" of an ``fgColor`` or ``color`` element, "" for none, automatic or unreadable."""
    if element is None:
        return ""
    rgb, at = element.get("rgb"), element.get("theme")
    number = element.get("indexed")
    if rgb and _is_hex(rgb[-6:]):
        base = rgb[-6:].upper()
    elif at and at.isdigit() and int(at) < len(themed):
        base = themed[int(at)]
    elif number and number.isdigit() and int(number) < len(indexed):
        base = indexed[int(number)]
    else:
        return ""
    try:
        return tinted(base, float(element.get("tint") or 0))
    except ValueError:
        return base


def tinted(base: str, tint: float) -> str:
    """A colour made lighter (tint above 0) or darker: ECMA-376 part 1, 18.8.19."""
    if not tint:
        return base
    red, green, blue = (int(base[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    mixed = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02X}" for part in mixed)


def _is_hex(text: str) -> bool:
    return len(text) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in text)
