"""What people read for a plan."""

from typing import Final

from domain.plans.state import PlanStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PlanStage},
    events={
        "PlanPublished": Title("预约计划已发布", "Plan published"),
        "SeatsAnnounced": Title("增加预约名额", "More seats announced"),
        "PlanClosed": Title("停止接受预约", "No more bookings are taken"),
        "PlanReopened": Title("恢复接受预约", "Bookings are taken again"),
        "PlanCancelled": Title("当日办理取消", "The day was cancelled"),
    },
    fields={
        "kind": Title("预约种类", "kind of appointment"),
        "moved_to": Title("改期至", "moved to"),
        "on": Title("日期", "day"),
        "place": Title("地点", "place"),
        "reason": Title("原因", "reason"),
        "releases": Title("放号安排", "releases"),
    },
    commands={
        "PublishPlan": Title("发布预约计划", "Publish the plan"),
        "AnnounceSeats": Title("增加预约名额", "Announce more seats"),
        "ClosePlan": Title("停止接受预约", "Take no more bookings"),
        "ReopenPlan": Title("恢复接受预约", "Take bookings again"),
        "CancelPlan": Title("取消当日办理", "Cancel the day"),
    },
    refusals={
        "place-unfit": Explanation(
            Title("该地点不办理此类预约", "No such appointments at this place"),
            Title(
                "请核对地点代码；可选地点见 choices。",
                "Check the id of the place; those that could be chosen stand under choices.",
            ),
        ),
        "place-of-others": Explanation(
            Title("该地点不在本机关管辖范围", "The place is not of your office"),
            Title(
                "预约计划由该地点所属的车辆管理所发布和调整。",
                "Its plans are made by the vehicle office to which it belongs.",
            ),
        ),
        "plan-address-differs": Explanation(
            Title("地址与内容不一致", "The address names another plan"),
            Title(
                "请求地址应当为 plan 所列的计划名称。",
                "The address must end in the name that stands under plan.",
            ),
        ),
        "plan-stands": Explanation(
            Title("该日预约计划已发布", "The plan is published already"),
            Title(
                "已发布的计划不能改写；需要增加名额的，请另行公布。",
                "A published plan is not rewritten. Announce more seats beside it.",
            ),
        ),
        "plan-day-over": Explanation(
            Title("日期不符合要求", "The day does not fit"),
            Title(
                "预约计划应当在办理日之前发布；已过的日期不能取消；改期应当晚于原办理日。"
                "最早日期见 earliest。",
                "A plan is published before its day. A day that is over cannot be cancelled, and "
                "nobody is moved to an earlier day. The first day that can be is under earliest.",
            ),
        ),
        "period-unknown": Explanation(
            Title("没有该预约时段", "No such period"),
            Title(
                "预约时段请从 choices 所列代码中选择。",
                "Choose the period from the codes under choices.",
            ),
        ),
        "too-many-seats": Explanation(
            Title("名额过多", "Too many seats"),
            Title(
                "每个时段最多500个名额，该时段还可以公布的名额数见 left。",
                "A period has 500 seats at most. So many can still be announced as stand under "
                "left.",
            ),
        ),
        "release-too-late": Explanation(
            Title("放号时间过晚", "The release is too late"),
            Title(
                "放号时间应当在办理日零时（latest）之前。",
                "Seats are given before the day begins, which is the instant under latest.",
            ),
        ),
    },
)
