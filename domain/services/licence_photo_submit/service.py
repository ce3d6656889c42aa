"""The declaration of D10 提交驾驶证照片. A person looks at the photo."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, PhotoApproved
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, NO_OPEN_DUPLICATE, OWNERSHIP
from domain.services.checks.licence import STILL_A_LICENCE
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.licence_photo_submit import checks, form, words
from domain.services.licence_photo_submit.example import example
from domain.services.licence_photo_submit.facts import LicencePhotoSubmitFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: LicencePhotoSubmitFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _change(facts: LicencePhotoSubmitFacts, day: date) -> tuple[AnyChange, ...]:
    return (PhotoApproved(approved_on=day),)


LICENCE_PHOTO_SUBMIT: Final = Service(
    code="licence_photo_submit",
    number="D10",
    group=Group.LICENCE,
    archetype=Archetype.RECORD,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.LicencePhotoSubmit,
    facts=LicencePhotoSubmitFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        STILL_A_LICENCE,
        checks.NONE_APPROVED_LATELY,
        checks.PORTRAIT,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated(
        "decide_licence_photo_submit", Rule(1, date(2016, 1, 1), "office practice")
    ),
    fee=no_fee,
    on_request=frozenset({DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.MANDATE}),
    user_kinds=form.LicencePhotoSubmit.USER_KINDS,
    exclusive="licence_photo_submit",
    subject=Subject.LICENCE,
    change=_change,
    example=example,
    told=words.TOLD,
)
