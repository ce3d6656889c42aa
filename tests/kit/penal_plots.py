"""Cases about a penalty, each told up to where an officer or its driver has the next word."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from domain.calendar import start_of_day
from domain.case.penalty.commands import DecidePenalty, ShowFacts
from domain.case.review.commands import CheckResult
from domain.services.catalogue import CATALOGUE
from domain.services.checks.violation import VIOLATION_KNOWN
from domain.services.penal.facts import ViolationFacts
from domain.violations.events import (
    ViolationEntered,
    ViolationEvent,
    ViolationPublished,
    ViolationRecorded,
)
from domain.violations.violation import VIOLATION
from tests.kit.life import CLERK, Life

_CHECKS: Final = tuple(
    CheckResult(check.code, True)
    for check in CATALOGUE["violation_handling"].checks
    if check is not VIOLATION_KNOWN
)


def on_record(facts: ViolationFacts, office: str, plate: bytes) -> Sequence[ViolationEvent]:
    """The violation as the facts tell it."""
    happened, today = facts.occurred_on, facts.occurred_on + timedelta(days=5)
    return (
        ViolationRecorded(
            office=office,
            occurred_at=start_of_day(happened) + timedelta(hours=9),
            plate_kind=facts.plate_kind,
            enter_by=today,
            plate_index=plate,
            key_id=UUID(int=1),
            sealed={},
        ),
        ViolationEntered(
            officer="camera-clerk",
            act_code=facts.act_code,
            fine_fen=facts.fine_fen,
            points=facts.points,
            publish_by=today,
        ),
        ViolationPublished(published_on=today),
    )


def facts_shown(number: int, at: datetime) -> Life:
    return _shown(Life("violation_handling", number, at))


def disputed(number: int, at: datetime) -> Life:
    return _shown(Life("violation_handling", number, at, facts_accepted=False))


def decided_on_paper(number: int, at: datetime) -> Life:
    life = _shown(Life("violation_handling", number, at, electronic_service=False))
    return life.does(CLERK, DecidePenalty())


def fine_to_be_paid(number: int, at: datetime) -> Life:
    return Life("fine_payment", number, at)


def _shown(life: Life) -> Life:
    facts, violation = life.state.facts, life.state.violation
    assert isinstance(facts, ViolationFacts)
    assert violation
    plate = life.state.violation_plate_index or b""
    history = on_record(facts, life.state.office, plate)
    life.seen = {violation: VIOLATION.fold(history)}
    return life.does(CLERK, ShowFacts(results=_CHECKS))


PENAL_PLOTS: Final = (facts_shown, disputed, decided_on_paper, fine_to_be_paid)
