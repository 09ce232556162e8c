"""Text inside a picture: how wide it is, where it breaks, and how it is kept from being markup."""

from html import escape

# Advance widths of Arial in thousandths of the type size, from space to ~ (Liberation Sans, the
# free face of the same metrics, has the same). Plotly does not wrap text, so we measure it.
REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)  # fmt: skip
NARROW_MARKS = dict.fromkeys("’‘·", 280) | dict.fromkeys("“”", 500)
WIDE = 1000


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How many pixels a line of text takes at a type size; an unknown letter counts as wide."""
    table = BOLD if bold else REGULAR
    thousandths = 0
    for letter in text:
        place = ord(letter) - 32
        if 0 <= place < len(table):
            thousandths += table[place]
        elif letter in NARROW_MARKS:
            thousandths += NARROW_MARKS[letter]
        elif letter.isalpha() and letter < "\u0250" or letter in "–£°":
            thousandths += 620
        else:
            thousandths += WIDE
    return thousandths * size / 1000


def lines(
    text: str, room: float, size: float, *, bold: bool = False, most: int = 0
) -> tuple[str, ...]:
    """The text broken to fit ``room`` pixels, at spaces where it can.

    With ``most`` lines given, what does not fit ends in an ellipsis; without it nothing is cut.
    """
    made: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, room, size, bold):
            longer = f"{line} {piece}" if line else piece
            if line and width(longer, size, bold=bold) > room:
                made.append(line)
                line = piece
            else:
                line = longer
    made.append(line)
    if most and len(made) > most:
        last = made[most - 1]
        while last and width(f"{last}…", size, bold=bold) > room:
            last = last[:-1]
        made = [*made[: most - 1], f"{last.rstrip(' ,.;:')}…"]
    return tuple(made)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word, cut where even alone it is wider than the room: after a hyphen if it has one."""
    if width(word, size, bold=bold) <= room:
        return [word]
    hyphen = word.find("-", 2, -2) + 1
    if hyphen and width(word[:hyphen], size, bold=bold) <= room:
        return [word[:hyphen], *_pieces(word[hyphen:], room, size, bold)]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def widest(texts: tuple[str, ...], size: float, *, bold: bool = False) -> float:
    """The width of the widest of some lines; 0 where there are none."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)


def safe(text: str) -> str:
    """The text as Plotly prints it letter for letter: officers' words are never markup."""
    return escape(text, quote=False).replace("$", "&#36;")


def shown(broken: tuple[str, ...]) -> str:
    """Broken lines as one Plotly text."""
    return "<br>".join(safe(line) for line in broken)
