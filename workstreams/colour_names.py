"""What a colour is called, for the question what it means in an officer's file."""

import colorsys
import re

_HUES = ((15, "red"), (48, "amber"), (70, "yellow"), (165, "green"), (200, "turquoise"))
_HUES_FROM_BLUE = ((255, "blue"), (330, "purple"), (361, "red"))


def named(found: str) -> str:
    """A letter as it is ("G"), a fill by its name with its code ("green, 00B050")."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", found):
        return f"“{found}”"
    red, green, blue = (int(found[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.12:
        word = "black" if light < 0.2 else "grey"
    else:
        word = next(word for end, word in (*_HUES, *_HUES_FROM_BLUE) if hue * 360 < end)
        if light > 0.82:
            word = f"pale {word}"
    return f"{word} fill ({found.upper()})"
