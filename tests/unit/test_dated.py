"""Rules with the days on which they are in force."""

from datetime import date, timedelta

import pytest

from cheguan.town.clock import BEGINS
from domain.calendar import local_day
from domain.clocks.table import TERMS
from domain.dated import Dated, NoRuleInForce, Rule
from domain.event_store.service_clock import LAST_INSTANT
from tests.kit.dated_tables import dated_tables

A_DAY = timedelta(days=1)

FEE = Dated(
    "motorcycle_plate",
    Rule(7_000, date(2004, 12, 1), "old notice", date(2019, 12, 31)),
    Rule(3_500, date(2020, 1, 1), "new notice"),
)


def test_a_rule_holds_from_its_first_day_through_its_last() -> None:
    assert FEE.on(date(2004, 12, 1)) == 7_000
    assert FEE.on(date(2019, 12, 31)) == 7_000
    assert FEE.on(date(2020, 1, 1)) == 3_500
    assert FEE.rule_on(date(2026, 1, 1)).basis == "new notice"


def test_before_the_first_rule_there_is_none() -> None:
    with pytest.raises(NoRuleInForce, match="motorcycle_plate") as refusal:
        FEE.on(date(2004, 11, 30))
    assert (refusal.value.code, refusal.value.day) == ("motorcycle_plate", date(2004, 11, 30))


def test_a_gap_between_rules_is_without_a_rule() -> None:
    pilot = Dated(
        "pilot",
        Rule(1, date(2018, 1, 1), "first pilot", date(2018, 6, 30)),
        Rule(2, date(2019, 1, 1), "second pilot"),
    )
    with pytest.raises(NoRuleInForce):
        pilot.on(date(2018, 7, 1))


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (Rule(1, date(2020, 2, 1), "", date(2020, 1, 1)),),
        (Rule(1, date(2020, 1, 1), ""), Rule(2, date(2021, 1, 1), "")),
        (Rule(1, date(2020, 1, 1), "", date(2021, 1, 1)), Rule(2, date(2021, 1, 1), "")),
        (Rule(1, date(2021, 1, 1), "", date(2021, 2, 1)), Rule(2, date(2020, 1, 1), "")),
    ],
    ids=["none", "ends before it begins", "open, then another", "share a day", "out of order"],
)
def test_a_wrong_table_cannot_be_made(rules: tuple[Rule[int], ...]) -> None:
    with pytest.raises(ValueError, match="fee"):
        Dated("fee", *rules)


def test_its_rules_are_listed_oldest_first() -> None:
    assert [rule.value for rule in FEE] == [7_000, 3_500]
    assert FEE.code == "motorcycle_plate"


def test_every_table_has_a_rule_on_every_day_that_a_clock_of_ours_may_show() -> None:
    last = local_day(LAST_INSTANT)
    tables = {table.code: table for table in dated_tables()}
    assert {*TERMS, "postage", "OFFICE_HOURS", "decide_plate_reissue"} <= tables.keys()
    for table in tables.values():
        edges = [end + A_DAY for rule in table if (end := rule.valid_to)]
        for day in (local_day(BEGINS), last, *(day for day in edges if day > local_day(BEGINS))):
            assert table.rule_on(day).covers(day)
