"""EXPECTATION: the rows and words of this chapter."""

from typing import Final

from domain.case.expectation.changes import EFFECTS
from domain.case.expectation.decisions import DECISIONS
from domain.case.expectation.notices import TELLS
from domain.case.expectation.words import COMMANDS, EVENTS, FIELDS
from domain.chapter import Chapter

EXPECTATION: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    tells=TELLS,
)
