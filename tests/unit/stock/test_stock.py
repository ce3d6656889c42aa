"""What is entered into a book of blanks, and that it balances."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.calendar import Calendar
from domain.case.production.events import DocumentProduced
from domain.case.stage import Stage
from domain.circumstances import Circumstances
from domain.message import Command
from domain.people import Actor, Role
from domain.plans.refusals import PlaceOfOthers
from domain.reaction import Cause, Consequence, Reaction
from domain.services.blank import BlankKind
from domain.services.catalogue import CATALOGUE
from domain.stock import commands, events
from domain.stock.accounts import StockAccount, out_of_balance
from domain.stock.reasons import SpoiltReason
from domain.stock.refusals import BlankNotInStore, BlanksKnown, BookOfOthers, SerialsInvalid
from domain.stock.state import Stock, stock_name, stock_named, stock_of
from domain.stock.stock import STOCK

OFFICE, KIND = "410100", BlankKind.PLATE
BOOK = {"office": OFFICE, "kind": KIND}
HERS, HIS = UUID(int=1), UUID(int=2)
CLERK = Actor(Role.CLERK, "producer", OFFICE)
SYSTEM = Actor(Role.SYSTEM, "reactor")
RECEIVE = commands.ReceiveBlanks(office=OFFICE, kind=KIND, first="HP00000001", last="HP00000010")


def after(*given: Command, by: Actor = CLERK, current: Stock | None = None) -> Stock:
    state = current or Stock()
    for each in given:
        actor = SYSTEM if isinstance(each, commands.UseBlank) else by
        at = Circumstances(
            now=datetime(2020, 3, 2, 2, tzinfo=UTC),
            by=actor,
            stream=stock_of(OFFICE, KIND),
            catalogue=CATALOGUE,
            calendar=Calendar(),
        )
        state = STOCK.decide(state, each, at).after
    assert out_of_balance(state.balances.values()) == 0
    return state


def use(serial: str, case: UUID = HERS) -> commands.UseBlank:
    return commands.UseBlank(office=OFFICE, kind=KIND, serial=serial, case=case)


def spoil(serial: str) -> commands.SpoilBlank:
    reason = SpoiltReason.MISPRINTED
    return commands.SpoilBlank(office=OFFICE, kind=KIND, serial=serial, reason=reason)


def count(counted: int) -> commands.CountBlanks:
    return commands.CountBlanks(office=OFFICE, kind=KIND, counted=counted)


def test_what_comes_in_is_in_store_and_goes_out_by_its_serial() -> None:
    held = after(RECEIVE, use("HP00000004"), spoil("HP00000010"))
    assert held.balances == {
        StockAccount.SUPPLIER: -10,
        StockAccount.STORE: 8,
        StockAccount.USED: 1,
        StockAccount.SPOILT: 1,
    }
    assert [(run.start, run.end) for run in held.in_store] == [(1, 3), (5, 9)]


def test_a_serial_comes_in_once() -> None:
    with pytest.raises(BlanksKnown):
        after(RECEIVE, use("HP00000004"), RECEIVE)
    more = commands.ReceiveBlanks(office=OFFICE, kind=KIND, first="HP00000011", last="HP00000020")
    assert after(RECEIVE, more).on_the_books == 20


@pytest.mark.parametrize("last", ["HP00000000", "HQ00000002", "HP0000002", "HP00999999"])
def test_two_serials_that_bound_no_run_are_refused(last: str) -> None:
    with pytest.raises(SerialsInvalid):
        after(commands.ReceiveBlanks(office=OFFICE, kind=KIND, first="HP00000001", last=last))


def test_what_is_used_or_spoilt_is_not_spoilt_again() -> None:
    for gone in (use("HP00000004"), spoil("HP00000004")):
        with pytest.raises(BlankNotInStore):
            after(RECEIVE, gone, spoil("HP00000004"))


def test_a_document_that_exists_is_entered_whatever_the_books_have() -> None:
    unknown = after(RECEIVE, use("ZZ00000001"))
    assert unknown.balances[StockAccount.UNEXPLAINED] == -1
    twice = after(RECEIVE, use("HP00000004"), use("HP00000004", HIS))
    assert twice.balances[StockAccount.UNEXPLAINED] == -1
    assert twice.on_the_books == 9


def test_the_same_document_is_entered_once() -> None:
    assert after(RECEIVE, use("HP00000004"), use("HP00000004")).on_the_books == 9


def test_a_count_puts_the_books_right_and_says_by_how_much() -> None:
    short = after(RECEIVE, count(7))
    assert (short.on_the_books, short.balances[StockAccount.MISSING]) == (7, 3)
    more = after(count(12), current=short)
    assert (more.on_the_books, more.balances[StockAccount.UNEXPLAINED]) == (12, -5)
    assert after(count(12), current=more).balances == more.balances


def test_only_the_office_itself_keeps_its_book() -> None:
    with pytest.raises(PlaceOfOthers):
        after(RECEIVE, by=Actor(Role.CLERK, "producer", "410300"))
    other = commands.ReceiveBlanks(
        office="410300", kind=KIND, first="HP00000001", last="HP00000010"
    )
    with pytest.raises(BookOfOthers):
        after(other, by=Actor(Role.HQ, "hq"))
    assert after(RECEIVE, by=Actor(Role.HQ, "hq")).on_the_books == 10


def test_a_book_that_is_not_kept_follows_nothing() -> None:
    """Most offices have begun none, and what they make is entered nowhere."""
    assert after(use("HP00000004")) == STOCK.initial


def test_the_book_follows_the_document_that_was_made() -> None:
    [reaction] = STOCK.reactions
    assert isinstance(reaction, Reaction)
    made = DocumentProduced(
        stage=Stage.READY_TO_SEND, document_no="HP00000004", office=OFFICE, blank=KIND
    )
    assert list(reaction.then(Cause(HERS, 9, made))) == [
        Consequence(stock_of(OFFICE, KIND), use("HP00000004"))
    ]
    of_old = DocumentProduced(stage=Stage.READY_TO_SEND, document_no="HP00000004")
    assert list(reaction.then(Cause(HERS, 9, of_old))) == []


def test_a_book_is_found_by_its_name() -> None:
    assert stock_name(OFFICE, KIND) == "410100:plate"
    assert stock_named(" 410100:PLATE") == stock_of(OFFICE, KIND)


def test_a_history_that_names_no_serial_is_folded_all_the_same() -> None:
    used = events.BlankUsed(office=OFFICE, kind=KIND, serial="?", case=HERS, in_store=False)
    assert STOCK.fold([used]).balances == {StockAccount.UNEXPLAINED: -1, StockAccount.USED: 1}
