"""The declaration of D05 考试预约."""

from datetime import date
from typing import Final

from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.reminder_topic import ReminderTopic
from domain.services.archetype import Archetype
from domain.services.checks.application import NO_OPEN_DUPLICATE
from domain.services.checks.appointment import PLACE_OPEN
from domain.services.exam_booking import form, words
from domain.services.exam_booking.checks import (
    ATTEMPTS_LEFT,
    CLASS_WANTED,
    INTERVAL,
    LEARNER,
    PERMIT_NUMBER,
    PERMIT_VALID,
    SUBJECT_IN_ORDER,
)
from domain.services.exam_booking.example import example
from domain.services.exam_booking.facts import ExamBookingFacts
from domain.services.fees import no_fee
from domain.services.paperless import only_a_mandate
from domain.services.service import Group, Service, Subject

EXAM_BOOKING: Final = Service(
    code="exam_booking",
    number="D05",
    group=Group.LICENCE,
    archetype=Archetype.APPOINTMENT,
    window=WindowGroup.EXAM,
    title=words.TITLE,
    law=words.LAW,
    form=form.ExamBooking,
    facts=ExamBookingFacts,
    documents=only_a_mandate,
    checks=(
        LEARNER,
        PERMIT_NUMBER,
        PERMIT_VALID,
        CLASS_WANTED,
        SUBJECT_IN_ORDER,
        INTERVAL,
        ATTEMPTS_LEFT,
        PLACE_OPEN,
        NO_OPEN_DUPLICATE,
    ),
    decide_within=Dated("decide_exam_booking", Rule(0, date(2016, 4, 1), "platform practice")),
    fee=no_fee,
    told=words.TOLD,
    wish=words.WISH,
    user_kinds=form.ExamBooking.USER_KINDS,
    exclusive="exam_booking",
    subject=Subject.MATTER,
    exam=lambda facts: facts.asked,
    settles=frozenset({ReminderTopic.LEARNER_PERMIT}),
    example=example,
)
