"""What people read in this chapter: what happened, what can be done, why not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title
from domain.wording import Explanation

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "ExamBookingRanked": Title("已进入考试预约排序", "In the ranking"),
        "ExamBookingConfirmed": Title("考试预约成功", "A place in the examination"),
        "ExamBookingNotPlaced": Title("考试预约未成功", "No place in the examination"),
        "ExamBookingCancelled": Title("考试预约已取消", "Booking cancelled"),
        "ExamResultRecorded": Title("考试成绩已登记", "Result recorded"),
        "ExamineeAbsent": Title("缺考，按考试不合格处理", "Absent, which counts as not passed"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "plan": Title("考试计划", "examination plan"),
        "exam_on": Title("考试日期", "date of the examination"),
        "since": Title("排序时间", "ranked from"),
        "basis": Title("排序依据", "ranked by"),
        "attempts": Title("已考次数", "attempts so far"),
        "school": Title("驾驶培训机构", "driving school"),
        "confirmed_on": Title("预约成功日期", "place given on"),
        "record_by": Title("成绩登记期限", "result to be entered by"),
        "cancelled_at": Title("取消时间", "cancelled at"),
        "had_place": Title("取消前已预约成功", "had a place"),
        "by_site": Title("由考场取消", "cancelled by the site"),
        "sat_on": Title("考试日期", "sat on"),
        "passed": Title("考试合格", "passed"),
        "learner": Title("预约排序依据", "standing of the learner"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "JoinRanking": Title("进入考试预约排序", "Join the ranking"),
        "LearnRanking": Title("公布预约结果", "Learn what the ranking came to"),
        "FollowExamCancellation": Title("随考试取消预约", "End with the examination"),
        "CancelExamBooking": Title("取消考试预约", "Cancel the booking"),
        "RecordExamResult": Title("登记考试成绩", "Record the result"),
        "RecordAbsence": Title("登记缺考", "Record the absence"),
    }
)
REFUSALS: Final[Mapping[str, Explanation]] = MappingProxyType(
    {
        "cancelled-too-late": Explanation(
            Title("已过取消预约的时间", "It is too late to cancel"),
            Title(
                "考试预约应当在考试日期前一日以前取消；未按时参加考试的，按考试不合格处理。",
                "A place is given up by the day before. Whoever does not come has not passed.",
            ),
        ),
        "no-relief-for-exams": Explanation(
            Title("目前没有因疫情取消预约的措施", "No cancellation for the epidemic at present"),
            Title(
                "请选择个人原因取消，或者按时参加考试。",
                "Cancel for personal reasons, or come to the examination.",
            ),
        ),
        "exam-not-yet-held": Explanation(
            Title("考试尚未进行", "The examination has not been held"),
            Title("请在考试日期当日或者以后登记。", "Record it on the day, or later."),
        ),
        "exam-booking-stands": Explanation(
            Title("请取消考试预约", "Cancel the booking"),
            Title(
                "已进入排序的考试预约不能撤回申请，请说明原因并取消预约。",
                "A booking that is ranked is not withdrawn. Cancel it, and say why.",
            ),
        ),
    }
)
