"""The declaration of V08 二手车预选号牌."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, NO_OPEN_DUPLICATE
from domain.services.checks.number import NO_RESERVATION, NOT_BANNED, NUMBER_FREE, VEHICLE_KNOWN
from domain.services.checks.vehicle import VEHICLE_STATE
from domain.services.fees import no_fee
from domain.services.number_choice.words import TOLD
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject
from domain.services.used_vehicle_preselect import form, words
from domain.services.used_vehicle_preselect.checks import UNENCUMBERED
from domain.services.used_vehicle_preselect.example import example
from domain.services.used_vehicle_preselect.facts import UsedVehiclePreselectFacts

USED_VEHICLE_PRESELECT: Final = Service(
    code="used_vehicle_preselect",
    number="V08",
    group=Group.VEHICLE,
    archetype=Archetype.RESERVATION,
    window=WindowGroup.REGISTRATION,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.UsedVehiclePreselect,
    facts=UsedVehiclePreselectFacts,
    documents=only_a_mandate,
    checks=(
        IDENTITY,
        NOT_BANNED,
        VEHICLE_KNOWN,
        VEHICLE_STATE,
        UNENCUMBERED,
        NO_RESERVATION,
        NUMBER_FREE,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated(
        "decide_used_vehicle_preselect", Rule(0, date(2012, 9, 12), "platform practice")
    ),
    fee=no_fee,
    told=TOLD,
    user_kinds=form.UsedVehiclePreselect.USER_KINDS,
    exclusive="number_choice",
    subject=Subject.VEHICLE,
    example=example,
)
