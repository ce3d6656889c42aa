"""What happened in a case between the page that an officer saw and now, and what it changed."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from api.language import Language
from api.pages.desk.case_sheet import CaseSheet, together
from api.pages.kit.history.difference import ValueChange, difference
from api.pages.kit.history.stream_words import step_of
from api.views.replay import replay
from domain.case.case import CASE


class Meanwhile(NamedTuple):
    """``steps`` are told in their order, and ``changes`` are those of all of them together."""

    steps: Sequence[Mapping[str, Any]]
    changes: Sequence[ValueChange]


def meanwhile(sheet: CaseSheet, version: int, language: Language) -> Meanwhile | None:
    """What came after ``version``. None if nothing did."""
    steps = replay(CASE, sheet.history)
    later = [step for step in steps if step.recorded.version > version]
    if not later:
        return None
    earlier = steps[: len(steps) - len(later)]
    before = earlier[-1].after if earlier else CASE.initial
    return Meanwhile(
        steps=together([step_of(CASE, step, language) for step in later]),
        changes=difference(CASE, before, later[-1].after, language),
    )
