"""Services about vehicles."""

from datetime import date
from typing import Final

from domain.catalogue import examples
from domain.catalogue.checks import (
    IDENTITY,
    JURISDICTION,
    MOBILE_VERIFIED,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
    VEHICLE_STATE,
)
from domain.catalogue.fees import no_fee, plate_fee
from domain.catalogue.service import Archetype, Group, Route, Service, Subject
from domain.dated import Dated, Rule
from domain.forms import laws, plate_reissue, vehicle_contact_change
from domain.forms.choices import DocumentKind
from domain.forms.facts import Facts
from domain.titles import Title


def plate_documents(facts: Facts) -> frozenset[DocumentKind]:
    return plate_reissue.documents_for(facts.reason, facts.capacity)


def contact_documents(facts: Facts) -> frozenset[DocumentKind]:
    return vehicle_contact_change.documents_for(facts.capacity)


PLATE_REISSUE: Final = Service(
    code="plate_reissue",
    number="V01",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    title=Title(zh="补换领机动车号牌", en="Reissue or replacement of plates"),
    law=laws.PLATES,
    form=plate_reissue.PlateReissue,
    documents=plate_documents,
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
    user_kinds=plate_reissue.PlateReissue.USER_KINDS,
    exclusive="plate_reissue",
    subject=Subject.VEHICLE,
    example=examples.plate_reissue,
)

VEHICLE_CONTACT_CHANGE: Final = Service(
    code="vehicle_contact_change",
    number="V06",
    group=Group.VEHICLE,
    archetype=Archetype.RECORD,
    title=Title(zh="变更机动车联系方式", en="Change of the vehicle owner's contact"),
    law=laws.VEHICLE_CONTACT,
    form=vehicle_contact_change.VehicleContactChange,
    documents=contact_documents,
    checks=(OWNERSHIP, MOBILE_VERIFIED),
    decide_within=Dated("decide_vehicle_contact_change", Rule(1, date(2008, 10, 1), "124:17")),
    fee=no_fee,
    route=Route.RECORD,
    automatic=True,
    user_kinds=vehicle_contact_change.VehicleContactChange.USER_KINDS,
    exclusive="vehicle_contact_change",
    subject=Subject.VEHICLE,
    example=examples.vehicle_contact_change,
)
