"""The declaration of V09 新能源车换牌预约."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.services.archetype import Archetype
from domain.services.blocks.exchange.kinds import NEW_KIND
from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
)
from domain.services.checks.appointment import PLACE_OPEN, SLOT_FREE
from domain.services.checks.exchange import NEW_ENERGY
from domain.services.checks.vehicle import VEHICLE_STATE, VIOLATIONS
from domain.services.fees import DRIVING_PERMIT, no_fee, plates_fen
from domain.services.nev_swap_booking import form, words
from domain.services.nev_swap_booking.example import example
from domain.services.nev_swap_booking.facts import NevSwapBookingFacts
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject


def _at_the_exchange(facts: NevSwapBookingFacts, day: date) -> int:
    """What the window's own case collects, in fen: the plates of the new kind, and another
    driving permit.
    """
    return plates_fen(NEW_KIND[facts.plate_kind], day) + DRIVING_PERMIT.on(day)


NEV_SWAP_BOOKING: Final = Service(
    code="nev_swap_booking",
    number="V09",
    group=Group.VEHICLE,
    archetype=Archetype.APPOINTMENT,
    window=WindowGroup.REGISTRATION,
    title=words.TITLE,
    law=words.LAW,
    form=form.NevSwapBooking,
    facts=NevSwapBookingFacts,
    documents=only_a_mandate,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        VIOLATIONS,
        NEW_ENERGY,
        PLACE_OPEN,
        SLOT_FREE,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_nev_swap_booking", Rule(0, date(2016, 1, 1), "platform practice")),
    fee=no_fee,
    later_fee=_at_the_exchange,
    told=words.TOLD,
    wish=words.WISH,
    user_kinds=form.NevSwapBooking.USER_KINDS,
    exclusive="nev_swap_booking",
    subject=Subject.VEHICLE,
    example=example,
)
