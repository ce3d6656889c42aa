"""A case in anybody's hands: what stays true whatever is asked, by whom and when."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.aggregates import CODEC
from domain.calendar import Calendar, local_day, start_of_day
from domain.case.case import CASE
from domain.case.deadlines.commands import FollowOpenings
from domain.case.deadlines.timers import timer
from domain.case.grounds import Hold
from domain.case.overlays.commands import ReleaseHold, SetHold
from domain.case.review.commands import RecordCheck
from domain.case.stage import OPEN, Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.message import Command, Event, PassDeadline
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role, system
from domain.prefectures.events import PrefectureClassified, StepTaken
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from domain.prefectures.windows import window_open
from domain.recorded_event import RecordedEvent
from domain.refusal import NotAtThisStage, NotPermitted, Refusal
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES
from domain.services.choices import PaymentMethod
from projections.caseload import row as caseload
from projections.throughput import fold as throughput_fold
from projections.throughput.plain import HELD
from projections.throughput.row import Counted
from projections.tracking import row as tracking
from tests.kit.envelopes import enveloped
from tests.kit.life import LEADER, MORNING, submission
from tests.property.announced import ANNOUNCED, looking
from tests.property.case_commands import fitting
from tests.property.case_events import holds_of
from tests.property.claims_taken import claims_taken_in_turn
from tests.property.clock_runs import the_clock_runs_while_the_office_must_act
from tests.property.closed_days import came_and_stands, what_happened
from tests.property.closed_windows import held_by_its_window
from tests.property.days_left import DaysLeft, never_late_at_rest, waited_for
from tests.property.hands import PEOPLE, giver, never_stuck
from tests.property.onward import onward
from tests.property.own_matters import OWNER, known_of, nobody_acts_in_them, of_the_agent
from tests.property.told_alike import nobody_pays_too_much, told_the_same

CALENDAR = Calendar()
STREAM = UUID(int=2)
KINDS = sorted((row.command for row in CASE.decisions), key=lambda kind: kind.__name__)
MOST_POSTS = 3
PAST = st.none() | st.integers(-1, 2)
"""How many days the last day that a case waits for is past when a hold comes."""
SERVICES = [*OPEN_SERVICES, "plate_reissue", "plate_reissue"]


class LifeOfACase(RuleBasedStateMachine):
    """Whatever officers, applicants and the post do, in any order, these things stay true."""

    def __init__(self) -> None:
        super().__init__()
        self.now = MORNING
        self.history: list[RecordedEvent] = []
        self.case = Case()
        self.claimed: dict[UUID, bool] = defaultdict(bool)
        # It takes steps, so it is of class two here.
        self.zhengzhou = PREFECTURE.fold([PrefectureClassified(region=ZHENGZHOU, region_class=2)])
        self.followed = True
        self.shown: tracking.Tracked | None = None
        self.in_hand: caseload.InHand | None = None
        self.counted: Counted | None = None
        self.days: dict[date, Counter[tuple[object, ...]]] = {}
        self.left = DaysLeft()

    @initialize(service=st.sampled_from(SERVICES), payment=st.sampled_from(PaymentMethod))
    def submit(self, service: str, payment: PaymentMethod) -> None:
        command = submission(service, 1, local_day(self.now), pays=payment)
        self.give(OWNER, of_the_agent(command))

    @rule(data=st.data(), steps=st.integers(1, 6), hours=st.integers(0, 30))
    def the_office_goes_on(self, data: st.DataObject, steps: int, hours: int) -> None:
        for _ in range(steps):
            if self.case.stage is Stage.IN_REVIEW:
                by = data.draw(giver(RecordCheck, self.case, self.seen_by))
                for check in CATALOGUE[self.case.service].checks:
                    self.give(by, RecordCheck(check=check.code, passed=True))
            self.now += timedelta(hours=hours)
            if kinds := onward(self.case):
                self.draw_and_give(data, data.draw(st.sampled_from(kinds)), anybody=False)

    @rule(data=st.data(), steps=st.integers(1, 8))
    def somebody_does_what_is_possible(self, data: st.DataObject, steps: int) -> None:
        for _ in range(steps):
            kinds = sorted(CASE.possible(self.case), key=lambda kind: kind.__name__)
            if kinds:
                self.draw_and_give(data, data.draw(st.sampled_from(kinds)), anybody=False)

    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def anybody_asks_for_anything(self, data: st.DataObject, kind: type[Command]) -> None:
        self.draw_and_give(data, kind, anybody=True)

    @rule(days=st.integers(1, 70))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(data=st.data(), kind=st.sampled_from(Hold), days=st.integers(0, 40), past=PAST)
    def a_hold_comes_and_goes(
        self, data: st.DataObject, kind: Hold, days: int, past: int | None
    ) -> None:
        if past is not None and (waited := next(waited_for(self.case), None)):
            around = start_of_day(waited.last + timedelta(days=past))
            self.now = max(self.now, around + timedelta(hours=10))
        self.give(LEADER, SetHold(kind=kind))
        if kinds := onward(self.case):
            self.draw_and_give(data, data.draw(st.sampled_from(kinds)), anybody=False)
        self.now += timedelta(days=days)
        self.give(LEADER, ReleaseHold(kind=kind))

    @rule(step=st.sampled_from(Step), followed=st.booleans())
    def the_prefecture_takes_a_step(self, step: Step, followed: bool) -> None:
        taken = StepTaken(step=step, effective_on=local_day(self.now))
        self.zhengzhou = PREFECTURE.evolve(self.zhengzhou, taken)
        self.followed = followed
        if followed:
            self.give(system("reactor"), FollowOpenings())

    @precondition(lambda self: timer(self.case) is not None)
    @rule()
    def a_deadline_runs_out(self) -> None:
        runs, keeper = timer(self.case), Actor(Role.SYSTEM, "timekeeper")
        assert runs is not None
        expire = PassDeadline(clock=runs.clock)
        if self.now < runs.at:
            assert self.give(keeper, expire) == []
            self.now = runs.at
        assert self.give(keeper, expire)

    def draw_and_give(self, data: st.DataObject, kind: type[Command], *, anybody: bool) -> None:
        command = data.draw(fitting(kind, self.case, local_day(self.now)))
        who = st.sampled_from(PEOPLE) if anybody else giver(kind, self.case, self.seen_by)
        self.give(data.draw(who), command)

    def known(self) -> dict[UUID, Any]:
        return {**ANNOUNCED, stream_of(ZHENGZHOU): self.zhengzhou}

    def seen_by(self, by: Actor, command: Command | None = None) -> Circumstances:
        known = self.known()
        at = Circumstances(self.now, by, STREAM, CATALOGUE, CALENDAR, known)
        return known_of(looking(at, self.case, command, known) if command else at)

    def give(self, by: Actor, command: Command) -> list[Event]:
        at, kind = self.seen_by(by, command), type(command)
        try:
            decided = CASE.decide(self.case, command, at)
        except Refusal as refusal:
            if isinstance(refusal, NotAtThisStage | NotPermitted):
                assert kind not in CASE.possible(self.case) or by.role not in CASE.row(kind).by
            return []
        assert kind in CASE.possible_to(self.case, at)
        assert by.role in CASE.row(kind).by
        for event in decided.events:
            self.happened(event, by)
        self.left.seen(self.case, self.now)
        claims_taken_in_turn(decided.links, self.claimed)
        return list(decided.events)

    def serves(self, office: str) -> bool:
        return window_open(office, CATALOGUE[self.case.service].business, self.seen_by(LEADER))

    def happened(self, event: Event, by: Actor) -> None:
        envelope = enveloped(event, self.now, by)
        assert CODEC.decode(CODEC.encode(envelope)) == envelope
        holds_of(event, self.case, by, local_day(self.now), self.serves)
        place = len(self.history) + 1
        recorded = RecordedEvent(STREAM, place, place, envelope)
        self.history.append(recorded)
        nobody_acts_in_them(self.history)
        self.case = CASE.evolve(self.case, event)
        self.shown = tracking.fold(self.shown, [recorded])
        self.in_hand = caseload.fold(self.in_hand, [recorded])
        self.counted = throughput_fold.fold(self.counted, [recorded])

    @invariant()
    def the_case_is_the_fold_of_its_history(self) -> None:
        assert self.case == CASE.fold(recorded.event for recorded in self.history)

    @invariant()
    def the_case_survives_being_stored(self) -> None:
        assert msgspec.json.decode(msgspec.json.encode(self.case), type=Case) == self.case

    @invariant()
    def the_clock_runs_exactly_while_the_office_must_act(self) -> None:
        the_clock_runs_while_the_office_must_act(self.case)

    @invariant()
    def a_closed_window_holds_exactly_who_needs_it(self) -> None:
        if self.followed:
            held_by_its_window(self.case, self.zhengzhou, local_day(self.now))

    @invariant()
    def nobody_pays_or_gets_back_too_much(self) -> None:
        nobody_pays_too_much(self.case)

    @invariant()
    def a_parcel_is_posted_three_times_at_most(self) -> None:
        assert self.case.posts <= MOST_POSTS

    @invariant()
    def an_open_case_and_no_other_holds_its_claim(self) -> None:
        assert any(self.claimed.values()) == (self.case.stage in OPEN)

    @invariant()
    def a_case_in_review_is_in_somebody_s_hands_or_may_be_taken(self) -> None:
        never_stuck(self.case)

    @invariant()
    def all_are_told_the_same_and_nothing_is_late_while_it_is_held(self) -> None:
        if self.shown and self.in_hand and self.counted:
            told_the_same(self.case, self.shown, self.in_hand)
            never_late_at_rest(self.case, self.shown, self.in_hand, self.counted)

    @invariant()
    def what_came_in_less_what_went_out_is_where_the_case_stands(self) -> None:
        if self.counted:
            submitted, in_hand = came_and_stands(self.counted)
            assert submitted == 1
            assert in_hand == ({HELD[self.case.stage]: 1} if self.case.stage in OPEN else {})

    @invariant()
    def a_closed_day_stays_closed(self) -> None:
        """Whatever comes later: reopenings, transfers, the green channel."""
        today, days = local_day(self.now), what_happened(self.counted)
        for day in [day for day in days if day < today]:
            assert days[day] == self.days.setdefault(day, days[day])
        assert self.days.keys() <= days.keys()


LifeOfACase.TestCase.settings = settings(
    max_examples=100, stateful_step_count=50, deadline=None, print_blob=True
)
TestLifeOfACase = LifeOfACase.TestCase
