"""Which tests a change picks: the nearest first, within the time there is."""

import pytest

from tests import check, lengths, quick, sharing

FIGURES = "measures/figures.py"
OWN = "tests/unit/measures/test_figures.py"
NOTHING = 0.0
PLENTY = 1e9


def chosen(*changes: str, seconds: float = PLENTY) -> tuple[str, ...]:
    return quick.choose(changes, seconds, lambda _: 1.0).chosen


def place(test: str, *changes: str) -> int:
    return chosen(*changes).index(test)


def test_a_change_of_figures_picks_its_own_test_then_its_users_then_the_rest() -> None:
    steps = quick.hops([FIGURES])
    assert steps[FIGURES] == 0
    assert steps[OWN] == 1
    assert steps["tests/unit/workstreams/training/test_golden.py"] == 1
    assert 1 < steps["tests/screens/test_overview.py"] < quick.FAR
    order = [
        OWN,
        "tests/unit/reports/test_made.py",
        "tests/screens/test_overview.py",
    ]
    assert sorted(order, key=lambda test: place(test, FIGURES)) == order


def test_a_change_of_reading_does_not_pick_a_test_of_charts_before_its_own() -> None:
    change = "loaders/cells/dates.py"
    own = place("tests/unit/loaders/cells/test_dates.py", change)
    assert own < place("tests/unit/charts/test_theme.py", change)
    assert "tests/unit/charts/test_theme.py" not in quick.hops([change])


@pytest.mark.parametrize(
    ("change", "test"),
    [
        ("pages/committee_pack.py", "tests/screens/test_committee_pack.py"),
        ("ui/upload/differences.py", "tests/unit/ui/upload/test_differences.py"),
        ("reports/word/document.py", "tests/unit/reports/word/test_template.py"),
        ("reports/excel/document.py", "tests/unit/reports/excel/test_document.py"),
        ("loaders/guarded/child.py", "tests/unit/loaders/guarded/test_safely.py"),
        ("store/plans.py", "tests/unit/store/test_plans.py"),
        ("tests/made/workbooks.py", "tests/unit/loaders/formats/test_workbook.py"),
        ("tests/unit/conftest.py", "tests/unit/store/test_plans.py"),
        ("tests/uploads/york_tracker.xlsx", "tests/uploads/test_uploads.py"),
        (
            "sample_data/section_20_review/recorded.jsonl",
            "tests/unit/sample_data/test_sample_data.py",
        ),
    ],
)
def test_what_a_change_breaks_first_is_near_it(change: str, test: str) -> None:
    assert (quick.ROOT / change).exists()
    assert quick.hops([change])[test] <= 1


def test_a_test_that_changed_goes_before_all_others() -> None:
    assert chosen("tests/screens/test_moved.py")[0] == "tests/screens/test_moved.py"


def test_a_change_that_no_module_knows_picks_the_unit_tests_and_no_screen() -> None:
    for change in ("README.md", "tests/lengths.json", "no/such/folder.py"):
        found = chosen(change)
        assert OWN in found
        assert not [test for test in found if test.startswith("tests/screens/")]


@pytest.mark.parametrize("change", [FIGURES, "pages/committee_pack.py", "loaders/declared.py"])
def test_slow_kinds_are_never_picked(change: str) -> None:
    assert not [test for test in chosen(change) if test.startswith(quick.NEVER)]
    assert len(set(chosen(change))) == len(chosen(change))


def test_what_does_not_fit_is_left_out_the_farthest_first_and_said() -> None:
    found = quick.choose([FIGURES], 12.0, lambda _: 1.0)
    steps = quick.hops([FIGURES])
    house = [test for test in found.chosen if test.count("/") == 1]
    fitted = [test for test in found.chosen if test not in house]
    assert 0 < len(fitted) <= 12
    assert max(steps[test] for test in fitted) <= min(steps[test] for test in found.left_out)
    said = quick.told([FIGURES], found)
    assert found.left_out[0] in said
    assert f"and {len(found.left_out) - quick.NAMED} more" in said


def test_the_houses_own_tests_run_whatever_the_time() -> None:
    found = chosen(FIGURES, seconds=NOTHING)
    assert set(found) == {f"tests/{path.name}" for path in (quick.ROOT / "tests").glob("test_*.py")}


@pytest.mark.parametrize("change", ["measures/figures.py", "loaders/declared.py", "store/views.py"])
def test_a_change_on_a_low_floor_fits_as_well(change: str) -> None:
    found = quick.choose([change])
    house = [test for test in found.chosen if test.count("/") == 1]
    assert sum(map(lengths.length, set(found.chosen) - set(house))) <= quick.SECONDS


def test_lengths_are_of_files_that_are_there() -> None:
    assert [file for file in lengths.kept() if not (quick.ROOT / file).exists()] == []


def test_the_whole_check_and_the_quick_one_differ_in_the_tests_alone() -> None:
    whole, near = check.checks(["-x"]), check.checks(["--quick", "-x"])
    assert whole[:-1] == near[:-1]
    assert whole[-1][1][0] == "pytest"
    assert near[-1][1] == ["tests.quick", "--durations=20", "-x"]


def test_files_that_git_names_are_the_change(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {
        "merge-base": ["abc"],
        "ls-files": ["reports/new.py"],
        "diff": ["measures/figures.py"],
    }
    asked: list[tuple[str, ...]] = []

    def git(*order: str) -> list[str]:
        asked.append(order)
        return answers[order[0]]

    monkeypatch.setattr(quick, "_git", git)
    assert quick.changed() == {"measures/figures.py", "reports/new.py"}
    assert ("diff", "--name-only", "abc") in asked


def test_without_a_main_branch_what_is_not_committed_is_the_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def git(*order: str) -> list[str]:
        return ["tests/quick.py"] if order == ("diff", "--name-only", "HEAD") else []

    monkeypatch.setattr(quick, "_git", git)
    assert quick.changed() == {"tests/quick.py"}


class Item:
    def __init__(self, nodeid: str) -> None:
        self.nodeid = nodeid


def in_order(*nodeids: str) -> list[str]:
    """Test ids as they are shared out."""
    items = [Item(nodeid) for nodeid in nodeids]
    lengths.longest_first(items)  # type: ignore[arg-type]
    return [item.nodeid for item in items]


def test_the_longest_file_begins_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lengths, "kept", lambda: {"tests/long.py": 9.0, "tests/short.py": 1.0})
    given = ("tests/short.py::one", "tests/new.py::one", "tests/long.py::b", "tests/long.py::a")
    assert in_order(*given) == [given[2], given[3], given[1], given[0]]


def test_tests_that_share_packs_stay_together_and_count_as_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = ("tests/unit/reports/a.py::one", "tests/unit/reports/word/b.py::two")
    other = "tests/long.py::one"
    known = {"tests/unit/reports/a.py": 5.0, "tests/unit/reports/word/b.py": 5.0}
    monkeypatch.setattr(lengths, "kept", lambda: known | {"tests/long.py": 9.0})
    assert in_order(ours[0], other, ours[1]) == [*ours, other]
    assert len({sharing.place(test) for test in ours}) == 1
    assert sharing.place(other) == "tests/long.py"
