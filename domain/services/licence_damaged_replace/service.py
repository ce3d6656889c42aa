"""The declaration of D03 损毁换领驾驶证."""

from datetime import date
from typing import Final

from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, DocumentReissued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.choices import DocumentKind
from domain.services.fees import licence_fee
from domain.services.licence_damaged_replace import form, words
from domain.services.licence_damaged_replace.example import example
from domain.services.licence_damaged_replace.facts import LicenceDamagedReplaceFacts
from domain.services.licence_document.checks import (
    HOLDER,
    LICENCE_PHOTO,
    NOT_EXPIRED,
    TRUE_PAPERS,
    licence_state,
)
from domain.services.licence_document.terms import exchange_term
from domain.services.licence_document.words import DOCUMENT
from domain.services.service import Group, Service, Subject


def _documents(facts: LicenceDamagedReplaceFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.photo, facts.capacity)


def _change(facts: LicenceDamagedReplaceFacts, day: date) -> tuple[AnyChange, ...]:
    return (DocumentReissued(service=facts.service),)


LICENCE_DAMAGED_REPLACE: Final = Service(
    code="licence_damaged_replace",
    number="D03",
    group=Group.LICENCE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.DRIVING_LICENCE,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.LicenceDamagedReplace,
    facts=LicenceDamagedReplaceFacts,
    documents=_documents,
    checks=(
        HOLDER,
        licence_state(lambda verdicts: verdicts.damaged),
        NOT_EXPIRED,
        LICENCE_PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_PAPERS,
    ),
    decide_within=exchange_term("decide_licence_damaged_replace"),
    fee=licence_fee,
    on_request=frozenset(
        {
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.PORTRAIT,
            DocumentKind.MANDATE,
        }
    ),
    document=DOCUMENT,
    user_kinds=form.LicenceDamagedReplace.USER_KINDS,
    exclusive="licence_document",
    reissue=True,
    subject=Subject.LICENCE,
    anywhere=Law("139", "60", verified=True),
    change=_change,
    example=example,
)
