"""From the choice of a number to its confirmation."""

from collections.abc import Iterable
from typing import Any, Final

from domain.aggregate import Decision
from domain.case.reservation import commands
from domain.case.reservation.ending import confirm, void
from domain.case.reservation.session import choice_reads, choose, offer
from domain.case.roles import APPLICANTS, OFFICERS, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.conflict import OfficialAct
from domain.numbers.events import PlateNumberIssued
from domain.reaction import DONE, Cause, Consequence, Reaction
from domain.refusal import NotAtThisStage

DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.OfferNumbers, at={Stage.CHOOSING_NUMBER}, by=APPLICANTS, decide=offer),
    Decision(
        commands.ChooseNumber,
        at={Stage.CHOOSING_NUMBER},
        by=APPLICANTS,
        decide=choose,
        reads=choice_reads,
    ),
    Decision(commands.ConfirmNumber, at={Stage.NUMBER_RESERVED}, by=SYSTEM, decide=confirm),
    Decision(
        commands.VoidReservation,
        at={Stage.NUMBER_RESERVED},
        by=OFFICERS,
        decide=void,
        act=OfficialAct.DECIDE,
    ),
)


def _confirmed(cause: Cause[PlateNumberIssued]) -> Iterable[Consequence]:
    issued = cause.event
    if issued.reservation:
        yield Consequence(issued.reservation, commands.ConfirmNumber(registration=issued.case))


NUMBER_ISSUED: Final = Reaction(
    name="number_issued", on=PlateNumberIssued, then=_confirmed, refused={NotAtThisStage: DONE}
)
