"""The declaration of D07 延期提交身体条件证明."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.licence import LicenceDuty
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, JURISDICTION, NO_OPEN_DUPLICATE
from domain.services.checks.licence import LICENCE_STATE
from domain.services.choices import DocumentKind
from domain.services.deferral.checks import DEFERRAL_PROOF, first_of
from domain.services.deferral.facts import deferred
from domain.services.deferral.form import documents_for
from domain.services.deferral.words import LAW, TOLD
from domain.services.fees import no_fee
from domain.services.medical_deferral import checks, form, words
from domain.services.medical_deferral.example import example
from domain.services.medical_deferral.facts import MedicalDeferralFacts
from domain.services.service import Group, Service, Subject

MEDICAL_DEFERRAL: Final = Service(
    code="medical_deferral",
    number="D07",
    group=Group.LICENCE,
    archetype=Archetype.DEFERRAL,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=LAW,
    form=form.MedicalDeferral,
    facts=MedicalDeferralFacts,
    documents=documents_for,
    checks=(
        IDENTITY,
        LICENCE_STATE,
        JURISDICTION,
        DEFERRAL_PROOF,
        checks.DUTY,
        checks.IN_TIME,
        first_of(LicenceDuty.MEDICAL),
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_medical_deferral", Rule(1, date(2016, 4, 1), "office practice")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.MANDATE}),
    user_kinds=form.MedicalDeferral.USER_KINDS,
    exclusive="medical_deferral",
    subject=Subject.LICENCE,
    change=deferred(LicenceDuty.MEDICAL),
    settles=frozenset({ReminderTopic.MEDICAL}),
    example=example,
    told=TOLD,
)
