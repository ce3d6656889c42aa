"""The declaration of D02 遗失补领驾驶证."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, DocumentReissued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.choices import DocumentKind
from domain.services.fees import licence_fee
from domain.services.licence_document.checks import (
    HOLDER,
    LICENCE_PHOTO,
    NOT_EXPIRED,
    TRUE_PAPERS,
    licence_state,
)
from domain.services.licence_document.words import DOCUMENT
from domain.services.licence_lost_reissue import form, words
from domain.services.licence_lost_reissue.example import example
from domain.services.licence_lost_reissue.facts import LicenceLostReissueFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: LicenceLostReissueFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.photo, facts.capacity, loss_declared=facts.loss_declared)


def _change(facts: LicenceLostReissueFacts, day: date) -> tuple[AnyChange, ...]:
    return (DocumentReissued(service=facts.service),)


LICENCE_LOST_REISSUE: Final = Service(
    code="licence_lost_reissue",
    number="D02",
    group=Group.LICENCE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.DRIVING_LICENCE,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.LicenceLostReissue,
    facts=LicenceLostReissueFacts,
    documents=_documents,
    checks=(
        HOLDER,
        licence_state(lambda verdicts: verdicts.lost),
        NOT_EXPIRED,
        LICENCE_PHOTO,
        NO_OPEN_DUPLICATE,
        TRUE_PAPERS,
    ),
    decide_within=Dated("decide_licence_lost_reissue", Rule(1, date(2016, 4, 1), "139:63")),
    fee=licence_fee,
    on_request=frozenset(
        {
            DocumentKind.ID_FRONT,
            DocumentKind.ID_BACK,
            DocumentKind.LOSS_STATEMENT,
            DocumentKind.PORTRAIT,
            DocumentKind.MANDATE,
        }
    ),
    document=DOCUMENT,
    user_kinds=form.LicenceLostReissue.USER_KINDS,
    exclusive="licence_document",
    reissue=True,
    subject=Subject.LICENCE,
    anywhere=Law("139", "63", verified=True),
    change=_change,
    example=example,
)
