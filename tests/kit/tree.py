"""The files of this repository, for tests that read them as texts."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PRODUCT: Final = ("domain", "projections", "api", "workers", "cheguan")
_FOREIGN: Final = {"__pycache__", "node_modules"}
_BINARY: Final = {".ico", ".png", ".woff2"}


def files(*folders: str) -> Iterator[Path]:
    """Every text of these folders that is our own."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix not in _BINARY and _FOREIGN.isdisjoint(path.parts):
                yield path


def modules(*folders: str) -> Iterator[Path]:
    """Every Python file of these folders."""
    return (path for path in files(*folders) if path.suffix == ".py")


def at_the_top() -> Iterator[Path]:
    """Every text that stands in no folder."""
    return (path for path in sorted(ROOT.glob("[!.]*")) if path.is_file())


def name(path: Path) -> str:
    """The file as a reader of the repository names it."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    """What the file says."""
    return path.read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """The Python file as a tree, for whoever looks at it without changing it."""
    return ast.parse(text(path))


@cache
def imports(path: Path) -> frozenset[str]:
    """The modules that the Python file imports from."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return frozenset(found)
