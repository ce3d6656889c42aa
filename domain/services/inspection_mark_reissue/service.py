"""The declaration of V03 补领检验合格标志."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, DocumentReissued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import (
    IDENTITY,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.vehicle import INSURANCE, VEHICLE_STATE
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.inspection_mark_reissue import form, words
from domain.services.inspection_mark_reissue.checks import INSPECTED, REGISTERED_OR_ISSUED_HERE
from domain.services.inspection_mark_reissue.example import example
from domain.services.inspection_mark_reissue.facts import InspectionMarkReissueFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: InspectionMarkReissueFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _change(facts: InspectionMarkReissueFacts, day: date) -> tuple[AnyChange, ...]:
    """The month of validity stays the same."""
    return (DocumentReissued(service=facts.service),)


INSPECTION_MARK_REISSUE: Final = Service(
    code="inspection_mark_reissue",
    number="V03",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.INSPECTION_MARK,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.InspectionMarkReissue,
    facts=InspectionMarkReissueFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        REGISTERED_OR_ISSUED_HERE,
        VEHICLE_STATE,
        INSURANCE,
        INSPECTED,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_inspection_mark_reissue", Rule(1, date(2008, 10, 1), "124:51")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.INSURANCE_POLICY, DocumentKind.MANDATE}),
    document=words.DOCUMENT,
    replaces=False,
    change=_change,
    user_kinds=form.InspectionMarkReissue.USER_KINDS,
    exclusive="inspection_mark_reissue",
    reissue=True,
    subject=Subject.VEHICLE,
    example=example,
)
