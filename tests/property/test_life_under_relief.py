"""A case whose terms reliefs move: announced, ended, taken back, at any moment of its life."""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.calendar import local_day
from domain.case.deadlines.events import CaseLapsed, DeadlineBroughtForward
from domain.case.deadlines.relief import moved_by_reliefs
from domain.case.delivery.events import PickupExpired
from domain.case.intake.events import CorrectionExpired
from domain.case.reservation.events import ReservationExpired
from domain.clocks.clock import Clock
from domain.clocks.relief import LAPSING
from domain.message import CountReliefs, Event
from domain.people import Actor, system
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.events import ReliefEnded
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import Reliefs
from tests.kit.reliefs import added, suspended
from tests.property.days_left import DaysLeft
from tests.property.test_life_of_a_case import LifeOfACase

LAPSES: Final = (CorrectionExpired, PickupExpired, CaseLapsed, ReservationExpired)
CLOCKS = st.lists(st.sampled_from(sorted(LAPSING)), min_size=1, unique=True)
DAYS = st.integers(-40, 40)


class NoCount(DaysLeft):
    """The second count of days on hold knows no reliefs."""

    def seen(self, *_: Any) -> None:
        pass


class LifeUnderRelief(LifeOfACase):
    """No deadline passes that a relief moves, none gets earlier, and what is due is stored."""

    def __init__(self) -> None:
        super().__init__()
        self.left = NoCount()
        self.reliefs = Reliefs()
        self.told = True

    @rule(
        clocks=CLOCKS,
        first=DAYS,
        length=st.none() | st.integers(0, 90),
        months=st.integers(0, 3),
        instead=st.booleans(),
        followed=st.booleans(),
    )
    def a_relief_is_announced(
        self,
        clocks: list[Clock],
        first: int,
        length: int | None,
        months: int,
        instead: bool,
        followed: bool,
    ) -> None:
        begins = local_day(self.now) + timedelta(days=first)
        said: dict[str, Any] = {
            "relief": f"relief-{self.reliefs.announced + 1}",
            "announced_on": local_day(self.now),
            "first": begins,
            "last": None if length is None else begins + timedelta(days=length),
        }
        if instead and self.reliefs.standing:
            said["instead_of"] = self.reliefs.standing[0].relief
        of = added if months and length is not None else suspended
        more = {"months": months} if of is added else {}
        self.decided_on(of(*clocks, **said, **more), followed)

    @rule(days=st.integers(0, 30), followed=st.booleans())
    def an_open_relief_ends(self, days: int, followed: bool) -> None:
        for each in self.reliefs.standing:
            if each.is_open:
                last = max(local_day(self.now), each.first) + timedelta(days=days)
                self.decided_on(ReliefEnded(relief=each.relief, last=last), followed)
                return

    def decided_on(self, event: Event, followed: bool) -> None:
        self.reliefs = RELIEFS.evolve(self.reliefs, event)
        self.told = False
        if followed:
            self.everything_is_counted()

    @rule()
    def everything_is_counted(self) -> None:
        """However often the service says so, it acts once."""
        self.give(system("reactor"), CountReliefs())
        self.told = True
        assert self.give(system("reactor"), CountReliefs()) == []

    def known(self) -> dict[UUID, Any]:
        return super().known() | {OF_THE_PROVINCE.stream: self.reliefs}

    def happened(self, event: Event, by: Actor) -> None:
        """No deadline comes earlier, unless make-up days have brought it forward."""
        before = self.case
        if isinstance(event, LAPSES):
            assert moved_by_reliefs(before, self.seen_by(by)) == []
        super().happened(event, by)
        was, now = before.deadline, self.case.deadline
        if isinstance(event, DeadlineBroughtForward):
            return
        if was and now and now.clock == was.clock and self.case.stage is before.stage:
            assert now.on >= was.on

    @invariant()
    def a_deadline_stands_where_the_reliefs_put_it(self) -> None:
        """So no decision that begins a term, or lets it go on, has forgotten to ask them."""
        if self.told:
            assert moved_by_reliefs(self.case, self.seen_by(system("reactor"))) == []


LifeUnderRelief.TestCase.settings = settings(
    max_examples=60, stateful_step_count=40, deadline=None, print_blob=True
)
TestLifeUnderRelief = LifeUnderRelief.TestCase
