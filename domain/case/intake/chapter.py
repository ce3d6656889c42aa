"""INTAKE: the rows and words of this chapter."""

from typing import Final

from domain.case.intake.changes import EFFECTS
from domain.case.intake.decisions import DECISIONS
from domain.case.intake.notices import TELLS
from domain.case.intake.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

INTAKE: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
