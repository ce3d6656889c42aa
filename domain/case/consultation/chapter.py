"""CONSULTATION: the rows and words of this chapter."""

from typing import Final

from domain.case.consultation.changes import EFFECTS
from domain.case.consultation.decisions import DECISIONS
from domain.case.consultation.words import COMMANDS, EVENTS, FIELDS
from domain.chapter import Chapter

CONSULTATION: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals={},
)
