"""For each command a case to which it may come: accepted, reviewed and owned by known people."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from domain.bans.state import ban_of
from domain.calendar import Calendar, local_day
from domain.case.appointment.commands import CheckIn, ConfirmBooking, RecordAttendance
from domain.case.case import CASE
from domain.case.examination.commands import RecordExamResult
from domain.case.grounds import GreenKind
from domain.case.intake.commands import MoveToOnSite
from domain.case.intake.events import CaseSubmitted
from domain.case.intake.reasons import OnSiteReason
from domain.case.overlays.commands import OfferTransfer, RequestGreenChannel, WithdrawCase
from domain.case.reservation.events import NumberReserved, PreselectSessionOpened
from domain.case.review.commands import LendCase
from domain.case.stage import Stage
from domain.case.state import Case, Running
from domain.case.warnings.commands import RaiseDeadlineWarning
from domain.clocks.clock import Clock
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.numbers.state import plate_number
from domain.offices.transfer_reason import TransferReason
from domain.recorded_event import Envelope
from domain.services.selection_method import SelectionMethod
from tests.kit.booked import Booked
from tests.kit.examined import Examined
from tests.kit.histories import PLOTS
from tests.kit.life import CLERK, LEADER, MORNING, REVIEWER, TIMEKEEPER, Life
from tests.kit.penal_plots import PENAL_PLOTS
from tests.kit.plate_histories import reviewed
from tests.matrix.people import ACCEPTED, OWNER, REVIEWED

OFFICE: Final = "410100"
History = Sequence[Envelope[Event]]


class Situation(NamedTuple):
    """A history, and the case to which it leads."""

    history: History
    case: Case

    @property
    def known(self) -> int:
        """How many of those whom the matrix knows have to do with the case."""
        return (self.case.accepted_by == ACCEPTED) + (self.case.reviewer == REVIEWED)


@cache
def situation_for(command: type[Command]) -> Situation:
    """The case to which the command may come that concerns most people. Raises ``LookupError``."""
    found = [each for each in _situations() if command in CASE.possible(each.case)]
    if not found:
        raise LookupError(f"no history comes to where {command.__name__} is possible")
    return max(found, key=lambda each: each.known)


@cache
def _situations() -> list[Situation]:
    """Every moment of the histories at the office, without what only a duty leader approves."""
    return [
        situation
        for plot in (
            *PLOTS,
            *PENAL_PLOTS,
            _asked_and_lent,
            _called_to_the_window,
            _offered,
            _warned,
            _choosing,
            _booked,
            _examined,
        )
        for situation in _moments(plot(1, MORNING))
        if situation.case.office == OFFICE
        if not (situation.case.green or situation.case.overridden)
    ]


def _moments(life: Life) -> Iterator[Situation]:
    history = [
        replace(each, by=OWNER) if each.by == life.citizen else each for each in life.envelopes
    ]
    for version, (one, after) in enumerate(pairwise([*history, None]), start=1):
        if after is None or one is None or after.cause != one.cause:
            told = history[:version]
            yield Situation(told, CASE.fold(each.event for each in told))


def _asked_and_lent(number: int, at: datetime) -> Life:
    """A case under review, with everything open that an office answers."""
    life = reviewed(Life("renewal_deferral", number, at))
    life.does(life.citizen, WithdrawCase(), RequestGreenChannel(kind=GreenKind.AMBULANCE))
    return life.does(LEADER, LendCase(to="substitute", until=life.now.date()))


def _offered(number: int, at: datetime) -> Life:
    """Under review, and another prefecture may go on if the applicant consents."""
    life = reviewed(Life("medical_submit", number, at))
    return life.does(LEADER, OfferTransfer(to_office="410300", reason=TransferReason.LOAD))


def _warned(number: int, at: datetime) -> Life:
    """Under review, and to be decided on the next working day."""
    life = reviewed(Life("renewal_deferral", number, at))
    clock = life.state.clock
    assert isinstance(clock, Running)
    before = Calendar().add(clock.decide_by, -1)
    life.after(days=(before - local_day(life.now)).days)
    near = RaiseDeadlineWarning(clock=Clock.DECIDE, due_on=clock.decide_by)
    return life.does(TIMEKEEPER, near)


def _choosing(number: int, at: datetime) -> Life:
    """A plate number is chosen, and held then. The service of the case does not matter here."""
    life = Life("vehicle_contact_change", number, at)
    first = life.envelopes[0]
    assert isinstance(first.event, CaseSubmitted)
    begun = replace(first, event=replace(first.event, stage=Stage.CHOOSING_NUMBER))
    session = PreselectSessionOpened(
        session=life.case,
        method=SelectionMethod.RANDOM,
        prefix="豫A",
        plate_kind=PlateKind.SMALL_CAR,
        letters="",
        batches=5,
        tries=0,
        open_until=at + timedelta(minutes=20),
        owner_index=b"owner",
        ban_stream=ban_of(b"owner"),
    )
    reserved = NumberReserved(
        number_stream=plate_number(b"number"),
        sealed={},
        reserved_on=at.date(),
        hold_until=at.date(),
    )
    life.envelopes = [
        begun,
        replace(first, event=session),
        replace(first, event=reserved, cause=life.case),
    ]
    return life


def _booked(number: int, at: datetime) -> Life:
    """An appointment that is confirmed, and that somebody keeps."""
    life = Booked("inspection_booking", number, at).does(CLERK, ConfirmBooking())
    return life.after(days=7).does(CLERK, CheckIn(), RecordAttendance())


def _examined(number: int, at: datetime) -> Life:
    """A place in an examination, which is held."""
    life = Examined(number, at)
    return life.after(days=life.days_ahead).does(CLERK, RecordExamResult(passed=True))


def _called_to_the_window(number: int, at: datetime) -> Life:
    """Under review, and the applicant is asked to come."""
    life = reviewed(Life("renewal_deferral", number, at))
    return life.does(REVIEWER, MoveToOnSite(reason=OnSiteReason.PHOTO))
