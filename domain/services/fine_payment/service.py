"""The declaration of P02 罚款缴纳."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.checks.penalty import DECISION, UNPAID
from domain.services.choices import DocumentKind
from domain.services.fees import no_fee
from domain.services.fine_payment import form, words
from domain.services.fine_payment.example import example
from domain.services.fine_payment.facts import FinePaymentFacts
from domain.services.service import Group, Service, Subject


def _documents(facts: FinePaymentFacts) -> frozenset[DocumentKind]:
    return frozenset()


FINE_PAYMENT: Final = Service(
    code="fine_payment",
    number="P02",
    group=Group.VIOLATION,
    archetype=Archetype.PENALTY,
    window=WindowGroup.OTHER,
    title=words.TITLE,
    law=words.LAW,
    form=form.FinePayment,
    facts=FinePaymentFacts,
    documents=_documents,
    checks=(DECISION, UNPAID),
    decide_within=Dated("decide_fine_payment", Rule(0, date(2004, 5, 1), "platform practice")),
    fee=no_fee,
    told=words.TOLD,
    automatic=True,
    wish=words.WISH,
    user_kinds=form.FinePayment.USER_KINDS,
    exclusive="fine_payment",
    subject=Subject.MATTER,
    example=example,
)
