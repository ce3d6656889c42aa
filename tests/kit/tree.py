"""The files of this repository, for tests that read them as texts."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PRODUCT: Final = ("domain", "projections", "api", "workers", "cheguan")
_FOREIGN: Final = {"__pycache__", "node_modules"}
_BINARY: Final = {".ico", ".png", ".woff2"}
_IMPORTS: Final = re.compile(r"^ *(?:from|import) ([\w.]+)(?: import .+| as \w+)?$", re.MULTILINE)
_CLASSES: Final = re.compile(r"^class (\w+)", re.MULTILINE)


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
def imports(path: Path) -> frozenset[str]:
    """The modules that the Python file imports from. ruff keeps each on a line of its own."""
    return frozenset(_IMPORTS.findall(text(path)))


def classes(path: Path) -> list[str]:
    """The classes that the Python file defines at its top."""
    return _CLASSES.findall(text(path))
