"""APPOINTMENT: the rows and words of this chapter."""

from typing import Final

from domain.case.appointment.changes import EFFECTS
from domain.case.appointment.decisions import DECISIONS
from domain.case.appointment.notices import TELLS
from domain.case.appointment.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

APPOINTMENT: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
