"""Penalties of whoever signs in on the page of a demonstration, at different points of the way."""

import json
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from api.desk import Desk
from api.resources import CASES
from api.sealed_text import with_sealed_text
from cheguan.town.fines import TownFines
from cheguan.town.numbers import vehicle_identification
from domain.calendar import start_of_day
from domain.case.case import CASE
from domain.case.penalty.checks import unsaid
from domain.case.penalty.commands import (
    AskForFine,
    DecidePenalty,
    RejectStatement,
    ShowFacts,
)
from domain.case.review.commands import CheckResult
from domain.case.state import Case
from domain.door.door import Begun
from domain.door.request import own_request
from domain.identifiers.plate import PlateKind
from domain.message import Command
from domain.penalties.commands import EnterPenalty
from domain.penalties.penalty import PENALTY
from domain.penalties.state import penalty_named
from domain.people import Actor, Role, system
from domain.register.streams import vehicle_stream
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from domain.violations.capture import Capture, plate_key, sealed
from domain.violations.commands import EnterViolation, PublishViolation
from domain.violations.violation import VIOLATION
from tests.kit.life import CHECKER, CLERK
from tests.kit.offices import asked
from tests.kit.page_office import ID_NO
from tests.kit.register_records import normal_vehicle

ANSWER: Final = "经复核，影像清晰，事实清楚，陈述申辩理由不成立。"
STATEMENT: Final = "当时正在避让急救车辆，请核实。"
LUOYANG: Final = "410300"
LATE_DECISION: Final = "4101052004150001"
LATE_DAYS: Final = 10
"""By so many days the fine of that decision is late, when its driver asks what he owes."""
PLATE: Final = "豫A8G7H6"
VIN: Final = vehicle_identification(2019, 77)
PLACE: Final = "郑州市金水区花园路与农科路交叉口"
SLIGHT, GRAVE = "4101059988776601", "4101059988776602"
"""The numbers of what cameras have recorded of that vehicle."""
_OBJECTED: Final = {"accept_facts": False, "statement": STATEMENT}


async def own_penalties(made: Desk) -> None:
    """One is being looked at again, two were heard, one is decided, and one fine is late. One
    happened in another city.

    A vehicle of his has two more, of which one is too grave to be dealt with online.
    """
    citizen = await _citizen(made)
    await own_vehicle(made)
    await _violation(made, citizen, 1, _OBJECTED)
    for number in (2, 4):
        heard = await _violation(made, citizen, number, _OBJECTED)
        await _given(made, heard, CLERK, RejectStatement(note=ANSWER))
    decided = await _violation(made, citizen, 3, {})
    await _given(made, decided, CLERK, DecidePenalty())
    await _violation(made, citizen, 5, {}, LUOYANG)
    await _late_fine(made, citizen)


async def _citizen(made: Desk) -> Actor:
    assert made.demo_issuer
    token = made.demo_issuer.token(role=Role.APPLICANT, subject="demo-citizen", lifetime=60)
    return (await made.verifier.identify(token.encode())).actor


async def _violation(
    made: Desk, by: Actor, number: int, told: dict[str, Any], office: str | None = None
) -> UUID:
    """A case whose facts are on record and shown. It happened in the prefecture of ``office``."""
    example = CATALOGUE["violation_handling"].example(made.today)
    example["violation"] = {**example["violation"], "violation_no": f"41010512345678{number:02d}"}
    case = await _submitted(made, by, {**example, **told})
    current = await _current(made, case)
    seen = {**example["violation"], **example["licence"]}
    there = replace(current, office=office or current.office)
    await TownFines(made.door, made.keyring, made.names, made.clock).enter(case, there, seen)
    open_checks = unsaid(current, CATALOGUE["violation_handling"])
    results = tuple(CheckResult(code, True) for code in open_checks)
    await _given(made, case, CLERK, ShowFacts(results=results))
    return case


async def own_vehicle(made: Desk, *, published: bool = True) -> None:
    """A vehicle of whose ID number is ``ID_NO``, and what a camera has recorded of it."""
    names, number = made.names, made.names.of(Purpose.ID_NO, ID_NO)
    vin = names.of(Purpose.VIN, VIN)
    plate = names.of(Purpose.PLATE, plate_key(PlateKind.SMALL_CAR, PLATE))
    record = replace(normal_vehicle(made.today), owner=number, vin=vin, plate_no=plate)
    entered, by = EnterVehicle(record=record), system("import")
    stream = vehicle_stream(vin)
    await made.door.handle(VEHICLE, stream, entered, own_request("import", stream, 0, entered))
    for violation_no, fine_fen, points in ((SLIGHT, 100_00, 3), (GRAVE, 1_000_00, 6)):
        capture = Capture(
            violation_no=violation_no,
            plate_kind=PlateKind.SMALL_CAR,
            plate_no=PLATE,
            occurred_at=start_of_day(made.today - timedelta(days=9)) + timedelta(hours=9),
            place=PLACE,
            office="410100",
        )
        stream, recorded = sealed(capture, await made.keyring.new_key(), names)
        await made.door.begin(VIOLATION, Begun(stream, recorded, asked(recorded, by)))
        enter = EnterViolation(act_code="1344", fine_fen=fine_fen, points=points)
        for command in (enter, PublishViolation()) if published else (enter,):
            await made.door.handle(VIOLATION, stream, command, asked(command, CLERK))


async def _late_fine(made: Desk, by: Actor) -> None:
    """A patrol has fined him, and he asks what he owes, late as he is."""
    entered = EnterPenalty(
        decision_no=LATE_DECISION,
        office="410100",
        fine_fen=200_00,
        received_on=made.today - timedelta(days=15 + LATE_DAYS),
    )
    stream = penalty_named(LATE_DECISION)
    by_system = system("road")
    await made.door.begin(PENALTY, Begun(stream, entered, asked(entered, by_system)))
    example = CATALOGUE["fine_payment"].example(made.today)
    case = await _submitted(made, by, {**example, "decision": {"decision_no": LATE_DECISION}})
    await _given(made, case, CHECKER, AskForFine())


async def _submitted(made: Desk, by: Actor, body: dict[str, Any]) -> UUID:
    form = read_form(json.dumps(body).encode(), today=made.today)
    case, submit = await made.applications.prepare(form)
    await made.door.begin(CASE, Begun(case, submit, asked(submit, by)))
    return case


async def _given(made: Desk, case: UUID, by: Actor, *given: Command) -> None:
    for command in given:
        told = with_sealed_text(made, CASES.key_of, command)
        await made.door.handle(CASE, case, told, asked(command, by))


async def _current(made: Desk, case: UUID) -> Case:
    opened, _ = await made.door.open(CASE, case, CLERK)
    return opened.state
