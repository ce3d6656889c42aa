"""Whatever is decided, reopened and revoked: a record is what the standing decisions make of it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.aggregate import Aggregate
from domain.calendar import local_day
from domain.licences.commands import EnterLicence
from domain.licences.events import LicenceOutcomeUndone
from domain.licences.licence import LICENCE
from domain.message import Command, Event, PassDeadline
from domain.people import Actor, Role
from domain.reaction import Cause, Reaction
from domain.register.changes import OutcomeUndone
from domain.register.outcomes import case_of
from domain.services.choices import PaymentMethod
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.events import VehicleOutcomeUndone
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import STREAM, decided
from tests.kit.life import submission
from tests.kit.register_records import normal_licence, normal_vehicle
from tests.property.outcomes import Applied

BEGUN: Final = datetime(2020, 3, 2, 1, tzinfo=UTC)
TODAY: Final = local_day(BEGUN)
UNDONE: Final = LicenceOutcomeUndone | VehicleOutcomeUndone
OF_A_VEHICLE: Final = (
    "exempt_inspection_mark",
    "temp_plate",
    "vehicle_contact_change",
    "plate_reissue",
)
OF_A_LICENCE: Final = (
    "renewal_deferral",
    "licence_renewal",
    "medical_submit",
    "driver_contact_change",
    "licence_photo_submit",
    "licence_overage_exchange",
)
ACTS: Final = ("approve", "approve", "refuse", "reopen", "reopen", "revoke", "wait")
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS)), max_size=16)


class Kept:
    """A record, and beside it the orders that stand, each with what it had come to."""

    def __init__(self, of: Aggregate[Any], entered: Command) -> None:
        self.of, self.entered = of, entered
        self.history: list[Event] = list(decided(of, entered, [], BEGUN))
        self.stand: dict[UUID, tuple[Any, datetime, tuple[Event, ...]]] = {}
        self.ordered: set[UUID] = set()
        self.computed_alone = True

    def follows(self, cause: Cause[Any], now: datetime) -> None:
        (reaction,) = (each for each in self.of.reactions if each.on is type(cause.event))
        assert isinstance(reaction, Reaction)
        (asked,) = reaction.then(cause)
        events = decided(self.of, asked.command, self.history, now)
        self.history += events
        changes = cause.event.changes
        if any(isinstance(each, OutcomeUndone) for each in changes):
            self.ordered.discard(cause.stream)
            self.stand.pop(cause.stream, None)
        self.computed_alone &= not any(getattr(each, "built_on_by", ()) for each in events)
        if anew := tuple(each for each in changes if not isinstance(each, OutcomeUndone)):
            assert cause.stream not in self.ordered, "nothing is ordered twice"
            self.ordered.add(cause.stream)
            came = tuple(each for each in events if not isinstance(each, UNDONE))
            self.stand[cause.stream] = (replace(asked.command, changes=anew), now, came)

    def waits(self, now: datetime) -> datetime:
        assert self.of.timer
        timer = self.of.timer(self.of.fold(self.history))
        if timer is None:
            return now
        self.computed_alone = False
        now = max(now, timer.at)
        self.history += decided(self.of, PassDeadline(clock=timer.clock), self.history, now)
        return now

    def is_what_stands(self) -> None:
        """It is folded from what stands and ran out, in its order, and nothing else."""
        state = self.of.fold(self.history)
        ids = {id(each) for _, _, came in self.stand.values() for each in came}
        left = [e for e in self.history if case_of(e) is None or id(e) in ids]
        expected = self.of.fold(left)
        assert bare(state.record) == bare(expected.record)
        assert state.contact == expected.contact
        if self.computed_alone:
            scratch = list(decided(self.of, self.entered, [], BEGUN))
            for command, now, _ in self.stand.values():
                scratch += decided(self.of, command, scratch, now)
            assert bare(self.of.fold(scratch).record) == bare(state.record)


def bare(record: Any) -> Any:
    """The record without what is void, which tells of decisions that do not stand."""
    return replace(record, void=())


def lived(kept: Kept, services: Sequence[str], steps: Sequence[tuple[int, str]]) -> None:
    cases = [Applied(UUID(int=100 + number), each) for number, each in enumerate(services)]
    citizen = Actor(Role.APPLICANT, "citizen")
    about = {"vehicle": STREAM} if kept.of is VEHICLE else {"licence": STREAM}
    for number, each in enumerate(cases):
        submit = submission(each.service, number, TODAY)
        if hasattr(submit.facts, "pays"):
            submit = replace(submit, facts=replace(submit.facts, pays=PaymentMethod.WINDOW))
        assert not list(each.gives(citizen, replace(submit, **about), BEGUN))
    now = BEGUN
    for number, act in steps:
        now += timedelta(minutes=1)
        if act == "wait":
            now = kept.waits(now)
            continue
        for cause in cases[number].acts(act, now):
            kept.follows(cause, now)
        kept.is_what_stands()
        assert kept.ordered == {each.stream for each in cases if each.approved}


def chosen(services: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(services), min_size=3, max_size=3)


@given(chosen(OF_A_LICENCE), STEPS)
def test_a_licence(services: Sequence[str], steps: Sequence[tuple[int, str]]) -> None:
    lived(Kept(LICENCE, EnterLicence(record=normal_licence(TODAY))), services, steps)


@given(chosen(OF_A_VEHICLE), STEPS)
def test_a_vehicle(services: Sequence[str], steps: Sequence[tuple[int, str]]) -> None:
    lived(Kept(VEHICLE, EnterVehicle(record=normal_vehicle(TODAY))), services, steps)
