"""The declaration of D01 期满换领驾驶证."""

from datetime import date
from typing import Final

from domain.clocks.cycles import Window
from domain.clocks.licence import renewal_window
from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, LicenceRenewed
from domain.register.reminder_topic import ReminderTopic
from domain.services.application_window import ApplicationWindow
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.blocks.licence.words import VALID_UNTIL
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.checks.licence import MEDICAL
from domain.services.choices import DocumentKind
from domain.services.fees import licence_fee
from domain.services.licence_document.checks import (
    HOLDER,
    LICENCE_PHOTO,
    TRUE_PAPERS,
    licence_state,
)
from domain.services.licence_document.form import shared_documents
from domain.services.licence_document.renewal_checks import (
    BELOW_AGE_LIMIT,
    WINDOW_NOT_CLOSED,
    WINDOW_OPEN,
)
from domain.services.licence_document.terms import exchange_term
from domain.services.licence_document.words import DOCUMENT, TOLD_TO_BE_EXAMINED
from domain.services.licence_renewal import form, words
from domain.services.licence_renewal.example import example
from domain.services.licence_renewal.facts import LicenceRenewalFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: LicenceRenewalFacts) -> frozenset[DocumentKind]:
    return shared_documents(facts.photo, facts.capacity, facts.medical)


def _change(facts: LicenceRenewalFacts, day: date) -> tuple[AnyChange, ...]:
    return (LicenceRenewed(renewed_on=day),)


def _window(expiry: date, today: date) -> Window:
    return renewal_window(expiry, judged_on=today, online=True)


LICENCE_RENEWAL: Final = Service(
    code="licence_renewal",
    number="D01",
    group=Group.LICENCE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.DRIVING_LICENCE,
    window=WindowGroup.REISSUE_REPLACE,
    renewal=True,
    title=words.TITLE,
    wish=words.WISH,
    applied_in=ApplicationWindow(day=VALID_UNTIL, of=_window),
    law=words.LAW,
    form=form.LicenceRenewal,
    facts=LicenceRenewalFacts,
    documents=_documents,
    checks=(
        HOLDER,
        licence_state(lambda verdicts: verdicts.renewal),
        WINDOW_OPEN,
        WINDOW_NOT_CLOSED,
        BELOW_AGE_LIMIT,
        MEDICAL,
        LICENCE_PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_PAPERS,
    ),
    decide_within=exchange_term("decide_licence_renewal"),
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
    user_kinds=form.LicenceRenewal.USER_KINDS,
    exclusive="licence_document",
    subject=Subject.LICENCE,
    change=_change,
    anywhere=Law("139", "57", verified=True),
    settles=frozenset({ReminderTopic.RENEWAL}),
    example=example,
    told=TOLD_TO_BE_EXAMINED,
)
