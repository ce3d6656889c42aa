"""PENALTY: the rows and words of this chapter."""

from typing import Final

from domain.case.penalty.changes import EFFECTS
from domain.case.penalty.decisions import DECISIONS
from domain.case.penalty.notices import TELLS
from domain.case.penalty.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

PENALTIES: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
