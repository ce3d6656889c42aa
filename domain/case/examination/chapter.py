"""EXAMINATION: the rows and words of this chapter."""

from typing import Final

from domain.case.examination.changes import EFFECTS
from domain.case.examination.decisions import DECISIONS
from domain.case.examination.notices import TELLS
from domain.case.examination.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

EXAMINATION: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
