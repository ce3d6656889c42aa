"""A violation on record, its case and its fine, for the tests of penalties."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from domain.aggregate import Decided
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.consultation.events import RegisterConsulted
from domain.case.intake.events import CaseSubmitted
from domain.case.review.events import CheckResultRecorded
from domain.case.review.reasons import CheckSource
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.identifiers.plate import PlateKind
from domain.message import Command, Event
from domain.penalties.events import PenaltyImposed, PenaltyServed
from domain.penalties.penalty import PENALTY
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import Actor, Role, system
from domain.services.catalogue import CATALOGUE
from domain.services.choices import Capacity, Channel, UserKind
from domain.services.fine_payment.facts import FinePaymentFacts, PaymentChannel
from domain.services.violation_handling.facts import ViolationHandlingFacts
from domain.violations.events import ViolationEntered, ViolationPublished, ViolationRecorded
from domain.violations.state import violation_stream
from domain.violations.violation import VIOLATION as VIOLATION_ON_RECORD

NOW: Final = datetime(2020, 2, 24, 2, tzinfo=UTC)
TODAY: Final = date(2020, 2, 24)
STREAM, LICENCE = UUID(int=7), UUID(int=9)
VIOLATION: Final = violation_stream(b"1234567890123456")
PLATE: Final = b"p" * 16
DECISION_NO: Final = "4101052002100001"
CHECKER, CLERK = system("checker"), Actor(Role.CLERK, "clerk", "410100")
DRIVER, BANK = Actor(Role.APPLICANT, "driver"), system("bank")
FACTS: Final = ViolationHandlingFacts(
    channel=Channel.ONLINE_APP,
    user_kind=UserKind.REAL_NAME,
    capacity=Capacity.DRIVER,
    papers=(),
    plate_kind=PlateKind.SMALL_CAR,
    act_code="1344",
    occurred_on=date(2020, 2, 17),
    fine_fen=100_00,
    points=3,
    facts_accepted=True,
    electronic_service=True,
)
ON_RECORD: Final = (
    ViolationRecorded(
        office="410100",
        occurred_at=datetime(2020, 2, 17, 0, 30, tzinfo=UTC),
        plate_kind=PlateKind.SMALL_CAR,
        enter_by=date(2020, 3, 2),
        plate_index=PLATE,
        key_id=UUID(int=1),
        sealed={},
    ),
    ViolationEntered(
        officer="clerk", act_code="1344", fine_fen=100_00, points=3, publish_by=date(2020, 2, 24)
    ),
    ViolationPublished(published_on=date(2020, 2, 20)),
)
PAYABLE: Final = (
    PenaltyImposed(
        decision_no=DECISION_NO, office="410100", fine_fen=200_00, decided_on=date(2020, 1, 10)
    ),
    PenaltyServed(
        decision_no=DECISION_NO,
        stage=PenaltyStage.PAYABLE,
        received_on=date(2020, 1, 10),
        manner=ServiceManner.IN_PERSON,
        pay_by=date(2020, 2, 3),
    ),
)


def submitted(facts: ViolationHandlingFacts = FACTS, office: str = "410100") -> CaseSubmitted:
    return CaseSubmitted(
        stage=Stage.SUBMITTED,
        submitted_on=TODAY,
        office=office,
        reference="0000-0000-0000-Q",
        facts=facts,
        key_id=UUID(int=2),
        sealed={},
        claim=UUID(int=3),
        id_no_index=b"i" * 16,
        licence=LICENCE,
        accept_by=date(2020, 2, 25),
        violation=VIOLATION,
        violation_plate_index=PLATE,
    )


def disputing(office: str = "410100") -> CaseSubmitted:
    return submitted(replace(FACTS, facts_accepted=False), office)


def paying() -> CaseSubmitted:
    """An application to pay the fine of a decision."""
    return CaseSubmitted(
        stage=Stage.SUBMITTED,
        submitted_on=TODAY,
        office="410100",
        reference="0000-0000-0000-Q",
        facts=FinePaymentFacts(
            channel=Channel.ONLINE_APP,
            user_kind=UserKind.REAL_NAME,
            capacity=Capacity.DRIVER,
            papers=(),
            payment_channel=PaymentChannel.BANK,
        ),
        key_id=UUID(int=2),
        sealed={},
        claim=UUID(int=3),
        id_no_index=b"i" * 16,
        accept_by=date(2020, 2, 25),
        penalty=penalty_named(DECISION_NO),
    )


def checked(*left_out: str) -> tuple[Event, ...]:
    """The register has passed every check but those that it cannot judge, and those left out."""
    codes = {"C-ID", "C-LSTAT", "C-FILED", "C-POINTS"} - set(left_out)
    passed = (
        CheckResultRecorded(check=code, passed=True, source=CheckSource.REGISTER, as_of=NOW)
        for code in sorted(codes)
    )
    return (RegisterConsulted(as_of=NOW), *passed)


KNOWN: Final = CheckResultRecorded(check="C-VIOLATION", passed=True, source=CheckSource.REGISTER)


def decide(
    command: Command,
    history: Iterable[Event],
    by: Actor = CHECKER,
    *,
    violation: Sequence[Event] = ON_RECORD,
    penalty: Sequence[Event] = (),
    now: datetime = NOW,
) -> Decided[Case]:
    """What the command comes to, while this is known of the violation and of the decision."""
    seen: dict[UUID, Any] = {
        VIOLATION: VIOLATION_ON_RECORD.fold(violation),
        penalty_named(DECISION_NO): PENALTY.fold(penalty),
    }
    at = Circumstances(now, by, STREAM, CATALOGUE, Calendar(), seen, owner=DRIVER)
    return CASE.decide(CASE.fold(history), command, at)
