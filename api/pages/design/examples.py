"""Figures and instants for the samples. They are made up."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from api.language import Language
from api.pages.kit.charts.chart import Chart, ChartKind, ChartLimit, Series
from domain.calendar import OFFICE_ZONE
from domain.titles import Title

_CAME: Final = (412, 455, 390, 501, 533, 498, 120, 96, 540, 577, 561, 602, 588, 131)
_DONE: Final = (380, 401, 402, 455, 470, 512, 260, 150, 470, 533, 580, 590, 601, 244)
_LATE: Final = (12, 15, 9, 20, 26, 19, 19, 19, 31, 28, 22, 17, 12, 12)
_SERVICES: Final = (
    (Title("补领机动车号牌", "Reissue of plates"), 1284),
    (Title("期满换领机动车驾驶证", "Renewal of the driving licence"), 962),
    (Title("核发机动车检验合格标志", "Inspection mark"), 711),
    (Title("新能源汽车号牌换发", "Exchange for new-energy plates"), 203),
    (Title("临时行驶车号牌", "Temporary plates"), 58),
)


def examples(today: date, language: Language) -> dict[str, Any]:
    """What the samples name: charts, a day, an instant, a row of figures."""

    def say(zh: str, en: str) -> str:
        return Title(zh, en).text(language)

    days = [today - timedelta(days=len(_CAME) - n) for n in range(len(_CAME))]
    labels = [f"{each.month}-{each.day}" for each in days]
    came, done = Series(say("申请", "Submitted"), _CAME), Series(say("办结", "Completed"), _DONE)
    per_day = say("件", "cases")
    head = say("日期", "Day")
    return {
        "today": today,
        "now": datetime.combine(today, datetime.min.time(), OFFICE_ZONE).astimezone(UTC)
        + timedelta(hours=9, minutes=5, seconds=12),
        "lately": _CAME,
        "daily": Chart(
            kind=ChartKind.COLUMNS,
            caption=say("每日申请量", "Applications by day"),
            says=say(
                "近14日申请量，最高602件，最低96件。", "Applications of 14 days, 96 to 602 a day."
            ),
            head=head,
            labels=labels,
            series=[came],
            unit=per_day,
            limit=ChartLimit(say("日办理能力 550", "Capacity 550"), 550),
        ),
        "both": Chart(
            kind=ChartKind.LINES,
            caption=say("申请与办结", "Submitted and completed"),
            says=say(
                "近14日申请与办结，两者相近。", "Submitted and completed run close for 14 days."
            ),
            head=head,
            labels=labels,
            series=[came, done],
            unit=per_day,
        ),
        "parts": Chart(
            kind=ChartKind.STACKED,
            caption=say("每日办结量（按是否按期）", "Completed by day, on time and late"),
            says=say(
                "近14日办结量，其中逾期最多31件。", "Completed in 14 days; at most 31 a day late."
            ),
            head=head,
            labels=labels,
            series=[
                Series(say("按期", "On time"), [d - n for d, n in zip(_DONE, _LATE, strict=True)]),
                Series(say("逾期", "Late"), _LATE),
            ],
            unit=per_day,
        ),
        "ranking": Chart(
            kind=ChartKind.BARS,
            caption=say("各业务在办量", "In hand by service"),
            says=say("补领机动车号牌最多，1,284件。", "Reissue of plates leads with 1,284."),
            head=say("业务", "Service"),
            labels=[title.text(language) for title, _ in _SERVICES],
            series=[Series(say("在办", "In hand"), [count for _, count in _SERVICES])],
            unit=per_day,
        ),
    }
