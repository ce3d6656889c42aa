"""The book of the simulated carrier: one order a key, and nothing forgotten."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from cheguan.carrier.chaos import Chaos, ScanFate
from cheguan.carrier.item_book import Conduct, ItemBook, NoSuchOrder, NotNow
from domain.carriers.carrier import CarrierName, carrier_of
from domain.carriers.port import HandedItem, WantedItem
from domain.identifiers import postal_item
from domain.parcels.reasons import ScanStatus

NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)
HANDED_AT = datetime(2020, 2, 24, 8, tzinfo=UTC)
KEY = UUID(int=7)
WANTED = WantedItem(
    from_office="410100",
    to_region="411524",
    recipient="张三",
    mobile="13800138000",
    address="和平路1号",
    ordered_at=HANDED_AT,
    notify_url="http://127.0.0.1/",
)


class Wall:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def taken(book: ItemBook, key: UUID = KEY) -> str:
    item_no = book.order(key, WANTED)
    book.hand_over(key, HandedItem(item_no=item_no, handed_at=HANDED_AT))
    return item_no


@pytest.mark.parametrize("name", CarrierName)
def test_an_order_gets_a_number_of_its_carrier_and_the_same_one_again(name: CarrierName) -> None:
    book = ItemBook(Conduct(name))
    numbers = [book.order(UUID(int=each), WANTED) for each in range(1_000)]
    assert len(set(numbers)) == 1_000
    assert {carrier_of(each) for each in numbers} == {name}
    assert all(postal_item.parse(each).checked for each in numbers)
    assert book.order(UUID(int=4), WANTED) == numbers[4]


def test_of_a_label_from_a_counter_no_carrier_tells() -> None:
    assert carrier_of("EE202002248CN") is None
    assert carrier_of("1012345678901") is None


def test_only_what_was_ordered_under_its_number_is_taken_over() -> None:
    book = ItemBook(Conduct())
    with pytest.raises(NoSuchOrder):
        book.hand_over(KEY, HandedItem(item_no="EM000000005CN", handed_at=HANDED_AT))
    book.order(KEY, WANTED)
    with pytest.raises(NotNow):
        book.hand_over(KEY, HandedItem(item_no="EM000000005CN", handed_at=HANDED_AT))


def test_what_is_cancelled_is_not_taken_over_and_what_was_taken_over_is_not_cancelled() -> None:
    book = ItemBook(Conduct())
    book.cancel(uuid4())
    item_no = book.order(KEY, WANTED)
    for _ in range(2):
        book.cancel(KEY)
    with pytest.raises(NotNow):
        book.hand_over(KEY, HandedItem(item_no=item_no, handed_at=HANDED_AT))
    another = uuid4()
    taken(book, another)
    with pytest.raises(NotNow):
        book.cancel(another)


def test_a_scan_is_due_as_long_after_the_handing_over_as_it_is_later() -> None:
    wall = Wall()
    book = ItemBook(Conduct(), clock=wall)
    taken(book)
    assert list(book.due(NOW)) == []
    wall.now = NOW + timedelta(days=9)
    due = list(book.due(wall.now))
    assert [each.scan for each in due] == list(book.scans(KEY))
    assert all(each.due - NOW == each.scan.scanned_at - HANDED_AT for each in due)
    wall.now = due[2].due
    assert list(book.scans(KEY)) == [each.scan for each in due[:3]]
    book.settle(due[0].scan.scan_id)
    assert due[0] not in list(book.due(wall.now))


def test_it_forgets_nothing_when_it_is_started_again(tmp_path: Path) -> None:
    file, how = tmp_path / "ems.jsonl", Conduct(chaos=Chaos(7))
    before = ItemBook(how, file)
    taken(before)
    before.order(UUID(int=8), WANTED)
    before.cancel(UUID(int=8))
    before.settle("one")
    after = ItemBook(how, file)
    assert vars(after) | {"_clock": None} == vars(before) | {"_clock": None}
    assert "张三" not in file.read_text("utf-8")
    assert after.order(UUID(int=9), WANTED) not in {e.item_no for e in before.orders.values()}


def test_two_callbacks_in_five_come_to_grief_and_none_without_chaos() -> None:
    names = [f"EM{number}" for number in range(2_000)]
    fates = [Chaos(7).fate(each) for each in names]
    assert 0.35 <= sum(each is not ScanFate.PROMPT for each in fates) / 2_000 <= 0.45
    assert set(fates) == set(ScanFate)
    assert fates == [Chaos(7).fate(each) for each in names]
    assert {Chaos().fate(each) for each in names} == {ScanFate.PROMPT}


def test_chaos_contradicts_some_deliveries_and_changes_no_way() -> None:
    far = Wall()
    far.now = NOW + timedelta(days=30)
    calm, wild = ItemBook(Conduct(), clock=far), ItemBook(Conduct(chaos=Chaos(7)), clock=far)
    contradicted = 0
    for number in range(200):
        key = UUID(int=number)
        for book in (calm, wild):
            taken(book, key)
        far.now += timedelta(days=30)
        true, told = list(calm.scans(key)), list(wild.scans(key))
        assert told[: len(true)] == true
        for slip in told[len(true) :]:
            contradicted += 1
            assert slip.status is ScanStatus.OUT_FOR_DELIVERY
            assert slip.scanned_at > true[-1].scanned_at
    assert 5 <= contradicted <= 40
