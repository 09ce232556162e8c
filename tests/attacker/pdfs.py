"""Reads a PDF: its pages' words, its tables by their tags, and every string of every object."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from tests.attacker.held import Grid, Held, held
from tests.made.packs import letters_of, words_of

Number = tuple[int, int]
Marked = dict[tuple[Number, int], str]
"""The words of each marked piece of a page: by the page's own number and the piece's."""
WORDS = {"/P", "/LBody", "/Caption", "/TD", "/TH", *(f"/H{level}" for level in range(1, 7))}


def read(data: bytes) -> Held:
    """Pages, tables, properties, bookmarks, alternatives, files attached: whatever is a string."""
    with pikepdf.open(BytesIO(data)) as opened:
        texts = [text for thing in opened.objects for text in _strings(thing)]
        texts += [text for _, value in opened.docinfo.items() for text in _strings(value)]
        marked: Marked = {}
        pages = [" ".join(_drawn(page.obj, marked, page.obj.objgen)) for page in opened.pages]
        tags = opened.Root.get("/StructTreeRoot")
        if tags is None:
            return held(texts, runs=pages)
        texts += [_words(tag, marked) for tag in _tags(tags) if _kind(tag) in WORDS]
        return held(texts, list(_grids(tags, marked)), pages)


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    """Every string of an object, and a stream's words where it is not a drawing."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
        return
    inner: list[pikepdf.Object] = []
    if isinstance(thing, pikepdf.Array):
        inner = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        inner = [value for _, value in thing.items()]
    for one in inner:
        # What stands elsewhere in the file is read where it stands.
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from _strings(one)
    if isinstance(thing, pikepdf.Stream) and thing.get("/Type") in ("/Metadata", "/EmbeddedFile"):
        yield re.sub(r"<[^>]*>", " ", thing.read_bytes().decode("utf-8", "replace"))


def _drawn(page: pikepdf.Object, marked: Marked, number: Number) -> Iterator[str]:
    """The words drawn on a page, run by run, each also put under the mark it is drawn in."""
    resources = page.get("/Resources", {})
    fonts = resources.get("/Font", {})
    letters = {name: letters_of(fonts[name]) for name in list(fonts.keys())}
    now: dict[int, str] = {}
    marks: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                about = operands[1] if len(operands) > 1 else None
                inside = isinstance(about, pikepdf.Dictionary) and "/MCID" in about
                marks.append(int(about.MCID) if inside and about is not None else None)
            case "EMC":
                marks.pop()
            case "Tf":
                now = letters.get(str(operands[0]), {})
            case "Tj" | "TJ":
                runs = operands[0] if str(operator) == "TJ" else operands
                said = "".join(words_of(run, now) for run in runs)
                yield said
                for mark in marks:
                    if mark is not None:
                        marked[number, mark] = marked.get((number, mark), "") + said
    forms = resources.get("/XObject", {})
    for name in list(forms.keys()):
        if forms[name].get("/Subtype") == "/Form":
            yield from _drawn(forms[name], marked, forms[name].objgen)


def _grids(root: pikepdf.Object, marked: Marked) -> Iterator[Grid]:
    """Every table, with the words that stand just over it."""
    over = ""
    for tag in _tags(root):
        if _kind(tag) == "/Table":
            rows = [one for one in _tags(tag) if _kind(one) == "/TR"]
            cells = [[one for one in _tags(row) if _kind(one) in ("/TD", "/TH")] for row in rows]
            yield Grid(over, tuple(tuple(_words(cell, marked) for cell in row) for row in cells))
        elif _kind(tag) in WORDS - {"/TD", "/TH"}:
            over = f"{over[-300:]} {_words(tag, marked)}"


def _kind(tag: pikepdf.Object) -> str:
    return str(tag.get("/S", ""))


def _kids(tag: pikepdf.Object) -> list[pikepdf.Object]:
    kids = tag.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _tags(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every tag under one, in order."""
    for kid in _kids(root):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _tags(kid)


def _words(tag: pikepdf.Object, marked: Marked) -> str:
    """What the listener to a tag hears, in order."""
    page = tag.get("/Pg")
    said = []
    for kid in _kids(tag):
        if isinstance(kid, pikepdf.Dictionary):
            if "/S" in kid:
                said.append(_words(kid, marked))
            elif "/MCID" in kid:
                said.append(marked.get((kid.get("/Pg", page).objgen, int(kid.MCID)), ""))
        elif page is not None:
            said.append(marked.get((page.objgen, int(kid)), ""))
    return " ".join(" ".join(said).split())
