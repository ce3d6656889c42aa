"""REMEDIES: the rows and words of this chapter."""

from typing import Final

from domain.case.remedies.changes import EFFECTS
from domain.case.remedies.decisions import DECISIONS
from domain.case.remedies.notices import TELLS
from domain.case.remedies.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

REMEDIES: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
