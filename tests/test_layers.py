"""Imports run down only, and each outside library stays where the design puts it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
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
    "typst": {"reports"},
    "openpyxl": {"loaders", "reports", "sample_data"},
    "python_calamine": {"loaders"},
    "xlsxwriter": {"reports", "sample_data"},
}
FILES = [
    path
    for place in LAYERS
    if "/" not in place
    for path in (sorted((ROOT / place).rglob("*.py")) or [ROOT / f"{place}.py"])
]


def imported(path: Path) -> set[str]:
    """Every module a file imports anywhere in it, in full."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def layer(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def allowed(path: Path) -> set[str]:
    own = LAYERS.get(name(path).removesuffix(".py"), set())
    return LAYERS[layer(path)] | own | {layer(path)}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_imports_only_what_stands_below_it(path: Path) -> None:
    upwards = (tops(path) & OURS) - allowed(path)
    assert not upwards, f"{name(path)} imports {sorted(upwards)}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_an_outside_library_stays_in_its_place(path: Path) -> None:
    strayed = {top for top in tops(path) if top in WHERE and layer(path) not in WHERE[top]}
    assert not strayed, f"{name(path)} imports {sorted(strayed)}"


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) in {"pages", "dashboard"}], ids=name)
def test_a_page_is_layout_only(path: Path) -> None:
    assert not tops(path) & {"pandas", "numpy", "plotly", "sqlalchemy", "openpyxl"}


@pytest.mark.parametrize("path", [p for p in FILES if layer(p) == "workstreams"], ids=name)
def test_no_workstream_imports_another(path: Path) -> None:
    parts = path.relative_to(ROOT).parts
    if len(parts) < 3 or parts[1] == "across":
        return
    shared = {parts[1]}
    others = {
        module.split(".")[1]
        for module in imported(path)
        if module.startswith("workstreams.")
        and (ROOT / "workstreams" / module.split(".")[1]).is_dir()
    }
    assert others <= shared, f"{name(path)} imports {sorted(others - shared)}"


def test_no_page_holds_its_own_style_sheet() -> None:
    banned = "unsafe_allow" + "_html"
    assert not [name(p) for p in FILES if banned in p.read_text(encoding="utf-8")]


def test_the_top_level_holds_what_was_asked_for() -> None:
    asked = {
        "dashboard.py",
        "pages",
        "loaders",
        "sample_data",
        "tests",
        "requirements.txt",
        "README.md",
    }
    assert asked <= {path.name for path in ROOT.iterdir()}
