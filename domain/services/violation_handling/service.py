"""The declaration of P01 违法处理."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange
from domain.register.licence_changes import PointsScored
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY
from domain.services.checks.violation import VIOLATION_KNOWN
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.service import Group, Service, Subject
from domain.services.violation_handling import form, words
from domain.services.violation_handling.checks import (
    LICENCE_USABLE,
    POINTS_LEFT,
    VEHICLE_OF_DRIVER,
)
from domain.services.violation_handling.example import example
from domain.services.violation_handling.facts import ViolationHandlingFacts


def _change(facts: ViolationHandlingFacts, day: date) -> tuple[AnyChange, ...]:
    """A violation without points changes nothing on the licence."""
    return (PointsScored(scored_on=day, points=facts.points),) if facts.points else ()


def _documents(facts: ViolationHandlingFacts) -> frozenset[DocumentKind]:
    return frozenset()


VIOLATION_HANDLING: Final = Service(
    code="violation_handling",
    number="P01",
    group=Group.VIOLATION,
    archetype=Archetype.PENALTY,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    law=words.LAW,
    form=form.ViolationHandling,
    facts=ViolationHandlingFacts,
    documents=_documents,
    checks=(IDENTITY, LICENCE_USABLE, VIOLATION_KNOWN, VEHICLE_OF_DRIVER, POINTS_LEFT),
    decide_within=Dated("decide_violation_handling", Rule(0, date(2004, 5, 1), "RTSL:107")),
    fee=no_fee,
    change=_change,
    on_request=frozenset({DocumentKind.EVIDENCE}),
    told=words.TOLD,
    automatic=True,
    wish=words.WISH,
    user_kinds=form.ViolationHandling.USER_KINDS,
    exclusive="violation_handling",
    subject=Subject.MATTER,
    example=example,
)
