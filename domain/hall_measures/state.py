"""The precautions of a prefecture as its history says they are, and where they stand."""

from contextlib import suppress
from datetime import date
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hall_measures.precautions import Precautions
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed
from domain.name_based import uuid5
from domain.titles import Title

_SPACE: Final = UUID("5b0b7a52-51d5-5c43-9a7e-7a41c3c7d122").bytes
_ALL: Final = Precautions()


class HallMeasuresStage(Choice):
    """``NEW`` is a prefecture that keeps all of them, because it decided nothing."""

    NEW = "new", "未另行决定", "Nothing decided"
    DECIDED = "decided", "已作决定", "Decided"


class HallMeasures(State, frozen=True):
    """Decisions stand in the order in which they were taken."""

    stage: HallMeasuresStage = HallMeasuresStage.NEW
    region: str = ""
    decided: Annotated[
        tuple[Precautions, ...], Title("防控措施决定", "decisions about precautions")
    ] = ()

    def on(self, day: date) -> Precautions:
        """What is kept on the day. Of two decisions for one day the later counts."""
        held = [each for each in self.decided if each.effective_on <= day]
        return max(reversed(held), key=lambda each: each.effective_on, default=_ALL)


def measures_of(region: str) -> UUID:
    """The stream of the prefecture with this GB/T 2260 code."""
    return uuid5(_SPACE, region)


def measures_named(region: str) -> UUID:
    """The same of a code as somebody has typed it. Other texts name no prefecture."""
    with suppress(InvalidIdentifier):
        region = squeezed(region)
    return measures_of(region)
