"""The declaration of V04 申领临时号牌."""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.plates import temporary_until
from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, NeverRegistered, TemporaryPlateIssued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import IDENTITY, NO_OPEN_DUPLICATE, TRUE_MATERIAL
from domain.services.checks.vehicle import VEHICLE_STATE
from domain.services.choices import Capacity, DocumentKind
from domain.services.fees import TEMP_PLATE_SHEET
from domain.services.service import Group, Service, Subject
from domain.services.temp_plate import form, words
from domain.services.temp_plate.checks import INSURED, LIMIT, NOT_REGISTERED, VIN
from domain.services.temp_plate.example import example
from domain.services.temp_plate.facts import LIMITED, TempPlateFacts
from domain.services.temp_plate.papers import EVER, documents_for

_CALENDAR: Final = Calendar()


def _documents(facts: TempPlateFacts) -> frozenset[DocumentKind]:
    return documents_for(facts.case_kind, facts.origin, facts.capacity is Capacity.AGENT)


def _fee(facts: TempPlateFacts, day: date) -> int:
    return TEMP_PLATE_SHEET.on(day)


def _valid_to(facts: TempPlateFacts, day: date, calendar: Calendar) -> date:
    """It counts from its first day, or from the day of issue if that is later.

    After its last day it is void by itself (124 art. 46), so nothing has to happen then.
    """
    first = max(facts.valid_from, day)
    return temporary_until(first, facts.use, judged_on=day, calendar=calendar)


def _change(facts: TempPlateFacts, day: date) -> tuple[AnyChange, ...]:
    return (
        TemporaryPlateIssued(
            issued_on=day,
            valid_to=_valid_to(facts, day, _CALENDAR),
            counted=facts.case_kind in LIMITED,
            vehicle=NeverRegistered(
                office=facts.office_id, type=facts.vehicle_type, seats=facts.seats
            ),
        ),
    )


TEMP_PLATE: Final = Service(
    code="temp_plate",
    number="V04",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.TEMPORARY_PLATE,
    window=WindowGroup.TEMPORARY_PLATES,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.TempPlate,
    facts=TempPlateFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        VIN,
        NOT_REGISTERED,
        VEHICLE_STATE,
        INSURED,
        LIMIT,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_temp_plate", Rule(1, date(2008, 10, 1), "124:46")),
    fee=_fee,
    on_request=EVER,
    temp_plate_until=_valid_to,
    document=words.DOCUMENT,
    replaces=False,
    change=_change,
    user_kinds=form.TempPlate.USER_KINDS,
    exclusive="temp_plate",
    subject=Subject.VEHICLE,
    example=example,
)
