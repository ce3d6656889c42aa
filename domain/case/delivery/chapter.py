"""DELIVERY: the rows and words of this chapter."""

from typing import Final

from domain.case.delivery.changes import EFFECTS
from domain.case.delivery.decisions import DECISIONS
from domain.case.delivery.notices import TELLS
from domain.case.delivery.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

DELIVERY: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
