"""A telephone log is read whole, and every line that is no call is named."""

from datetime import date

import pytest

from domain.call_logs.call_day import CallDay
from domain.call_logs.telephone_log import HEADER, ReadLog, read_log

TODAY = date(2020, 2, 24)
FIRST = "c1,410100,2020-02-23 09:00:00,2020-02-23 09:00:12,2020-02-23 09:03:00"
MISSED = "c2,410100,2020-02-23T09:01:00+08:00,,2020-02-23T09:01:40+08:00"
COUNTY = "c3,410122,2020-02-22T23:59:30Z,2020-02-22T23:59:50Z,2020-02-23T00:02:00Z"


def read(*lines: str, head: str = ",".join(HEADER)) -> ReadLog:
    return read_log([f"{line}\n" for line in (head, *lines)], TODAY)


@pytest.mark.requirement("R15")
def test_calls_are_counted_by_office_and_day_of_beijing_and_those_that_nobody_took_too() -> None:
    found = read(FIRST, MISSED, COUNTY)
    assert (found.region, found.bad) == ("410100", [])
    assert found.days == [
        CallDay(office="410100", on=date(2020, 2, 23), offered=2, answered=1, waited_s=12),
        CallDay(office="410122", on=date(2020, 2, 23), offered=1, answered=1, waited_s=20),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("c9,410100,2020-02-23 09:00:00", "there are 3 columns, and not 5"),
        (FIRST.replace("c1", ""), "call_id is empty"),
        (FIRST, "call c1 stands in the file twice"),
        (FIRST.replace("c1,410100", "c9,999999"), "there is no office 999999"),
        (FIRST.replace("c1,410100", "c9,410300"), "is of another prefecture than 410100"),
        (FIRST.replace("c1", "c9").replace("09:00:00", "9 Uhr"), "called_at is no instant"),
        (FIRST.replace("c1", "c9").replace("09:00:12", "08:59:00"), "are not in this order"),
        (FIRST.replace("c1", "c9").replace("02-23", "02-24"), "2020-02-24 is not over"),
    ],
)
def test_a_line_that_is_no_call_is_named_and_then_none_counts(line: str, why: str) -> None:
    found = read(FIRST, line, MISSED)
    assert [each.number for each in found.bad] == [3]
    assert why in found.bad[0].why
    assert found.days == ()


def test_every_wrong_line_is_named_and_not_only_the_first() -> None:
    found = read("x", FIRST, "y")
    assert [each.number for each in found.bad] == [2, 4]


def test_a_file_with_the_numbers_of_callers_or_with_no_call_is_not_read() -> None:
    found = read(FIRST, head=",".join((*HEADER, "caller_number")))
    assert [each.number for each in found.bad] == [1]
    assert "there is no call" in read().bad[0].why
