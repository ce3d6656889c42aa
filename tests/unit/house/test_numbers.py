"""A number of the law or of practice has its days and its basis, so none stands by itself."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from tests.kit.tree import ROOT, text

RULED: Final = (
    "case",
    "claims",
    "clocks",
    "learner_permits",
    "licences",
    "orders",
    "penalties",
    "prefectures",
    "register",
    "reliefs",
    "services",
    "vehicles",
    "violations",
)
"""The folders of ``domain`` in which the rules stand. The others are technique."""

TECHNICAL: Final = {
    ("case/deadlines/extension.py", "_DAY"): "a day is a day",
    ("clocks/extended.py", "_DAY"): "a day is a day",
    ("clocks/reminders.py", "_DAY"): "a day is a day",
    ("case/intake/window_power.py", "_NAMED"): "offices that a refusal names",
    ("services/blocks/documents/fields.py", "MOST"): "uploads of a case",
    ("services/blocks/note.py", "_LEAST"): "letters that a word has",
    ("services/checks/application.py", "_PREFECTURE"): "digits of a region's code",
}
INVENTED: Final = {"example.py", "fresh_numbers.py"}
"""Files that make examples up."""
_PERHAPS: Final = re.compile(r"^\w.* = (?:-?[0-9]|timedelta|Days|Months|Years)", re.MULTILINE)


def _numbers(tree: ast.Module) -> Iterator[str]:
    """The constants of a module that are a number or a span of time by themselves."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case _:
                continue
        match value:
            case ast.Constant(value=int() | float()):
                yield name
            case ast.Call(func=ast.Name(id="timedelta" | "Days" | "Months" | "Years")):
                yield name


def test_every_number_is_dated_or_technical() -> None:
    domain = ROOT / "domain"
    found = {
        (str(path.relative_to(domain)), name)
        for folder in RULED
        for path in (domain / folder).rglob("*.py")
        if path.name not in INVENTED
        if _PERHAPS.search(text(path))
        for name in _numbers(ast.parse(text(path)))
    }
    assert found == TECHNICAL.keys()
