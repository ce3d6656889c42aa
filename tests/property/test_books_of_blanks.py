"""A book of blanks balances after every entry, and its serials are as many as it says."""

from datetime import UTC, datetime
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.people import Actor, Role
from domain.refusal import Refusal
from domain.services.blank import BlankKind
from domain.services.catalogue import CATALOGUE
from domain.stock import commands
from domain.stock.accounts import StockAccount, out_of_balance
from domain.stock.reasons import SpoiltReason
from domain.stock.state import Stock, stock_of
from domain.stock.stock import STOCK

OFFICE, KIND = "410100", BlankKind.DRIVING_LICENCE
NUMBERS = st.integers(1, 60)
CLERK = Actor(Role.CLERK, "producer", OFFICE)
SYSTEM = Actor(Role.SYSTEM, "reactor")


def serial(number: int) -> str:
    return f"JZ{number:06d}"


class LifeOfABook(RuleBasedStateMachine):
    """Whatever comes in, is used, spoilt and counted, in any order, each blank is in one place."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[Event] = []
        self.counted = False

    @property
    def state(self) -> Stock:
        return STOCK.fold(self.history)

    def give(self, command: commands.StockCommand, by: Actor = CLERK) -> None:
        at = Circumstances(
            now=datetime(2020, 3, 2, 2, tzinfo=UTC),
            by=by,
            stream=stock_of(OFFICE, KIND),
            catalogue=CATALOGUE,
            calendar=Calendar(),
        )
        try:
            self.history += STOCK.decide(self.state, command, at).events
        except Refusal:
            return

    @rule(first=NUMBERS, more=st.integers(0, 20))
    def some_come_in(self, first: int, more: int) -> None:
        self.give(
            commands.ReceiveBlanks(
                office=OFFICE, kind=KIND, first=serial(first), last=serial(first + more)
            )
        )

    @rule(number=NUMBERS, case=st.integers(1, 5))
    def one_is_used(self, number: int, case: int) -> None:
        use = commands.UseBlank(
            office=OFFICE, kind=KIND, serial=serial(number), case=UUID(int=case)
        )
        self.give(use, SYSTEM)

    @rule(number=NUMBERS, reason=st.sampled_from(SpoiltReason))
    def one_is_spoilt(self, number: int, reason: SpoiltReason) -> None:
        spoil = commands.SpoilBlank(office=OFFICE, kind=KIND, serial=serial(number), reason=reason)
        self.give(spoil)

    @rule(counted=st.integers(0, 90))
    def somebody_counts(self, counted: int) -> None:
        before = len(self.history)
        self.give(commands.CountBlanks(office=OFFICE, kind=KIND, counted=counted))
        if len(self.history) > before:
            self.counted = True
            assert self.state.on_the_books == counted

    @invariant()
    def the_book_balances(self) -> None:
        assert out_of_balance(self.state.balances.values()) == 0

    @invariant()
    def what_came_in_is_somewhere(self) -> None:
        balances = self.state.balances
        came_in = -balances.get(StockAccount.SUPPLIER, 0) - balances.get(
            StockAccount.UNEXPLAINED, 0
        )
        lies = ("store", "used", "spoilt", "missing")
        assert came_in == sum(balances.get(StockAccount(each), 0) for each in lies)

    @invariant()
    def the_serials_in_store_are_as_many_as_the_books_say(self) -> None:
        if not self.counted:
            assert sum(map(len, self.state.in_store)) == self.state.on_the_books

    @invariant()
    def no_serial_is_in_store_twice(self) -> None:
        runs = self.state.in_store
        assert not any(one.meets(other) for one in runs for other in runs if one is not other)


TestLifeOfABook = LifeOfABook.TestCase
TestLifeOfABook.settings = settings(max_examples=200, stateful_step_count=25)
