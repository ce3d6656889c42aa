"""A file is short enough to be read at once, and a package says in one sentence what it is."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

from tests.kit.tree import PRODUCT, files, modules, name, text

MOST: Final = 250
WRITTEN: Final = {".css", ".html", ".js", ".lua", ".mjs", ".py", ".sql"}
LISTS: Final = {
    "tests/unit/case/situations.py": "the histories that the tests of a case begin with",
}
"""Lists of one kind, which would be harder to read in parts: each with the reason."""
PACKAGES: Final = [path for path in modules(*PRODUCT, "tests") if path.name == "__init__.py"]


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = {
        name(path)
        for path in files(*PRODUCT, "tests")
        if path.suffix in WRITTEN and len(text(path).splitlines()) > MOST
    }
    assert long == LISTS.keys()


@pytest.mark.parametrize("package", PACKAGES, ids=name)
def test_a_package_says_in_one_sentence_what_it_is(package: Path) -> None:
    (only,) = ast.parse(text(package)).body
    assert isinstance(only, ast.Expr)
    (sentence,) = re.split(r"(?<=[.!?])\s", ast.literal_eval(only.value))
    assert sentence.endswith(".")
