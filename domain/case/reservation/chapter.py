"""RESERVATION: the rows and words of this chapter."""

from typing import Final

from domain.case.reservation.changes import EFFECTS
from domain.case.reservation.decisions import DECISIONS
from domain.case.reservation.notices import TELLS
from domain.case.reservation.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

RESERVATION: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
