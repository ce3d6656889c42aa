"""The declaration of D04 超龄换领驾驶证."""

from datetime import date
from typing import Final

from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, ClassesReduced
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.choices import DocumentKind
from domain.services.fees import licence_fee
from domain.services.licence_document.age_checks import (
    FIT_FOR_TARGET,
    FITTING_CLASSES,
    OF_AGE,
    SOMETHING_LEFT,
)
from domain.services.licence_document.checks import (
    HOLDER,
    LICENCE_PHOTO,
    TRUE_PAPERS,
    licence_state,
)
from domain.services.licence_document.form import shared_documents
from domain.services.licence_document.terms import exchange_term
from domain.services.licence_document.words import DOCUMENT, TOLD_TO_BE_EXAMINED
from domain.services.licence_overage_exchange import form, words
from domain.services.licence_overage_exchange.example import example
from domain.services.licence_overage_exchange.facts import LicenceOverageExchangeFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: LicenceOverageExchangeFacts) -> frozenset[DocumentKind]:
    return shared_documents(facts.photo, facts.capacity, facts.medical)


def _change(facts: LicenceOverageExchangeFacts, day: date) -> tuple[AnyChange, ...]:
    return (ClassesReduced(classes=facts.target_classes),)


LICENCE_OVERAGE_EXCHANGE: Final = Service(
    code="licence_overage_exchange",
    number="D04",
    group=Group.LICENCE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.DRIVING_LICENCE,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.LicenceOverageExchange,
    facts=LicenceOverageExchangeFacts,
    documents=_documents,
    checks=(
        HOLDER,
        licence_state(lambda verdicts: verdicts.overage),
        OF_AGE,
        SOMETHING_LEFT,
        FITTING_CLASSES,
        FIT_FOR_TARGET,
        LICENCE_PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_PAPERS,
    ),
    decide_within=exchange_term("decide_licence_overage_exchange"),
    fee=licence_fee,
    on_request=frozenset(
        {
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.LICENCE_PHOTO_PAGE,
            DocumentKind.MEDICAL_CERTIFICATE,
            DocumentKind.PORTRAIT,
            DocumentKind.MANDATE,
        }
    ),
    document=DOCUMENT,
    user_kinds=form.LicenceOverageExchange.USER_KINDS,
    exclusive="licence_document",
    subject=Subject.LICENCE,
    anywhere=Law("139", "59", verified=True),
    change=_change,
    settles=frozenset({ReminderTopic.OVER_AGE}),
    example=example,
    told=TOLD_TO_BE_EXAMINED,
)
