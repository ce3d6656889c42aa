"""INTAKE: the rows and words of this chapter."""

from typing import Final

from domain.case.intake.changes import EFFECTS
from domain.case.intake.decisions import DECISIONS
from domain.case.intake.words import COMMANDS, EVENTS, REFUSALS
from domain.chapter import Chapter

INTAKE: Final = Chapter(DECISIONS, EFFECTS, EVENTS, COMMANDS, REFUSALS)
