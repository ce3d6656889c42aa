"""The declaration of V01 补换领机动车号牌."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.services import examples, laws
from domain.services.checks import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
    VEHICLE_STATE,
)
from domain.services.choices import DocumentKind
from domain.services.facts import Facts
from domain.services.fees import plate_fee
from domain.services.plate_reissue import form
from domain.services.service import Archetype, Group, Route, Service, Subject
from domain.titles import Title


def _documents(facts: Facts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.reason, facts.capacity)


PLATE_REISSUE: Final = Service(
    code="plate_reissue",
    number="V01",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    title=Title(zh="补换领机动车号牌", en="Reissue or replacement of plates"),
    law=laws.PLATES,
    form=form.PlateReissue,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_plate_reissue", Rule(15, date(2008, 10, 1), "124:44")),
    fee=plate_fee,
    route=Route.DOCUMENT_BY_POST,
    user_kinds=form.PlateReissue.USER_KINDS,
    exclusive="plate_reissue",
    subject=Subject.VEHICLE,
    example=examples.plate_reissue,
)
