"""Whether cases were handled in time, and how long it took."""

from typing import Final

from domain.titles import Title
from projections.throughput import measures
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import (
    Average,
    CountByKind,
    Quantile,
    Share,
    Spread,
)
from projections.throughput.durations import GREEN_TIME, HANDLE, TURNAROUND
from projections.throughput.plain import ACCEPTED_ON_TIME, DECIDED_ON_TIME

ON_TIME: Final = Share((DECIDED_ON_TIME,), (measures.DECIDED,))
MEDIAN_TURNAROUND: Final = Quantile(TURNAROUND, 0.5)

PUNCTUALITY: Final = (
    Definition(
        "case_handler_rate",
        Title("业务有人办率", "Cases with a named handler"),
        Title(
            "当日受理（包括恢复办理）、由工作人员审核的业务中，已确定承办人的所占比例；"
            "未确定承办人即撤回或者终止的，不计入。",
            "Divides those of the cases accepted or reopened on a day that have a named handler by"
            " all of that day that officers review. What ended before anybody was named is left"
            " out.",
        ),
        Unit.SHARE,
        When.COHORT,
        made=Share(
            (measures.HANDLER_NAMED,),
            (measures.HANDLER_NAMED, measures.HANDLER_PENDING),
            measures.HANDLER_PENDING,
        ),
    ),
    Definition(
        "accept_on_time",
        Title("受理及时率", "Accepted on time"),
        Title(
            "在受理期限内受理的件数占受理件数的比例。",
            "Divides the cases accepted within the time limit for acceptance by all accepted.",
        ),
        Unit.SHARE,
        made=Share((ACCEPTED_ON_TIME,), (measures.ACCEPTED,)),
    ),
    Definition(
        "on_time_rate",
        Title("按期办结率", "Decided on time"),
        Title(
            "在办理期限内作出决定的件数占作出决定件数的比例，中止期间不计入期限。",
            "Divides the cases decided within the time limit by all decided; stops of the clock"
            " do not count.",
        ),
        Unit.SHARE,
        made=ON_TIME,
    ),
    Definition(
        "avg_handle",
        Title("平均办理时长", "Average handling time"),
        Title(
            "自受理至作出决定所用工作时间的平均值。",
            "Averages the working time from acceptance to decision.",
        ),
        Unit.WORKING_HOURS,
        made=Average(measures.HANDLE_SECONDS, HANDLE),
        of_one_service=True,
    ),
    Definition(
        "p50_handle",
        Title("办理时长中位数", "Median handling time"),
        Title(
            "半数决定自受理起所用的工作时间不超过此值。",
            "Half of the decisions took no more working time from acceptance than this.",
        ),
        Unit.WORKING_HOURS,
        made=Quantile(HANDLE, 0.5),
        of_one_service=True,
    ),
    Definition(
        "p90_handle",
        Title("办理时长90分位数", "Handling time, 90th percentile"),
        Title(
            "九成决定自受理起所用的工作时间不超过此值。",
            "Nine in ten decisions took no more working time from acceptance than this.",
        ),
        Unit.WORKING_HOURS,
        made=Quantile(HANDLE, 0.9),
        of_one_service=True,
    ),
    Definition(
        "turnaround",
        Title("全程时长", "Turnaround"),
        Title(
            "自提交申请至群众拿到结果的时长。",
            "Measures the time from submission until the citizen has the result.",
        ),
        Unit.ELAPSED_HOURS,
        made=Spread(TURNAROUND),
        of_one_service=True,
    ),
    Definition(
        "relief_count",
        Title("期限顺延量", "Extended time limits"),
        Title(
            "当日予以顺延的期限个数，按期限种类分列。",
            "Counts the time limits that were extended, by kind.",
        ),
        made=CountByKind(measures.EXTENDED),
    ),
    Definition(
        "green_count",
        Title("绿色通道办理量", "Green channel"),
        Title(
            "当日准予走绿色通道的件数，按事由分列。",
            "Counts the cases to which the green channel was granted, by kind.",
        ),
        made=CountByKind(measures.GREEN),
    ),
    Definition(
        "green_time",
        Title("绿色通道时长", "Green channel time"),
        Title(
            "自提出绿色通道申请至办妥的时长。",
            "Measures the time from the request for the green channel until all is done.",
        ),
        Unit.ELAPSED_HOURS,
        made=Spread(GREEN_TIME),
        of_one_service=True,
    ),
)
