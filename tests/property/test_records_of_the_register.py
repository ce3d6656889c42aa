"""Whatever outcomes change in a record, and whatever runs out meanwhile, these things stay true."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.aggregate import Aggregate
from domain.aggregates import CODEC
from domain.identifiers.licence_classes import LicenceClass
from domain.licences.commands import ChangeLicence, EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command, Event, PassDeadline
from domain.register import changes as c
from domain.register.licence import LicenceDuty, LicenceState
from domain.register.vehicle import VehicleState
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, decided
from tests.kit.register_records import normal_licence, normal_vehicle

BEGUN: Final = datetime(2020, 3, 2, 1, tzinfo=UTC)
TODAY: Final = BEGUN.date()
written: Final = msgspec.json.Encoder(order="deterministic").encode
DAYS = st.dates(date(2019, 1, 1), date(2024, 12, 31))
CLASSES = st.lists(st.sampled_from(LicenceClass), min_size=1, max_size=3, unique=True).map(tuple)
DUTIES = st.sampled_from(LicenceDuty)
CHANGES = st.one_of(
    st.just(c.ContactChanged()),
    st.just(c.DocumentReissued(service="plate_reissue")),
    st.builds(c.TemporaryPlateIssued, issued_on=DAYS, valid_to=DAYS, counted=st.booleans()),
    st.builds(c.InspectionExtended, months=st.integers(1, 24)),
    st.builds(c.LicenceRenewed, renewed_on=DAYS),
    st.builds(c.ClassesReduced, classes=CLASSES),
    st.builds(c.MedicalSubmitted, issued_on=DAYS, fit_for=CLASSES),
    st.builds(c.DutyDeferred, duty=DUTIES, base_on=DAYS, until=DAYS),
    st.builds(c.DeferralUndone, duty=DUTIES, base_on=DAYS),
    st.builds(c.PhotoApproved, approved_on=DAYS),
)
STEPS = st.lists(st.one_of(st.lists(CHANGES, max_size=4).map(tuple), st.just("wait")), max_size=12)


def letters_of(kind: type[VehicleState] | type[LicenceState]) -> st.SearchStrategy[Any]:
    """Some letters, or that of what is normal."""
    others = st.frozensets(st.sampled_from(sorted(set(kind) - {kind.NORMAL})), max_size=3)
    return others.map(lambda some: some or frozenset({kind.NORMAL}))


VEHICLES = st.builds(
    lambda states, until: replace(normal_vehicle(TODAY), states=states, inspected_until=until),
    letters_of(VehicleState),
    st.none() | DAYS,
)
LICENCES = st.builds(
    lambda states, review, medical: replace(
        normal_licence(TODAY), states=states, review_due_on=review, medical_due_on=medical
    ),
    letters_of(LicenceState),
    st.none() | DAYS,
    st.none() | DAYS,
)


def lived(of: Aggregate[Any], first: Command, change: Any, steps: Sequence[Any]) -> list[Event]:
    """The history of a record that is entered, changed, and left alone until a timer runs out."""
    history, now = list(decided(of, first, [], BEGUN)), BEGUN
    for step in steps:
        now += timedelta(days=1)
        if step != "wait":
            history += decided(of, change(case=CASE, changes=step), history, now)
        elif of.timer and (timer := of.timer(of.fold(history))):
            now = max(now, timer.at)
            history += decided(of, PassDeadline(clock=timer.clock), history, now)
    return history


def stays_true(of: Aggregate[Any], history: Sequence[Event], normal: str) -> None:
    state, timed = of.initial, of.timed(of.initial)
    for event in history:
        stored = CODEC.event(written(event))
        kept = msgspec.json.decode(written(timed), type=type(timed))
        state, timed = of.evolve(state, stored), of.timed(of.evolve(kept, event))
        assert of.timer
        assert of.timer(timed) == of.timer(state), "the read model of timers sees the same"
        letters = state.record.states
        assert normal not in letters or len(letters) == 1
    assert state == of.fold(history), "what was stored folds to the same record"


@given(VEHICLES, STEPS)
def test_a_vehicle(record: Any, steps: Sequence[Any]) -> None:
    history = lived(VEHICLE, EnterVehicle(record=record), ChangeVehicle, steps)
    stays_true(VEHICLE, history, VehicleState.NORMAL)


@given(LICENCES, STEPS)
def test_a_licence(record: Any, steps: Sequence[Any]) -> None:
    history = lived(LICENCE, EnterLicence(record=record), ChangeLicence, steps)
    stays_true(LICENCE, history, LicenceState.NORMAL)
