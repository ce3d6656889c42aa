"""What brings a case nearer to its end."""

from collections.abc import Mapping
from typing import Final

from domain.case.appointment.commands import (
    CheckIn,
    ConfirmBooking,
    PostponeBooking,
    RecordAttendance,
)
from domain.case.by_rank import slot_of
from domain.case.case import CASE
from domain.case.consultation.commands import RecordExtract
from domain.case.delivery.commands import (
    ChangeToPickup,
    ChangeToPost,
    HandToPost,
    RecordDelivery,
    RecordFailedDelivery,
    RecordPickup,
    RequestRepost,
)
from domain.case.examination.commands import JoinRanking, LearnRanking, RecordExamResult
from domain.case.intake.commands import (
    AcceptCase,
    RecordOnSiteVisit,
    RecordPayment,
    SupplyCorrection,
)
from domain.case.penalty.commands import (
    AcceptFacts,
    AskForFine,
    DecidePenalty,
    MakeStatement,
    RejectStatement,
    ServeDecision,
    ShowFacts,
    UpholdStatement,
)
from domain.case.production.commands import OrderProduction, RecordProduction, SettleOldDocument
from domain.case.reservation.commands import ChooseNumber, ConfirmNumber, OfferNumbers
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.stage import Stage
from domain.case.state import Case
from domain.message import Command
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE

_BOOKED: Final[Mapping[Stage, list[type[Command]]]] = {
    Stage.SUBMITTED: [ConfirmBooking],
    Stage.ACCEPTED: [CheckIn, RecordAttendance, PostponeBooking],
}
_TO_BE_EXAMINED: Final[Mapping[Stage, list[type[Command]]]] = {
    Stage.SUBMITTED: [RecordExtract, JoinRanking],
    Stage.ACCEPTED: [LearnRanking, RecordExamResult],
}
_PENAL: Final = (
    ShowFacts,
    AcceptFacts,
    MakeStatement,
    UpholdStatement,
    RejectStatement,
    DecidePenalty,
    ServeDecision,
    AskForFine,
    RecordPayment,
)


def onward(case: Case) -> list[type[Command]]:
    """The kinds of command that bring a case nearer to its end."""
    if case.appointment:
        return _BOOKED.get(case.stage, [])
    if slot_of(case):
        return _TO_BE_EXAMINED.get(case.stage, [])
    if CATALOGUE[case.service].archetype is Archetype.PENALTY:
        return [kind for kind in _PENAL if kind in CASE.possible(case)]
    kinds: dict[Stage, list[type[Command]]] = {
        Stage.PAYMENT_PENDING: [RecordPayment],
        Stage.CHOOSING_NUMBER: [OfferNumbers, ChooseNumber],
        Stage.NUMBER_RESERVED: [ConfirmNumber],
        Stage.SUBMITTED: [AcceptCase],
        Stage.CORRECTION_REQUESTED: [SupplyCorrection],
        Stage.ACCEPTED: [StartReview],
        Stage.ON_SITE_REQUIRED: [RecordOnSiteVisit],
        Stage.IN_REVIEW: [ApproveCase],
        Stage.APPROVED: [OrderProduction],
        Stage.IN_PRODUCTION: [RecordProduction],
        Stage.READY_TO_SEND: [HandToPost],
        Stage.IN_POST: [RecordDelivery, RecordFailedDelivery],
        Stage.RETURNED: [RequestRepost, ChangeToPickup],
        Stage.READY_FOR_PICKUP: [RecordPickup, ChangeToPost],
        Stage.DELIVERED: [SettleOldDocument],
    }
    return kinds.get(case.stage, [])
