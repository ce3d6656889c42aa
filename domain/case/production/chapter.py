"""PRODUCTION: the rows and words of this chapter."""

from typing import Final

from domain.case.production.changes import EFFECTS
from domain.case.production.decisions import DECISIONS
from domain.case.production.notices import TELLS
from domain.case.production.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

PRODUCTION: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
