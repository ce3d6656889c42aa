"""The declaration of V11 机动车检验预约."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.checks.appointment import PLACE_OPEN, SLOT_FREE
from domain.services.checks.vehicle import VEHICLE_STATE
from domain.services.fees import no_fee
from domain.services.inspection_booking import form, words
from domain.services.inspection_booking.checks import INSPECTION_DUE
from domain.services.inspection_booking.example import example
from domain.services.inspection_booking.facts import InspectionBookingFacts
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject

INSPECTION_BOOKING: Final = Service(
    code="inspection_booking",
    number="V11",
    group=Group.VEHICLE,
    archetype=Archetype.APPOINTMENT,
    window=WindowGroup.INSPECTION,
    title=words.TITLE,
    law=words.LAW,
    form=form.InspectionBooking,
    facts=InspectionBookingFacts,
    documents=only_a_mandate,
    checks=(VEHICLE_STATE, INSPECTION_DUE, PLACE_OPEN, SLOT_FREE, NO_OPEN_DUPLICATE),
    decide_within=Dated(
        "decide_inspection_booking", Rule(0, date(2016, 1, 1), "platform practice")
    ),
    fee=no_fee,
    told=words.TOLD,
    wish=words.WISH,
    user_kinds=form.InspectionBooking.USER_KINDS,
    exclusive="inspection_booking",
    subject=Subject.VEHICLE,
    settles=frozenset({ReminderTopic.INSPECTION}),
    example=example,
)
