"""The declaration of V06 变更机动车联系方式."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, ContactChanged
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, OWNERSHIP
from domain.services.checks.contact import MOBILE_VERIFIED
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.service import Group, Service, Subject
from domain.services.vehicle_contact_change import form, words
from domain.services.vehicle_contact_change.example import example
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts

_ON_REQUEST: Final = frozenset(
    {
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.DRIVING_PERMIT,
        DocumentKind.MANDATE,
    }
)
"""The proof of identity and the driving permit of 124 art. 17, which the form does not ask for."""


def _documents(facts: VehicleContactChangeFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _change(facts: VehicleContactChangeFacts, day: date) -> tuple[AnyChange, ...]:
    return (ContactChanged(),)


VEHICLE_CONTACT_CHANGE: Final = Service(
    code="vehicle_contact_change",
    number="V06",
    group=Group.VEHICLE,
    archetype=Archetype.RECORD,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.VehicleContactChange,
    facts=VehicleContactChangeFacts,
    documents=_documents,
    checks=(IDENTITY, OWNERSHIP, MOBILE_VERIFIED),
    decide_within=Dated("decide_vehicle_contact_change", Rule(1, date(2008, 10, 1), "124:17")),
    fee=no_fee,
    on_request=_ON_REQUEST,
    automatic=True,
    user_kinds=form.VehicleContactChange.USER_KINDS,
    exclusive="vehicle_contact_change",
    subject=Subject.VEHICLE,
    change=_change,
    example=example,
)
