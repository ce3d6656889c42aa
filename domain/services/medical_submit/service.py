"""The declaration of D06 提交身体条件证明. A person reads the certificate."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.law import Law
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, MedicalSubmitted
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.blocks.medical.duty import LAW
from domain.services.checks import medical
from domain.services.checks.application import (
    IDENTITY,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.licence import STILL_A_LICENCE
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.medical_submit import form, words
from domain.services.medical_submit.example import example
from domain.services.medical_submit.facts import MedicalSubmitFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: MedicalSubmitFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.capacity)


def _change(facts: MedicalSubmitFacts, day: date) -> tuple[AnyChange, ...]:
    return (MedicalSubmitted(issued_on=facts.examined_on, fit_for=facts.fit_for),)


MEDICAL_SUBMIT: Final = Service(
    code="medical_submit",
    number="D06",
    group=Group.LICENCE,
    archetype=Archetype.RECORD,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    wish=words.WISH,
    law=LAW,
    form=form.MedicalSubmit,
    facts=MedicalSubmitFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        STILL_A_LICENCE,
        medical.HOSPITAL,
        medical.AFTER_THE_CYCLE,
        medical.FIT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_medical_submit", Rule(1, date(2016, 4, 1), "office practice")),
    fee=no_fee,
    on_request=frozenset({DocumentKind.ID_FRONT, DocumentKind.ID_BACK, DocumentKind.MANDATE}),
    user_kinds=form.MedicalSubmit.USER_KINDS,
    exclusive="medical_submit",
    subject=Subject.LICENCE,
    change=_change,
    anywhere=Law("139", "70", verified=True),
    settles=frozenset({ReminderTopic.MEDICAL}),
    example=example,
    told=words.TOLD,
)
