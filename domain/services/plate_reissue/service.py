"""The declaration of V01 补换领机动车号牌."""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.dated import Dated, Rule
from domain.offices.business import WindowGroup
from domain.register.changes import AnyChange, DocumentReissued, TemporaryPlateIssued
from domain.services.archetype import Archetype
from domain.services.blank import BlankKind
from domain.services.checks.application import (
    IDENTITY,
    JURISDICTION,
    NO_OPEN_DUPLICATE,
    OWNERSHIP,
    TRUE_MATERIAL,
)
from domain.services.checks.vehicle import VEHICLE_STATE
from domain.services.choices import DocumentKind
from domain.services.fees import TEMP_PLATE_SHEET, plates_fen
from domain.services.plate_reissue import form, words
from domain.services.plate_reissue.checks import ONCE_ONLINE
from domain.services.plate_reissue.example import example
from domain.services.plate_reissue.facts import PlateReissueFacts
from domain.services.service import Group, Service, Subject

_CALENDAR: Final = Calendar()


def _documents(facts: PlateReissueFacts) -> frozenset[DocumentKind]:
    return form.documents_for(facts.reason, facts.capacity)


def _fee(facts: PlateReissueFacts, day: date) -> int:
    """New plates of the kind cost this, with the temporary plate where one is wanted."""
    return plates_fen(facts.plate_kind, day) + (
        TEMP_PLATE_SHEET.on(day) if facts.need_temp_plate else 0
    )


def _temp_plate_until(facts: PlateReissueFacts, day: date, calendar: Calendar) -> date | None:
    """While plates are made, the office issues a temporary one to who needs it (124 art. 44)."""
    if not facts.need_temp_plate:
        return None
    return due(Clock.TEMP_PLATE_REISSUE, day, judged_on=day, calendar=calendar)


def _change(facts: PlateReissueFacts, day: date) -> tuple[AnyChange, ...]:
    """The temporary plate of a vehicle that is registered is none of the three of art. 46."""
    reissued = DocumentReissued(service=facts.service)
    if not (valid_to := _temp_plate_until(facts, day, _CALENDAR)):
        return (reissued,)
    return (reissued, TemporaryPlateIssued(issued_on=day, valid_to=valid_to, counted=False))


PLATE_REISSUE: Final = Service(
    code="plate_reissue",
    number="V01",
    group=Group.VEHICLE,
    archetype=Archetype.DOCUMENT,
    blank=BlankKind.PLATE,
    window=WindowGroup.REISSUE_REPLACE,
    title=words.TITLE,
    wish=words.WISH,
    law=words.LAW,
    form=form.PlateReissue,
    facts=PlateReissueFacts,
    documents=_documents,
    checks=(
        IDENTITY,
        OWNERSHIP,
        JURISDICTION,
        VEHICLE_STATE,
        ONCE_ONLINE,
        NO_OPEN_DUPLICATE,
        TRUE_MATERIAL,
    ),
    decide_within=Dated("decide_plate_reissue", Rule(15, date(2008, 10, 1), "124:44")),
    fee=_fee,
    on_request=frozenset({DocumentKind.PLATE_PHOTO, DocumentKind.MANDATE}),
    temp_plate_until=_temp_plate_until,
    document=words.DOCUMENT,
    mounted=True,
    change=_change,
    user_kinds=form.PlateReissue.USER_KINDS,
    exclusive="plate_reissue",
    reissue=True,
    subject=Subject.VEHICLE,
    example=example,
    told=words.TOLD,
)
