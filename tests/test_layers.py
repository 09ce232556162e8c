"""Imports run down only, between the folders and inside them; outside libraries stay in place.

A new file that fails here needs a line: the floor it stands on, in ``FLOORS``.
"""

from pathlib import Path

import pytest

from tests.source import FILES, ROOT, circle, graph, imported, name

LAYERS = {  # each may import itself and what is named here
    "dashboard": {"ui"},
    "pages": {"ui", "reports", "store", "charts", "workstreams", "measures", "loaders"},
    "ui": {"reports", "store", "charts", "workstreams", "measures", "loaders"},
    "reports": {"store", "charts", "workstreams", "measures"},
    "store": {"workstreams", "loaders", "measures"},
    "workstreams": {"charts", "measures", "loaders"},
    "charts": {"measures"},
    "measures": set(),
    "loaders": set(),
    "sample_data": set(),
    # The command line is handed the tables it reads by name.
    "loaders/__main__": {"workstreams"},
}
OURS = {*LAYERS, "benchmarks", "tests"}
WHERE = {  # outside library -> the only places that may import it
    "streamlit": {"dashboard", "pages", "ui"},
    "plotly": {"charts", "ui", "reports"},
    "kaleido": {"charts"},
    "afcharts": {"charts"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "docx": {"reports"},
    "icalendar": {"reports"},
    "pptx": {"reports"},
    "pdfplumber": {"loaders"},
    "typst": {"reports"},
    "openpyxl": {"loaders", "reports", "sample_data"},
    "python_calamine": {"loaders"},
    "xlsxwriter": {"reports", "sample_data"},
}
FLOORS = {  # folder -> what stands in it, floor by floor from the ground
    "loaders": (
        "formats personal terminal",
        "problems declared choices",
        "outcome cells",
        "sheets",
        "columns exports",
        "reading",
        "repeated",
        "check guarded records",
        "written minutes",
        "returned",
        "__main__",
    ),
    "loaders/personal": ("numbers addresses family known", "names", "signs"),
    "loaders/returned": ("keys form", "write read", "safely"),
    "loaders/minutes": (
        "items lines page",
        "wording document",
        "tables twice about",
        "lists prose",
        "collected",
        "read safely",
        "__main__",
    ),
    "loaders/minutes/wording": ("posts dues kinds", "owners", "markers"),
    "charts": ("palette", "spec theme dark", "layout", "kinds", "draw table", "picture"),
    "charts/layout": ("text", "annotations", "key scales spread", "badges", "plot", "marks"),
    "charts/kinds": (
        "points",
        "piled rows upright",
        "bars columns lines parts spans",
        "grid run_chart",
    ),
    "charts/picture": ("browsers", "export", "ahead kept"),
    "measures": (
        "figures periods",
        "following capacity case_ladder change hra_cases indicators recruitment run_charts "
        "weight workforce finding",
        "small_numbers actions",
        "training",
    ),
    "measures/finding": ("words", "index"),
    "measures/following": (
        "keys likeness told_moves",
        "drift carried",
        "proposals minuted together",
        "matching",
        "lives",
        "standing",
    ),
    "measures/small_numbers": (
        "disclosure",
        "recoverable guarded in_words in_print totals",
        "published_cases",
    ),
    "workstreams": (
        "view asking colour_names names",
        "wording sections marks public_words",
        "source",
        "base drawn",
        "thresholds colour_key run_charts shown",
        # A workstream imports no other.
        "actions hra_cases indicators recruitment training plan",
        "__init__",
        "across",
    ),
    "workstreams/actions": (
        "columns said",
        "book minuted",
        "draft",
        "listings",
        "late followed recommended measures drawn asked",
        "updates",
        "records sections",
        "__init__",
    ),
    "workstreams/actions/updates": (
        "asked owners statuses",
        "sheets collected due heard",
        "applied",
        "layout by_source",
    ),
    "store": (
        "refused",
        "access",
        "database",
        "said upload_rows",
        "plans people sources",
        "plan_sheets history acceptable file_names commands",
        "snapshots",
        "views sample same_upload worked_out",
        "accepting keeping",
        "__main__",
    ),
    "store/worked_out": ("kept", "in_short to_find"),
    "store/keeping": ("archived deleted sources", "sample", "command"),
    "store/database": (
        "failing private",
        "tables engine records",
        "copies version",
        "migrations",
    ),
    "store/access": ("roles", "visitor configuration"),
    "store/accepting": ("doubts expected", "again together", "command"),
    "store/sources": ("names kept", "proposed"),
    "store/said": (
        "ledger as_read belonging",
        "changes judgements settings public_copies minuted",
        "meeting_words packs remembered updates",
    ),
    "reports": (
        "slug",
        "content zipped typeset media_types",
        "pictures pack",
        "captioned",
        "word pdf web excel slides meeting updates calendar",
        "forms record one_action refusal",
        "__main__",
    ),
    "reports/record": ("columns gathered", "papers", "annual workbook", "forms", "__main__"),
    "reports/slides": ("native parts", "drawing", "document"),
    "reports/updates": ("messages", "asking", "returned __main__"),
    "ui": (
        "door",
        "shell",
        "pieces",
        "actions",
        "sections minutes public defined",
        "topics",
        # A screen imports no other.
        "overview all_plans recommendations record upload pack settings workstream_page people "
        "definitions search updates",
        "warming",
    ),
    "ui/public": ("counted words", "new_file"),
    "ui/all_plans": ("gathered", "page"),
    "ui/record": ("choosing take", "annual", "page"),
    "ui/door": (
        "came_for headers faults seen visitor",
        "uploads downloads signing_in run_as",
        "gate middleware",
    ),
    "ui/shell": (
        "moments state wording screen_width first_start made_from",
        "look officer empty",
        "new_plan undoing",
        "kept",
        "opened",
        "honest side",
        "frame",
    ),
}


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def allowed(path: Path) -> set[str]:
    own = LAYERS.get(name(path).removesuffix(".py"), set())
    return LAYERS[layer(path)] | own | {layer(path)}


def within(folder: str, path: Path) -> str:
    """What stands directly in a folder and is, or holds, a path; "" where it is outside."""
    inside = name(path).removesuffix(".py").removeprefix(f"{folder}/")
    return inside.split("/")[0] if inside != name(path).removesuffix(".py") else ""


def between(folder: str) -> dict[str, set[str]]:
    """What stands directly in a folder, and what of it each imports."""
    edges: dict[str, set[str]] = {}
    for path, targets in graph().items():
        if at := within(folder, path):
            found = {within(folder, target) for target in targets} - {"", at}
            edges.setdefault(at, set()).update(found)
    return edges


def standing(folder: str) -> dict[str, int]:
    """The floor of each thing in a folder of ``FLOORS``."""
    return {one: height for height, floor in enumerate(FLOORS[folder]) for one in floor.split()}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_imports_only_what_stands_below_it(path: Path) -> None:
    upwards = (tops(path) & OURS) - allowed(path)
    assert not upwards, f"{name(path)} imports {sorted(upwards)}"


@pytest.mark.parametrize("folder", FLOORS)
def test_everything_in_a_folder_stands_on_a_floor_of_it(folder: str) -> None:
    there = {one for one in between(folder) if one != "__init__" or one in standing(folder)}
    assert there == set(standing(folder)), f"floors of {folder}"


@pytest.mark.parametrize("folder", FLOORS)
def test_inside_a_folder_a_file_imports_only_from_lower_floors(folder: str) -> None:
    floor = standing(folder)
    upwards = [
        f"{folder}: {one} imports {other}"
        for one, others in between(folder).items()
        for other in sorted(others)
        if floor.get(other, -1) >= floor.get(one, -1)
    ]
    assert not upwards


def test_no_files_import_each_other_in_a_circle() -> None:
    edges = {name(path): {name(target) for target in found} for path, found in graph().items()}
    assert not circle(edges)


FOLDERS = sorted({name(up) for path in FILES for up in path.parents if up.is_relative_to(ROOT)})


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if folder != "."])
def test_no_folders_import_each_other_in_a_circle(folder: str) -> None:
    assert not circle(between(folder))


def test_a_circle_is_found_wherever_it_begins() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_outside_library_stays_in_its_place(path: Path) -> None:
    strayed = {top for top in tops(path) if top in WHERE and layer(path) not in WHERE[top]}
    assert not strayed, f"{name(path)} imports {sorted(strayed)}"


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) in {"pages", "dashboard"}], ids=name)
def test_a_page_is_layout_only(path: Path) -> None:
    assert not tops(path) & {"pandas", "numpy", "plotly", "sqlalchemy", "openpyxl"}


def test_one_style_sheet_is_the_only_html() -> None:
    banned = "unsafe_allow" + "_html"
    found = [name(p) for p in FILES if banned in p.read_text(encoding="utf-8")]
    assert found == ["ui/shell/frame.py"]
