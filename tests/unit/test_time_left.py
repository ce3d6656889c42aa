"""What an officer is told of the time that is left: a colour, its word, and the working days."""

from datetime import date

import pytest

from api.pages.desk.queue_lines import TimeLeft, time_left
from domain.calendar import Calendar

MONDAY = date(2020, 2, 24)


@pytest.mark.parametrize(
    ("due_on", "rests", "told"),
    [
        (date(2020, 3, 2), False, TimeLeft("正常", "剩余 5 个工作日", "good")),
        (date(2020, 2, 27), False, TimeLeft("正常", "剩余 3 个工作日", "good")),
        (date(2020, 2, 26), False, TimeLeft("临期", "剩余 2 个工作日", "act")),
        (MONDAY, False, TimeLeft("临期", "今日到期", "act")),
        (date(2020, 2, 21), False, TimeLeft("逾期", "已超 1 个工作日", "bad")),
        (date(2020, 2, 21), True, TimeLeft("暂停", "暂停计时", "over")),
        (None, False, TimeLeft("无期限", "", "")),
    ],
)
def test_the_time_left_has_a_colour_and_its_word(
    due_on: date | None, rests: bool, told: TimeLeft
) -> None:
    assert time_left(due_on, MONDAY, Calendar(), "zh", rests=rests) == told


def test_one_day_is_one_day_in_english() -> None:
    left = time_left(date(2020, 2, 25), MONDAY, Calendar(), "en", rests=False)
    assert left == TimeLeft("Due soon", "1 working day left", "act")
