"""Cases that a clerk of Luoyang takes in at his window, and the steps of its prefecture."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import start_of_day
from domain.case.case import CASE
from domain.case.grounds import GreenKind
from domain.case.intake.commands import GreenAtWindow, SubmitCase, TakeInAtWindow
from domain.case.overlays.reasons import GreenProof
from domain.case.state import Case
from domain.message import Event
from domain.people import Actor, Role
from domain.prefectures.changes import EVERYTHING
from domain.prefectures.state import (
    OfficeDecided,
    Prefecture,
    PrefectureStage,
    StepDecided,
    stream_of,
)
from domain.prefectures.step import Step
from domain.refusal import Refusal
from domain.services.catalogue import EVERY_SERVICE
from domain.services.reader import read_window_form
from domain.services.split import clear_facts
from domain.services.window.facts import WindowFacts
from tests.unit.case.given import circumstances, morning

MONDAY = date(2020, 2, 24)
LUOYANG, KAIFENG = "410300", "410200"
CLERK = Actor(Role.CLERK, "clerk", LUOYANG)
REVIEWER = Actor(Role.CLERK, "reviewer", LUOYANG)
LEADER = Actor(Role.SUPERVISOR, "leader", LUOYANG)
COUNTY, BRANCH, STATION = "410324", "410300.br1", "410300.st1"
GREEN = GreenAtWindow(kind=GreenKind.AMBULANCE, proof=GreenProof.SEEN, note="pii1.note")


def at_step(step: Step, *counties: str, regions: tuple[str, ...] = (LUOYANG,)) -> dict[UUID, Any]:
    """Prefectures of class two that have come to a step, with these county offices open."""
    day = date(2020, 2, 24)
    return {
        stream_of(region): Prefecture(
            PrefectureStage.REOPENING,
            region,
            2,
            (StepDecided(date(2020, 1, 24), Step.SUSPENDED), StepDecided(day, step)),
            offices=tuple(OfficeDecided(day, each, EVERYTHING) for each in counties),
        )
        for region in regions
    }


def at_clock(day: date, hour: int) -> datetime:
    """The instant of an hour of the office's day."""
    return start_of_day(day) + timedelta(hours=hour)


def command(
    service: str,
    *,
    counter: str = LUOYANG,
    home: str = LUOYANG,
    green: GreenAtWindow | None = None,
    **facts: Any,
) -> TakeInAtWindow:
    body = json.dumps(EVERY_SERVICE[service].example(MONDAY)).encode()
    form = read_window_form(body, today=MONDAY)
    stored = clear_facts(form)
    assert isinstance(stored, WindowFacts)
    return TakeInAtWindow(
        application=SubmitCase(
            office=home,
            reference="0000-0000-0000-Q",
            facts=replace(stored, **facts),
            key_id=UUID(int=1),
            sealed={"applicant": "pii1.a"},
            claim=UUID(int=2),
            id_no_index=b"applicant",
        ),
        counter=counter,
        green=green,
    )


def decided(
    given: TakeInAtWindow,
    seen: Mapping[UUID, Any],
    by: Actor = CLERK,
    indexes: frozenset[bytes] = frozenset(),
    now: datetime | None = None,
) -> tuple[Event, ...]:
    at = dataclasses.replace(
        circumstances(now or morning(MONDAY), by),
        catalogue=EVERY_SERVICE,
        seen=seen,
        id_indexes=indexes,
        owner=by,
    )
    return CASE.decide(Case(), given, at).events


def refused(
    given: TakeInAtWindow,
    seen: Mapping[UUID, Any],
    by: Actor = CLERK,
    now: datetime | None = None,
) -> Refusal:
    with pytest.raises(Refusal) as caught:
        decided(given, seen, by, now=now)
    return caught.value
