"""``tests/unit`` has the product's folders, so that the tests of a file are found in one guess."""

from pathlib import Path

import pytest

from tests.source import ROOT

UNIT = ROOT / "tests" / "unit"
PRODUCT = (
    *("pages", "ui", "reports", "store", "workstreams", "charts", "measures", "loaders"),
    *("sample_data", "benchmarks"),
)
ELSEWHERE = {  # a product folder without unit tests of its own -> where it is tested, and why there
    "benchmarks/made": "tests/unit/measures and tests/property follow the plan invented here.",
    "benchmarks/visiting": "tests/unit/benchmarks: servers to measure, and visitors of them.",
    "charts/kinds": "tests/unit/charts: a kind is seen in a whole chart.",
    "charts/layout": "tests/unit/charts: what a layout does is seen in a whole chart.",
    "loaders/formats/ods": "tests/unit/loaders/formats: every form is read by the same tests.",
    "pages": "tests/screens: a page is layout only and is opened as a whole.",
    "reports/web": "tests/unit/reports: the page is compared with the other forms of a pack.",
    "store/database/migrations": "tests/unit/store/database: opening a store runs each.",
    "store/database/migrations/versions": "tests/unit/store/database: as the folder above.",
    "ui": "tests/unit/ui holds a folder for each kind of piece; what stands above is one wiring.",
    "ui/actions": "tests/screens: seen on the page of actions and of one recommendation.",
    "ui/defined": "tests/screens: seen on the page of definitions.",
    "ui/shell/side": "tests/screens: seen at the side of every page.",
    "ui/search": "tests/screens: seen on the page of the search.",
    "ui/minutes": "tests/screens: seen on the page of recommendations and of the upload.",
    "ui/public": "tests/screens: seen on plan settings and on the upload.",
    "ui/overview": "tests/screens: seen on the overview.",
    "ui/pack": "tests/screens and tests/browser: seen on the page of the pack.",
    "ui/recommendations": "tests/screens: seen on the page of recommendations.",
    "ui/all_plans": "tests/screens: seen on the page of all plans.",
    "ui/record": "tests/screens: seen on the record of recommendations.",
    "ui/upload/place": "tests/screens: seen on the upload, where a file goes and is read again.",
    "ui/updates": "tests/screens: seen on the page of updates.",
    "workstreams/actions/records": "tests/unit/workstreams/actions: seen through what is followed.",
    "workstreams/plan": "tests/unit/loaders and tests/unit/store: two tables of declarations.",
}


def holds_code(folder: Path) -> bool:
    """Whether a file of the folder does something: a package's bare name file does not."""
    return any(
        path.name != "__init__.py" or len(path.read_text(encoding="utf-8").splitlines()) > 10
        for path in folder.glob("*.py")
    )


def folders(top: Path) -> list[Path]:
    return [top, *(path for path in sorted(top.rglob("*")) if path.is_dir())]


CODE = [
    folder.relative_to(ROOT).as_posix()
    for name in PRODUCT
    for folder in folders(ROOT / name)
    if holds_code(folder)
]
TESTED = [
    folder.relative_to(UNIT).as_posix()
    for folder in folders(UNIT)
    if any(folder.glob("test_*.py")) and folder != UNIT
]


@pytest.mark.parametrize("folder", CODE)
def test_a_folder_of_the_product_has_unit_tests_or_it_is_said_where_they_are(folder: str) -> None:
    assert (folder in TESTED) != (folder in ELSEWHERE), folder


@pytest.mark.parametrize("folder", TESTED)
def test_a_folder_of_unit_tests_has_the_name_of_a_folder_of_the_product(folder: str) -> None:
    assert folder in CODE


def test_no_reason_outlives_its_folder() -> None:
    assert set(ELSEWHERE) <= set(CODE)


def test_unit_tests_stand_in_folders() -> None:
    assert not list(UNIT.glob("test_*.py"))
