"""The page of requirements, made of the rows and of the tests that name them."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from tests.kit.tree import ROOT, text
from tests.requirements.rows import ROWS, RequirementRow

_MARK: Final = re.compile(r'^@pytest\.mark\.requirement\("(\w+)"\)$', re.MULTILINE)
_HEAD: Final = """# Requirements

What the announcement of the provincial traffic police of 23 February 2020 asks for.
Made by `python -m tests.requirements` from the tests that name a row with
`@pytest.mark.requirement`. A row that no test names is not built, or nothing shows it yet.

| Row | 要求 | Requirement | Tests | Where to see it |
|---|---|---|---|---|
"""


def named() -> Mapping[str, list[str]]:
    """The files of tests that name a row, by its code."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for code in sorted(set(_MARK.findall(text(path)))):
            found[code].append(str(path.relative_to(ROOT)))
    return found


def document() -> str:
    """The page in Markdown."""
    tests = named()
    return _HEAD + "".join(_line(row, tests.get(row.code, [])) for row in ROWS)


def _line(row: RequirementRow, files: list[str]) -> str:
    linked = " ".join(f"[{file.rpartition('/')[2]}](../{file})" for file in files)
    seen = row.seen if files else ""
    return f"| {row.code} | {row.zh} | {row.en} | {linked or 'not built'} | {seen} |\n"
