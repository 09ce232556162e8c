"""The product's own source as tests look at it: its files, and which file imports which."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = (
    *("dashboard", "pages", "ui", "reports", "store", "workstreams", "charts", "measures"),
    *("loaders", "sample_data"),
)
"""Every place at the top that holds code of the product, from the top floor down."""


def files(*places: str) -> list[Path]:
    """The Python files of some places at the top, in order."""
    return [
        path
        for place in places
        for path in (sorted((ROOT / place).rglob("*.py")) or [ROOT / f"{place}.py"])
    ]


FILES = files(*PRODUCT)


def name(path: Path) -> str:
    """A path from the root, as it is written everywhere: "loaders/check.py"."""
    return path.relative_to(ROOT).as_posix()


def module(path: Path) -> str:
    """The name a file is imported by; a folder's own file by the folder's name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported(path: Path) -> frozenset[str]:
    """Every module a file imports anywhere in it, in full, and the names it takes from them."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return frozenset(names)


@cache
def words(path: Path) -> frozenset[str]:
    """Every text that stands in a file by itself."""
    return frozenset(
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def graph() -> dict[Path, frozenset[Path]]:
    """Each file of the product and the files of the product that it imports."""
    by_module = {module(path): path for path in FILES}

    def taken(node: ast.AST) -> set[str]:
        if isinstance(node, ast.Import):
            return {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            # A folder that is only looked through for a file in it is not imported for itself.
            return named if named <= by_module.keys() else {*named, node.module}
        return set()

    return {
        path: frozenset(
            by_module[name]
            for node in ast.walk(tree(path))
            for name in taken(node) & by_module.keys()
        )
        - {path}
        for path in FILES
    }


def circle(edges: dict[str, set[str]]) -> list[str]:
    """One way round from a name back to itself; none where every way ends."""
    ended: set[str] = set()

    def follow(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at not in ended:
            for onward in sorted(edges.get(at, ())):
                if found := follow(onward, [*way, at]):
                    return found
            ended.add(at)
        return []

    return next((found for start in sorted(edges) if (found := follow(start, []))), [])
