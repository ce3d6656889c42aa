"""The declaration of V07 新车注册登记预选号牌."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.checks.application import IDENTITY, NO_OPEN_DUPLICATE
from domain.services.checks.number import NOT_BANNED, NUMBER_FREE, VIN_FREE
from domain.services.fees import no_fee
from domain.services.new_vehicle_preselect import form, words
from domain.services.new_vehicle_preselect.example import example
from domain.services.new_vehicle_preselect.facts import NewVehiclePreselectFacts
from domain.services.number_choice.words import TOLD
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject

NEW_VEHICLE_PRESELECT: Final = Service(
    code="new_vehicle_preselect",
    number="V07",
    group=Group.VEHICLE,
    archetype=Archetype.RESERVATION,
    window=WindowGroup.REGISTRATION,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.NewVehiclePreselect,
    facts=NewVehiclePreselectFacts,
    documents=only_a_mandate,
    checks=(IDENTITY, NOT_BANNED, VIN_FREE, NUMBER_FREE, NO_OPEN_DUPLICATE),
    decide_within=Dated(
        "decide_new_vehicle_preselect", Rule(0, date(2012, 9, 12), "platform practice")
    ),
    fee=no_fee,
    told=TOLD,
    user_kinds=form.NewVehiclePreselect.USER_KINDS,
    exclusive="number_choice",
    subject=Subject.VEHICLE,
    example=example,
)
