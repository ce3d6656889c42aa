"""REVIEW: the rows and words of this chapter."""

from typing import Final

from domain.case.review.changes import EFFECTS
from domain.case.review.decisions import DECISIONS
from domain.case.review.notices import TELLS
from domain.case.review.words import COMMANDS, EVENTS, FIELDS, REFUSALS
from domain.chapter import Chapter

REVIEW: Final = Chapter(
    decisions=DECISIONS,
    effects=EFFECTS,
    events=EVENTS,
    fields=FIELDS,
    commands=COMMANDS,
    refusals=REFUSALS,
    tells=TELLS,
)
