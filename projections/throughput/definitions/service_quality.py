"""The telephone, the questions and the ratings of citizens (announcement of 23 February 2020:
电话有人接、业务有人办、咨询有人答、疑难有人解). They are told of enquiries and of telephone logs.
"""

from typing import Final

from domain.titles import Title
from projections.throughput.definitions.definition import Definition, Unit, When
from projections.throughput.definitions.making import Count, Mean, Share

OFFERED: Final = "call_offered"
TAKEN: Final = "call_answered"
WAITED_S: Final = "call_waited_s"
RECEIVED: Final = "enquiry_received"
HANDLED: Final = "enquiry_handled"
UNHANDLED: Final = "enquiry_unhandled"
ANSWERED: Final = "enquiry_answered"
AT_ONCE: Final = "enquiry_answered_at_once"
IN_TIME: Final = "enquiry_answered_in_time"
PASSED_ON: Final = "enquiry_passed_on"
ALARMS: Final = "shirking_alarm"
HARD: Final = "enquiry_hard"
SOLVED: Final = "enquiry_hard_solved"
UNSOLVED: Final = "enquiry_hard_unsolved"
RATED: Final = "enquiry_rated"
CONTENT: Final = "enquiry_rated_good"
EVER_RATED: Final = "enquiry_answered_rated"
UNRATED: Final = "enquiry_answered_unrated"
BAD: Final = "enquiry_rated_bad"
CALLED_BACK: Final = "enquiry_called_back"
NOT_CALLED_BACK: Final = "enquiry_not_called_back"
_PLACES: Final = ("region",)

SERVICE_QUALITY: Final = (
    Definition(
        "call_answer_rate",
        Title("接通率", "Calls answered"),
        Title(
            "接通的来电占全部来电的比例。",
            "Divides the calls that were answered by all calls.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((TAKEN,), (OFFERED,)),
    ),
    Definition(
        "avg_wait",
        Title("平均等待时长", "Average wait"),
        Title(
            "接通的来电自拨入至接通的平均秒数。",
            "Averages the seconds from the call until it is answered, of calls that were answered.",
        ),
        Unit.SECONDS,
        dimensions=_PLACES,
        made=Mean(WAITED_S, TAKEN),
    ),
    Definition(
        "enquiries_received",
        Title("咨询量", "Enquiries"),
        Title(
            "当日收到的咨询件数，包括电话、窗口和网上留言。",
            "Counts the enquiries of the day, by telephone, at the counter and by page.",
        ),
        dimensions=_PLACES,
        made=Count((RECEIVED,)),
    ),
    Definition(
        "assigned_handler_rate",
        Title("有人承办率", "With a named handler"),
        Title(
            "当日收到的咨询中，已明确承办人的所占比例。",
            "Divides those of the enquiries of a day that have a named handler by all of that day.",
        ),
        Unit.SHARE,
        When.COHORT,
        _PLACES,
        Share((HANDLED,), (RECEIVED,), UNHANDLED),
    ),
    Definition(
        "enquiries_answered",
        Title("咨询答复量", "Enquiries answered"),
        Title(
            "当日首次答复的咨询件数。",
            "Counts the enquiries that were answered on the day for the first time.",
        ),
        dimensions=_PLACES,
        made=Count((ANSWERED,)),
    ),
    Definition(
        "answered_in_time_rate",
        Title("咨询按时答复率", "Answered in time"),
        Title(
            "当日首次答复的咨询中，在答复期限内答复的所占比例。",
            "Divides the enquiries that were answered by their day by all that were answered.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((IN_TIME,), (ANSWERED,)),
    ),
    Definition(
        "first_answer_rate",
        Title("一次答复率", "Answered at once"),
        Title(
            "未经转接、首次答复即告了结的咨询占首次答复的咨询的比例。",
            "Divides the enquiries that nobody passed on and whose first answer left nothing to do"
            " by all that were answered for the first time.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((AT_ONCE,), (ANSWERED,)),
    ),
    Definition(
        "transfer_rate",
        Title("转接率", "Passed on"),
        Title(
            "首次答复前转交过其他人员或者单位的咨询占首次答复的咨询的比例。",
            "Divides the enquiries that were passed on before their first answer by all that were"
            " answered for the first time.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((PASSED_ON,), (ANSWERED,)),
    ),
    Definition(
        "shirking_alarms",
        Title("推诿警报", "Shirking alarms"),
        Title(
            "当日因多次转接触发的推诿警报次数。",
            "Counts how often an enquiry was passed on so often that it raised the alarm.",
        ),
        dimensions=_PLACES,
        made=Count((ALARMS,)),
    ),
    Definition(
        "hard_problem_closed",
        Title("疑难解决率", "Hard problems solved"),
        Title(
            "当日登记的疑难问题（需要协调或者转办的咨询）中，已解决的所占比例。",
            "Divides those of the problems of a day that needed more than an answer and were solved"
            " by all of that day.",
        ),
        Unit.SHARE,
        When.COHORT,
        _PLACES,
        Share((SOLVED,), (HARD,), UNSOLVED),
    ),
    Definition(
        "satisfaction",
        Title("满意度", "Satisfaction"),
        Title(
            "评价为非常满意和满意的占全部评价的比例，评价分五级。",
            "Divides the ratings in the two best of five grades by all ratings.",
        ),
        Unit.SHARE,
        dimensions=_PLACES,
        made=Share((CONTENT,), (RATED,)),
    ),
    Definition(
        "rating_rate",
        Title("评价率", "Rating rate"),
        Title(
            "当日首次答复的咨询中，群众已作评价的所占比例。",
            "Divides those first answered on a day that were rated by all first answered on it.",
        ),
        Unit.SHARE,
        When.COHORT,
        _PLACES,
        Share((EVER_RATED,), (ANSWERED,), UNRATED),
    ),
    Definition(
        "bad_review_callback",
        Title("差评回访率", "Bad ratings followed up"),
        Title(
            "当日的差评中，已回访的所占比例。",
            "Divides those of the bad ratings of a day after which somebody was reached by all of"
            " that day.",
        ),
        Unit.SHARE,
        When.COHORT,
        _PLACES,
        Share((CALLED_BACK,), (BAD,), NOT_CALLED_BACK),
    ),
)
