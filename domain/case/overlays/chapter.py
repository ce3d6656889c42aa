"""OVERLAYS: the rows and words of this chapter."""

from typing import Final

from domain.case.overlays.changes import EFFECTS
from domain.case.overlays.decisions import DECISIONS
from domain.case.overlays.notices import TELLS
from domain.case.overlays.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

OVERLAYS: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
