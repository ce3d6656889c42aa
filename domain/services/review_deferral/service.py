"""The declaration of D08 延期驾驶证审验."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.licence import LicenceDuty
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, JURISDICTION, NO_OPEN_DUPLICATE
from domain.services.checks.licence import LICENCE_STATE
from domain.services.choices import DocumentKind
from domain.services.deferral.checks import DEFERRAL_PROOF, first_of
from domain.services.deferral.facts import deferred
from domain.services.deferral.form import documents_for
from domain.services.deferral.words import LAW, TOLD
from domain.services.fees import no_fee
from domain.services.review_deferral import checks, form, words
from domain.services.review_deferral.example import example
from domain.services.review_deferral.facts import ReviewDeferralFacts
from domain.services.service import Group, Service, Subject

REVIEW_DEFERRAL: Final = Service(
    code="review_deferral",
    number="D08",
    group=Group.LICENCE,
    archetype=Archetype.DEFERRAL,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=LAW,
    form=form.ReviewDeferral,
    facts=ReviewDeferralFacts,
    documents=documents_for,
    checks=(
        IDENTITY,
        LICENCE_STATE,
        JURISDICTION,
        DEFERRAL_PROOF,
        checks.DUTY,
        checks.IN_TIME,
        first_of(LicenceDuty.REVIEW),
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_review_deferral", Rule(1, date(2016, 4, 1), "office practice")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.MANDATE}),
    user_kinds=form.ReviewDeferral.USER_KINDS,
    exclusive="review_deferral",
    subject=Subject.LICENCE,
    change=deferred(LicenceDuty.REVIEW),
    example=example,
    told=TOLD,
)
