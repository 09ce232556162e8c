"""No workstream is a special case: what is so of one it declares itself, and nothing asks for it.

Product code outside ``workstreams/`` names no key of a workstream or of its tables, in a comparison
or anywhere else, nor compares with a constant's key; a page's own file is the one place that does.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.test_layers import FILES, layer, name
from ui.sections import BESIDE_RECORD, SCREENS
from workstreams import WORKSTREAMS
from workstreams.plan.columns import PLAN_TABLES
from workstreams.sections import Screen

KEYS = {one.key for one in WORKSTREAMS} | {t.key for one in WORKSTREAMS for t in one.tables}
PLAN_KEYS = {table.key for table in PLAN_TABLES}
KINDS = {"charts/spec.py", "charts/draw.py", "charts/table.py"}
"""There "posts" is a kind of chart."""
SHARED = [
    path
    for path in FILES
    if layer(path) not in {"workstreams", "sample_data", "pages"}
    and name(path) not in KINDS
    # Minutes are read by English words, some of which are also keys.
    and not name(path).startswith("loaders/minutes/")
]


def special_cases(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each place of a file that asks for one workstream or table, with what it says there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in KEYS:
            yield node.lineno, repr(node.value)
        elif isinstance(node, ast.Subscript | ast.Call):
            plan = _sheet_of_the_plan(node)
            if plan:
                yield node.lineno, plan
        elif isinstance(node, ast.Compare) and any(
            isinstance(op, ast.Eq | ast.NotEq | ast.Is | ast.IsNot) for op in node.ops
        ):
            yield from (
                (node.lineno, ast.unparse(node))
                for side in (node.left, *node.comparators)
                if _constant(side)
            )


def _sheet_of_the_plan(node: ast.Subscript | ast.Call) -> str:
    """``checked.frames["about"]``, ``view.history.get("events")``, ``view.now("key")``: as written.

    The keys of the plan's own sheets are common words, so they are looked for where tables are.
    """
    if isinstance(node, ast.Subscript):
        where, asked = ast.unparse(node.value), [node.slice]
    else:
        where, asked = ast.unparse(node.func), list(node.args)
    of_tables = where.endswith((".frames", ".history", ".frames.get", ".history.get"))
    of_tables |= where.endswith((".now", ".before", ".at"))
    named = any(isinstance(one, ast.Constant) and one.value in PLAN_KEYS for one in asked)
    return ast.unparse(node) if of_tables and named else ""


def _constant(side: ast.expr) -> bool:
    """Whether it is a declaration, such as ``TRAINING``, or the key of one."""
    if isinstance(side, ast.Attribute) and side.attr == "key":
        side = side.value
        return isinstance(side, ast.Name | ast.Attribute) and _last(side).isupper()
    return isinstance(side, ast.Name) and side.id in DECLARATIONS


def _last(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr


DECLARATIONS = {
    "ACTIONS_WORKSTREAM",
    "RECRUITMENT",
    "HRA_CASES_WORKSTREAM",
    "TRAINING",
    "INDICATORS_WORKSTREAM",
}


def test_no_workstream_is_asked_for_by_its_key() -> None:
    found = [
        f"{name(path)}:{line} {said}"
        for path in SHARED
        for line, said in special_cases(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not found, f"{found}. Let the workstream declare it (workstreams/base.py)."


@pytest.mark.parametrize(
    "code",
    [
        'if workstream.key == "actions": pass',
        'if "training" != workstream.key: pass',
        'if key in ("hra_cases", "x"): pass',
        'match key:\n    case "indicators": pass',
        'WORDS = {"posts": "a post"}',
        'view.history["trained"]',
        'rows = view.now("cohorts")',
        'rows = checked.frames.get("thresholds")',
        "if table.key == ACTIONS.key: pass",
        "if columns.ACTIONS.key == table.key: pass",
        "if workstream is TRAINING: pass",
    ],
)
def test_every_way_to_ask_is_seen(code: str) -> None:
    assert list(special_cases(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    ['"""Actions: what was promised."""', 'st.title("Actions")', "found = view.now(ACTIONS.key)",
     'events = {"key": 1, "about": 2}', "if table.key == chosen: pass"],
)  # fmt: skip
def test_what_asks_for_none_is_let_be(code: str) -> None:
    assert not list(special_cases(ast.parse(code)))


def test_every_screen_that_a_workstream_names_is_drawn_and_no_other() -> None:
    told = [s for one in WORKSTREAMS for topic in one.topics for s in topic.sections]
    named = {one.name for one in told if isinstance(one, Screen)}
    assert named == set(SCREENS)
    assert {w.beside_record.name for w in WORKSTREAMS if w.beside_record} == set(BESIDE_RECORD)
