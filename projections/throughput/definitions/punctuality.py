"""Whether cases were handled in time and well, and how long it took."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.durations import GREEN_TIME, HANDLE, TURNAROUND
from projections.throughput.plain import ACCEPTED_ON_TIME, DECIDED_ON_TIME, SUBMITTED

PUNCTUALITY: Final = (
    Definition(
        "accept_on_time",
        Title("受理及时率", "Accepted on time"),
        Title(
            "在受理期限内受理的件数占受理件数的比例。",
            "Divides the cases accepted within the time limit for acceptance by all accepted.",
        ),
        Unit.SHARE,
        measures=(ACCEPTED_ON_TIME, measures.ACCEPTED),
    ),
    Definition(
        "on_time_rate",
        Title("按时办结率", "Decided on time"),
        Title(
            "在办理期限内作出决定的件数占作出决定件数的比例，中止期间不计入期限。",
            "Divides the cases decided within the time limit by all decided; stops of the clock"
            " do not count.",
        ),
        Unit.SHARE,
        measures=(DECIDED_ON_TIME, measures.DECIDED),
    ),
    Definition(
        "avg_handle",
        Title("平均办理时长", "Average handling time"),
        Title(
            "自受理至作出决定所用工作时间的平均值。",
            "Averages the working time from acceptance to decision.",
        ),
        Unit.WORKING_HOURS,
        measures=(measures.HANDLE_SECONDS, measures.DECIDED),
    ),
    Definition(
        "p50_handle",
        Title("办理时长中位数", "Median handling time"),
        Title(
            "半数决定自受理起所用的工作时间不超过此值。",
            "Half of the decisions took no more working time from acceptance than this.",
        ),
        Unit.WORKING_HOURS,
        measures=(HANDLE.name,),
    ),
    Definition(
        "p90_handle",
        Title("办理时长90分位数", "Handling time, 90th percentile"),
        Title(
            "九成决定自受理起所用的工作时间不超过此值。",
            "Nine in ten decisions took no more working time from acceptance than this.",
        ),
        Unit.WORKING_HOURS,
        measures=(HANDLE.name,),
    ),
    Definition(
        "correction_rate",
        Title("补正率", "Correction rate"),
        Title(
            "当日提交的申请中，被要求补正至少一次的所占比例。",
            "Divides those of the cases submitted on a day that had to be corrected at least once"
            " by all submitted on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        measures=(measures.SUBMITTED_CORRECTED, SUBMITTED, measures.SUBMITTED_PENDING),
    ),
    Definition(
        "one_notice_rate",
        Title("一次告知率", "One-notice rate"),
        Title(
            "当日首次被要求补正的申请中，只告知补正一次的所占比例。",
            "Divides those of the cases first returned for correction on a day that needed only"
            " one notice by all first returned on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        measures=(measures.CORRECTED_ONCE, measures.CORRECTED, measures.CORRECTED_PENDING),
    ),
    Definition(
        "refusal_rate",
        Title("不予办理率", "Refusal rate"),
        Title(
            "决定不予办理的件数占作出决定件数的比例，并按理由分列。",
            "Divides the decisions against the applicant by all decisions, and lists them by"
            " ground.",
        ),
        Unit.SHARE,
        measures=(measures.DECIDED_AGAINST, measures.DECIDED, measures.REFUSED_FOR),
    ),
    Definition(
        "turnaround",
        Title("全程时长", "Turnaround"),
        Title(
            "自提交申请至群众拿到结果的时长。",
            "Measures the time from submission until the citizen has the result.",
        ),
        Unit.ELAPSED_HOURS,
        measures=(TURNAROUND.name,),
    ),
    Definition(
        "relief_count",
        Title("期限顺延量", "Extended time limits"),
        Title(
            "当日予以顺延的期限个数，按期限种类分列。",
            "Counts the time limits that were extended, by kind.",
        ),
        measures=(measures.EXTENDED,),
    ),
    Definition(
        "green_count",
        Title("绿色通道办理量", "Green channel"),
        Title(
            "当日准予走绿色通道的件数，按事由分列。",
            "Counts the cases to which the green channel was granted, by kind.",
        ),
        measures=(measures.GREEN,),
    ),
    Definition(
        "green_time",
        Title("绿色通道时长", "Green channel time"),
        Title(
            "自提出绿色通道申请至办妥的时长。",
            "Measures the time from the request for the green channel until all is done.",
        ),
        Unit.ELAPSED_HOURS,
        measures=(GREEN_TIME.name,),
    ),
)
