"""The declaration of V02 补换领行驶证."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, DocumentReissued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.vehicle import VEHICLE_STATE
from domain.services.choices import DocumentKind
from domain.services.driving_permit_reissue import form, words
from domain.services.driving_permit_reissue.checks import VEHICLE_PHOTO
from domain.services.driving_permit_reissue.example import example
from domain.services.driving_permit_reissue.facts import DrivingPermitReissueFacts
from domain.services.fees import DRIVING_PERMIT
from domain.services.service import Group, Service, Subject


def _documents(facts: DrivingPermitReissueFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _fee(facts: DrivingPermitReissueFacts, day: date) -> int:
    return DRIVING_PERMIT.on(day)


def _change(facts: DrivingPermitReissueFacts, day: date) -> tuple[AnyChange, ...]:
    return (DocumentReissued(service=facts.service),)


DRIVING_PERMIT_REISSUE: Final = Service(
    code="driving_permit_reissue",
    number="V02",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.DRIVING_PERMIT,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.DrivingPermitReissue,
    facts=DrivingPermitReissueFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        VEHICLE_PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_driving_permit_reissue", Rule(1, date(2008, 10, 1), "124:44")),
    fee=_fee,
    on_request=frozenset({DocumentKind.DRIVING_PERMIT, DocumentKind.MANDATE}),
    document=words.DOCUMENT,
    change=_change,
    user_kinds=form.DrivingPermitReissue.USER_KINDS,
    exclusive="driving_permit_reissue",
    reissue=True,
    subject=Subject.VEHICLE,
    example=example,
)
