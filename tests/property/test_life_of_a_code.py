"""No history lets four tries through, whoever enters what and when."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.code_purpose import CodePurpose
from domain.one_time_codes.commands import (
    ConfirmOneTimeCode,
    OneTimeCodeCommand,
    RequestOneTimeCode,
    UseOneTimeCode,
)
from domain.one_time_codes.events import (
    OneTimeCodeConfirmed,
    OneTimeCodeEvent,
    OneTimeCodeUsed,
    WrongDigitsEntered,
)
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.state import OneTimeCode
from domain.people import Actor, Role
from domain.refusal import Refusal
from domain.services.catalogue import CATALOGUE

CODE: Final = UUID(int=43)
HOLDER: Final = Actor(Role.APPLICANT, "citizen")
RIGHT: Final = b"right"
NUMBERS: Final = (b"number", b"another")
BEGUN: Final = datetime(2020, 2, 24, 1, tzinfo=UTC)


class LifeOfACode(RuleBasedStateMachine):
    """``tried`` are the digits that were compared: they were taken, or found wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[OneTimeCodeEvent] = []
        self.now = BEGUN
        self.tried: list[tuple[datetime, bool]] = []

    @property
    def state(self) -> OneTimeCode:
        return ONE_TIME_CODE.fold(self.history)

    def give(self, command: OneTimeCodeCommand, by: Actor = HOLDER) -> list[OneTimeCodeEvent]:
        at = Circumstances(self.now, by, CODE, CATALOGUE, Calendar())
        linked = isinstance(command, UseOneTimeCode)
        try:
            decided = ONE_TIME_CODE.decide(self.state, command, at, linked=linked)
        except Refusal:
            return []
        made = [event for event in decided.events if isinstance(event, OneTimeCodeEvent)]
        self.history += made
        return made

    @initialize()
    def asked(self) -> None:
        ask = RequestOneTimeCode(
            purpose=CodePurpose.CONTACT_CHANGE,
            number_index=NUMBERS[0],
            digits_index=RIGHT,
            key_id=UUID(int=1),
            sealed={},
        )
        assert self.give(ask)

    @rule(digits=st.sampled_from((RIGHT, b"wrong", b"guess")))
    def somebody_enters(self, digits: bytes) -> None:
        if self.give(ConfirmOneTimeCode(digits_indexes=(digits,))):
            self.tried.append((self.now, digits == RIGHT))

    @rule(seconds=st.integers(0, 200))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(minutes=st.integers(30, 90))
    def much_time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(
        case=st.integers(1, 3),
        number=st.sampled_from(NUMBERS),
        purpose=st.sampled_from(CodePurpose),
        by=st.sampled_from((HOLDER, Actor(Role.APPLICANT, "neighbour"))),
    )
    def an_application_names_it(
        self, case: int, number: bytes, purpose: CodePurpose, by: Actor
    ) -> None:
        use = UseOneTimeCode(case=UUID(int=case), purpose=purpose, number_index=number)
        if self.give(use, by):
            assert (number, purpose, by) == (NUMBERS[0], CodePurpose.CONTACT_CHANGE, HOLDER)

    @invariant()
    def no_fourth_try_is_let_through(self) -> None:
        assert len(self.tried) <= 3
        assert all(at < BEGUN + timedelta(minutes=5) for at, _ in self.tried)

    @invariant()
    def only_right_digits_confirm_it_and_only_once(self) -> None:
        confirmed = self.number_of(OneTimeCodeConfirmed)
        assert confirmed == sum(right for _, right in self.tried) <= 1
        assert self.number_of(WrongDigitsEntered) == len(self.tried) - confirmed

    @invariant()
    def one_application_uses_it_after_it_was_confirmed(self) -> None:
        assert self.number_of(OneTimeCodeUsed) <= self.number_of(OneTimeCodeConfirmed)

    def number_of(self, kind: type[OneTimeCodeEvent]) -> int:
        return sum(isinstance(event, kind) for event in self.history)


TestLifeOfACode = LifeOfACode.TestCase
TestLifeOfACode.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
