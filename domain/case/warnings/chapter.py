"""WARNINGS: the rows and words of this chapter."""

from typing import Final

from domain.case.warnings.changes import EFFECTS
from domain.case.warnings.decisions import DECISIONS
from domain.case.warnings.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

WARNINGS: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
)
