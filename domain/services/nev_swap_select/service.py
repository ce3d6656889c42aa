"""The declaration of V10 新能源车换牌选号."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
)
from domain.services.checks.exchange import NEW_ENERGY
from domain.services.checks.number import NO_RESERVATION, NOT_BANNED, NUMBER_FREE
from domain.services.checks.vehicle import VEHICLE_STATE, VIOLATIONS
from domain.services.fees import no_fee
from domain.services.nev_swap_select import form, words
from domain.services.nev_swap_select.example import example
from domain.services.nev_swap_select.facts import NevSwapSelectFacts
from domain.services.number_choice.words import TOLD
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject

NEV_SWAP_SELECT: Final = Service(
    code="nev_swap_select",
    number="V10",
    group=Group.VEHICLE,
    archetype=Archetype.RESERVATION,
    window=WindowGroup.REGISTRATION,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.NevSwapSelect,
    facts=NevSwapSelectFacts,
    documents=only_a_mandate,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        VIOLATIONS,
        NEW_ENERGY,
        NOT_BANNED,
        NO_RESERVATION,
        NUMBER_FREE,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_nev_swap_select", Rule(0, date(2016, 1, 1), "platform practice")),
    fee=no_fee,
    told=TOLD,
    user_kinds=form.NevSwapSelect.USER_KINDS,
    exclusive="number_choice",
    subject=Subject.VEHICLE,
    example=example,
)
