"""The hotline and the ratings of citizens. Nothing feeds these figures yet."""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import PLACES, Definition, Unit

SERVICE_QUALITY: Final = (
    Definition(
        "call_answer_rate",
        Title("接通率", "Calls answered"),
        Title(
            "接通的来电占全部来电的比例。",
            "Divides the calls that were answered by all calls.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
    ),
    Definition(
        "avg_wait",
        Title("平均等待时长", "Average wait"),
        Title(
            "来电自拨入至接通的平均时长。",
            "Averages the time from the call until it is answered.",
        ),
        Unit.ELAPSED_HOURS,
        dimensions=PLACES,
    ),
    Definition(
        "first_answer_rate",
        Title("一次答复率", "Answered at once"),
        Title(
            "首次来电即予答复的咨询占全部咨询的比例。",
            "Divides the questions that were answered in the first call by all questions.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
    ),
    Definition(
        "transfer_rate",
        Title("转接率", "Calls passed on"),
        Title(
            "转交其他人员或单位的来电占接通来电的比例。",
            "Divides the calls that were passed on to somebody else by all answered.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
    ),
    Definition(
        "hard_problem_closed",
        Title("疑难解决率", "Hard problems solved"),
        Title(
            "已解决的疑难问题占登记的疑难问题的比例。",
            "Divides the hard problems that were solved by all that were recorded.",
        ),
        Unit.SHARE,
        dimensions=PLACES,
    ),
    Definition(
        "satisfaction",
        Title("满意度", "Satisfaction"),
        Title(
            "评价为非常满意和满意的占全部评价的比例，评价分五级。",
            "Divides the ratings in the two best of five grades by all ratings.",
        ),
        Unit.SHARE,
    ),
    Definition(
        "rating_rate",
        Title("评价率", "Rating rate"),
        Title(
            "群众作出评价的件数占办结件数的比例。",
            "Divides the cases that the citizen rated by all that were completed.",
        ),
        Unit.SHARE,
    ),
    Definition(
        "bad_review_callback",
        Title("差评回访率", "Bad ratings followed up"),
        Title(
            "已回访的差评占全部差评的比例。",
            "Divides the bad ratings after which the office called back by all bad ratings.",
        ),
        Unit.SHARE,
    ),
)
