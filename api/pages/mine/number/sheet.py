"""All that the page shows of a number that is chosen, or was."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.masking import part
from api.number_choice import OfferedNumbers, on_offer
from api.problems import Problem
from api.views.tracking import TrackingView, shown_to_applicant
from domain.case.case import CASE
from domain.case.choosing import Choosing
from domain.case.stage import Stage
from domain.clocks.plates import PRESELECT_BATCHES, PRESELECT_OFFER, PRESELECT_TRIES
from domain.services.selection_method import SelectionMethod
from domain.services.split import NUMBER
from projections.tracking.row import fold

_OF_THE_CHOICE: Final = frozenset({Stage.CHOOSING_NUMBER, Stage.NUMBER_RESERVED})


@dataclass(frozen=True, slots=True)
class NumberSheet:
    """``number`` is the one that is reserved, until the end of ``held_until`` if that is known.

    ``offered`` are the numbers of the last batch. They may be chosen while some ``left_ms``
    remain, by a clock that runs ``speed`` times as fast as that of the wall.
    """

    told: TrackingView
    office: str
    stage: Stage
    choosing: Choosing
    offered: OfferedNumbers
    offered_until: datetime | None
    open_until: datetime | None
    left_ms: int
    session_ms: int
    speed: float
    number: str | None
    held_until: date | None
    batches: int
    tries: int
    seconds: int

    @property
    def is_drawn(self) -> bool:
        return self.choosing.method is SelectionMethod.RANDOM

    @property
    def is_current(self) -> bool:
        """Whether a number of the last batch may be chosen still."""
        return bool(self.offered["numbers"]) and self.left_ms > 0


async def number_sheet(
    desk: Desk, applicant: Identity, case: UUID, language: Language
) -> NumberSheet:
    """Raises 404 for a case that is not his, or in which no number is chosen."""
    opened, history = await desk.door.open(CASE, case, applicant.actor)
    current, row = opened.state, fold(None, history)
    if row is None or current.choosing is None:
        raise Problem("not-found", 404)
    offered = await on_offer(desk, case, current, history)
    deadline = current.deadline
    chooses = current.stage is Stage.CHOOSING_NUMBER
    open_until = deadline.at if deadline and chooses else None
    until = current.choosing.offered_until if chooses else None
    reserved = None
    if current.stage is Stage.NUMBER_RESERVED:
        reserved = await part(desk.keyring, case, current.key_id, current.sealed, NUMBER)
    return NumberSheet(
        told=await shown_to_applicant(desk, row, language),
        office=current.office,
        stage=current.stage,
        choosing=current.choosing,
        offered=offered,
        offered_until=until,
        open_until=open_until,
        left_ms=_left_ms(desk, until),
        session_ms=_left_ms(desk, open_until),
        speed=desk.demo_clock.speed if desk.demo_clock else 1.0,
        number=(reserved or {}).get("plate_no"),
        held_until=deadline.on if deadline and reserved and not deadline.is_open else None,
        batches=PRESELECT_BATCHES.on(desk.today),
        tries=PRESELECT_TRIES.on(desk.today),
        seconds=PRESELECT_OFFER.on(desk.today),
    )


def is_of_the_choice(stage: Stage) -> bool:
    """Whether the page has anything to say at this stage."""
    return stage in _OF_THE_CHOICE


def _left_ms(desk: Desk, until: datetime | None) -> int:
    return max(0, int((until - desk.clock()).total_seconds() * 1000)) if until else 0
