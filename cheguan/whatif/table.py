"""What the comparison shows to people, and to programs."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from rich.table import Table

from cheguan.whatif.figures import Compared, Counts
from cheguan.whatif.replay import Comparison
from domain.calendar import local_day
from domain.offices.tree import REGIONS
from domain.titles import Title

COLUMNS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "handled": Title("办结", "handled"),
        "held": Title("因窗口暂停等候", "held"),
        "held_days": Title("等候天数", "days held"),
        "late": Title("超期", "late"),
        "passed": Title("证照期限届满", "deadlines passed"),
    }
)
"""By the name of a figure."""
MODEL: Final = (
    Title(
        "已经提交或者受理的业务照常计入；没有提交的业务不推定。",
        "Whatever was submitted or taken in is told again, and nothing that was not is invented.",
    ),
    Title(
        "到窗口办理的，自该窗口开放之日起顺延，前后所用时间与实际相同；窗口一直未开放的，继续等候。",
        "Whoever needs a window comes when it is open, after as long a time as he took; if it "
        "never opens he waits.",
    ),
    Title(
        "超期按各期限计算规则认定，节假日除外：受理、作出决定晚于规定日期，或者因申请人逾期未办而终止。",
        "Late is what was accepted or decided after its last day by the law's clocks, holidays "
        "left out, or has lapsed because the applicant let his day pass.",
    ),
    Title(
        "驾驶证、检验合格标志、学习驾驶证明的期限，按法定日期和期限延长措施重新认定。",
        "Deadlines of licences, inspection marks and learner permits follow from the law and the "
        "reliefs.",
    ),
)
"""The model, in words."""
NOTHING_CHANGED: Final = Title(
    "文件所列决定与实际决定一致，没有变化。",
    "The file changes nothing: its decisions are those that were taken.",
)
NO_FIGURE_CHANGED: Final = Title("各项数字均无变化。", "No figure differs.")
UNREAD: Final = Title(
    "有{unread}件的记录无法读取，未计入。", "{unread} streams cannot be read, and are left out."
)


def comparison_table(found: Comparison) -> Table:
    """A line for each city, in the order of the codes: was → would be (difference)."""
    title = f"推演（截至{local_day(found.until):%Y-%m-%d}） What if, up to that day"
    table = Table(title=title, caption="实际 → 推演（增减） was → would be (difference)")
    table.add_column("城市\ncity", no_wrap=True)
    for column in COLUMNS.values():
        table.add_column(f"{column.zh}\n{column.en}", justify="right", overflow="fold")
    whole = Compared()
    for code, city in found.cities.items():
        whole.add(city.was, city.would_be)
        region = REGIONS[code].title
        table.add_row(f"{region.zh} {region.en}", *_cells(city))
    table.add_section()
    table.add_row("合计 total", *_cells(whole))
    return table


def sentences(found: Comparison, *, changes: bool) -> Iterator[Title]:
    """What stands below the table: the model, and what the reader might not see."""
    yield from MODEL
    if found.unread:
        count = Title(str(found.unread), str(found.unread))
        yield UNREAD.filled(unread=count)
    if not changes:
        yield NOTHING_CHANGED
    if not any(any(difference(city)) for city in found.cities.values()):
        yield NO_FIGURE_CHANGED


def comparison_json(found: Comparison, *, changes: bool) -> dict[str, Any]:
    """The same for a program."""
    return {
        "until": found.until.isoformat(),
        "changes": changes,
        "streams": found.streams,
        "unread": found.unread,
        "cities": [
            {
                "region": code,
                "title_zh": REGIONS[code].title.zh,
                "title_en": REGIONS[code].title.en,
                "was": city.was._asdict(),
                "would_be": city.would_be._asdict(),
                "difference": difference(city)._asdict(),
            }
            for code, city in found.cities.items()
        ],
    }


def difference(city: Compared) -> Counts:
    return Counts(*(after - before for before, after in zip(city.was, city.would_be, strict=True)))


def _cells(city: Compared) -> Sequence[str]:
    rows = zip(city.was, city.would_be, difference(city), strict=True)
    return [
        f"{was:,} → {would:,}\n({more:+,})" if more else f"{was:,}" for was, would, more in rows
    ]
