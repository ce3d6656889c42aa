"""DEADLINES: the rows and words of this chapter."""

from typing import Final

from domain.case.deadlines.changes import EFFECTS
from domain.case.deadlines.decisions import DECISIONS
from domain.case.deadlines.notices import TELLS
from domain.case.deadlines.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

DEADLINES: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
