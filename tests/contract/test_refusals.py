"""Every refusal of the domain has a status and words, and every problem a page."""

import re
from pathlib import Path

import pytest

from api.language import Language
from api.problems import Problems
from api.statuses import status_of
from domain.aggregates import AGGREGATES
from domain.refusal import Conflict, Forbidden, Invalid, Refusal, Stale, Unknown

ROOT = Path(__file__).resolve().parents[2]


def _all(refusal: type[Refusal]) -> set[type[Refusal]]:
    found = set()
    for child in refusal.__subclasses__():
        if child.__module__.startswith("domain."):
            found |= {child, *_all(child)}
    return found


PROBLEMS = Problems(AGGREGATES)
_KINDS = {Unknown, Forbidden, Conflict, Invalid, Stale}


def test_every_refusal_has_a_status_and_words() -> None:
    every = _all(Refusal) - _KINDS

    assert every
    assert all(status_of(refusal) for refusal in every)
    assert not [refusal.code for refusal in every if not PROBLEMS.describe(refusal.code, "en")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_problem_the_api_raises_has_a_page(language: Language) -> None:
    codes = {
        code
        for file in (ROOT / "api").rglob("*.py")
        for code in re.findall(r'(?:Problem|unavailable)\(\s*"([a-z-]+)"', file.read_text("utf-8"))
    }

    assert codes
    assert not [code for code in codes if PROBLEMS.describe(code, language) is None]
