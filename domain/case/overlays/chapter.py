"""OVERLAYS: the rows and words of this chapter."""

from typing import Final

from domain.case.overlays.changes import EFFECTS
from domain.case.overlays.decisions import DECISIONS
from domain.case.overlays.words import COMMANDS, EVENTS
from domain.chapter import Chapter

OVERLAYS: Final = Chapter(DECISIONS, EFFECTS, EVENTS, COMMANDS)
