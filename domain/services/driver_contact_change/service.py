"""The declaration of D11 变更驾驶证联系方式."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, ContactChanged
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, OWNERSHIP
from domain.services.checks.contact import MOBILE_VERIFIED
from domain.services.choices import DocumentKind
from domain.services.driver_contact_change import form, words
from domain.services.driver_contact_change.example import example
from domain.services.driver_contact_change.facts import DriverContactChangeFacts
from domain.services.fees import no_fee
from domain.services.service import Group, Service, Subject


def _documents(facts: DriverContactChangeFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _change(facts: DriverContactChangeFacts, day: date) -> tuple[AnyChange, ...]:
    return (ContactChanged(),)


DRIVER_CONTACT_CHANGE: Final = Service(
    code="driver_contact_change",
    number="D11",
    group=Group.LICENCE,
    archetype=Archetype.RECORD,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.DriverContactChange,
    facts=DriverContactChangeFacts,
    documents=_documents,
    checks=(IDENTITY, OWNERSHIP, MOBILE_VERIFIED),
    decide_within=Dated(
        "decide_driver_contact_change", Rule(1, date(2016, 4, 1), "office practice")
    ),
    fee=no_fee,
    on_request=frozenset({DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.MANDATE}),
    automatic=True,
    user_kinds=form.DriverContactChange.USER_KINDS,
    exclusive="driver_contact_change",
    subject=Subject.LICENCE,
    change=_change,
    example=example,
    told=words.TOLD,
)
