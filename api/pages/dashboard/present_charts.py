"""The charts of the present: what is in hand, by stage and by age, and how far cities are."""

from typing import Final

from api.language import Language
from api.pages.dashboard.charted import Charted
from api.pages.dashboard.dashboard_chart import CASES, DashboardChart, bars, meanings
from api.pages.kit.charts.chart import Chart, ChartKind, Series
from api.pages.kit.tile_name import tile_name
from domain.case.stage import Stage
from domain.prefectures.step import Step
from domain.titles import Title, counted
from projections.throughput.ages import AGES
from projections.throughput.definitions.all_definitions import OF_A_PERIOD, OF_THE_PRESENT
from projections.throughput.hours import HOURS
from projections.throughput.measures import WAITING
from projections.throughput.plain import HELD


def age_text(age: str, language: Language) -> str:
    """The span of working days, as the head of a column."""
    if age.endswith("+"):
        longest = int(age[:-1]) - 1
        return Title(f"{longest}日以上", f"Over {longest} days").text(language)
    span = age.replace("-", "–")
    return Title(f"{span}日", f"{span} days").text(language)


def stages(found: Charted, language: Language) -> DashboardChart:
    stages = [stage for stage in Stage if stage in HELD and found.present.counts.get(HELD[stage])]
    counts = [found.present.counts[HELD[stage]] for stage in stages]
    return bars(
        "stages",
        Title("现在在办，按环节", "In hand now, by stage"),
        Title("环节", "Stage"),
        Title("在办", "In hand"),
        Title(
            "查询之时尚未终结的件数，按所处环节分列。",
            "Counts the cases not ended at this moment, by the stage they are at.",
        ),
        [stage.words for stage in stages],
        counts,
        language,
        now=True,
    )


def ages(found: Charted, language: Language) -> DashboardChart:
    ages = found.present.by_kind(WAITING)
    counts = [ages.get(age, 0) for age in AGES]
    says = Title(
        f"在办{sum(counts)}件，其中提交超过15个工作日的{counts[-1]}件。",
        f"{counted(sum(counts), 'case')} in hand; {counts[-1]:,} submitted over 15 working days"
        " ago.",
    )
    definition = OF_THE_PRESENT["backlog_age"]
    chart = Chart(
        kind=ChartKind.COLUMNS,
        caption=Title("现在在办，按已历工作日", "In hand now, by working days").text(language),
        says=says.text(language),
        head=Title("提交以来的工作日", "Working days since submission").text(language),
        labels=[
            f">{int(age[:-1]) - 1}" if age.endswith("+") else age.replace("-", "–") for age in AGES
        ],
        series=[Series(Title("在办", "In hand").text(language), counts)],
        unit=CASES.text(language),
    )
    return DashboardChart("ages", definition.counts.text(language), chart, now=True)


def hours(found: Charted, language: Language) -> DashboardChart:
    """What has not come yet is a gap, and no zero."""
    titles = [OF_A_PERIOD[code].title.text(language) for code in ("n_submitted", "n_completed")]
    last = max(
        (hour for counts in found.hours for hour, count in enumerate(counts) if count), default=-1
    )
    came, done = sum(found.hours.submitted), sum(found.hours.completed)
    says = Title(
        f"今日申请{came}件，办结{done}件。",
        f"Today {counted(came, 'case')} came in, and {counted(done, 'case')} went out.",
    )
    chart = Chart(
        kind=ChartKind.LINES,
        caption=Title("今日每小时申请和办结", "Submitted and completed today, by hour").text(
            language
        ),
        says=says.text(language),
        head=Title("时", "Hour").text(language),
        labels=[str(hour) for hour in range(HOURS)],
        series=[
            Series(title, [count if hour <= last else None for hour, count in enumerate(counts)])
            for title, counts in zip(titles, found.hours, strict=True)
        ],
        unit=CASES.text(language),
    )
    return DashboardChart(
        "hours", meanings(("n_submitted", "n_completed"), language), chart, now=True
    )


def steps(found: Charted, language: Language) -> DashboardChart:
    """The step of every city as a column, which is low where much is closed."""
    codes = sorted(found.steps)
    heights = [_height(found.steps[code]) for code in codes]
    done = sum(each == _HEIGHTS[Step.FOURTH] for each in heights)
    says = Title(
        f"{len(codes)}个地市中，{done}个已全面恢复窗口业务。",
        f"All business is resumed at the windows of {done} of {counted(len(codes), 'city')}.",
    )
    chart = Chart(
        kind=ChartKind.COLUMNS,
        caption=Title("各市窗口恢复步骤", "Steps of reopening by city").text(language),
        says=says.text(language),
        head=Title("市", "City").text(language),
        labels=[tile_name(code, language) for code in codes],
        series=[Series(Title("恢复步骤", "Step").text(language), heights)],
        unit=Title("步，0为暂停，4为全部业务", "step; 0 is closed, 4 all business").text(language),
    )
    definition = Title(
        "查询之日各市窗口业务恢复到第几步；从未暂停的为第四步。",
        "The step of reopening at which each city is on this day; one that never closed is at the"
        " fourth.",
    )
    return DashboardChart("steps", definition.text(language), chart, now=True)


_HEIGHTS: Final = {step: height for height, step in enumerate(Step)}


def _height(step: Step | None) -> int:
    return _HEIGHTS[Step.FOURTH if step is None else step]
