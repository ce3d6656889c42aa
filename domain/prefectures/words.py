"""What people read about the windows of a prefecture."""

from typing import Final

from domain.prefectures.state import PrefectureStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in PrefectureStage},
    events={
        "PrefectureClassified": Title("已确定交通管控类别", "Class of traffic control assigned"),
        "WindowsSuspended": Title("暂停窗口业务", "Window business suspended"),
        "StepTaken": Title("恢复窗口业务", "Step of reopening taken"),
        "CountyOfficeReopened": Title("县级车管所恢复业务", "County office reopened"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "region_class": Title("交通管控类别", "class of traffic control"),
        "step": Title("恢复步骤", "step"),
        "office": Title("办理机关", "office"),
        "effective_on": Title("生效日期", "takes effect on"),
    },
    commands={
        "ClassifyPrefecture": Title("确定交通管控类别", "Assign the class"),
        "SuspendWindows": Title("暂停窗口业务", "Suspend window business"),
        "TakeStep": Title("恢复窗口业务", "Take a step of reopening"),
        "ReopenCountyOffice": Title("恢复县级车管所业务", "Reopen a county office"),
    },
    refusals={
        "region-unknown": Explanation(
            Title("没有该省辖市", "No such prefecture"),
            Title("请核对省辖市代码。", "Check the code of the prefecture."),
        ),
        "other-prefecture": Explanation(
            Title("只能决定本市的窗口业务", "A prefecture decides for itself"),
            Title(
                "各省辖市自行决定本市窗口业务的恢复；跨市决定由总队作出。",
                "Each prefecture decides about its own windows; only the headquarters decide for "
                "all.",
            ),
        ),
        "effective-in-the-past": Explanation(
            Title("生效日期已过", "The day of effect has passed"),
            Title(
                "生效日期不得早于今天，请更正。",
                "A decision takes effect today or later. Please correct the day.",
            ),
        ),
        "step-out-of-order": Explanation(
            Title("步骤次序不符", "The steps go in order"),
            Title(
                "二类地区应当按四个步骤依次恢复，请先进入所列步骤。",
                "A class-two area takes the four steps one after the other. Take the step named "
                "first.",
            ),
        ),
        "county-office-unknown": Explanation(
            Title("没有该县级车管所", "No such county office"),
            Title(
                "该机构不是本市的县级车辆管理所，请从 choices 所列机构中选择。",
                "This is no county office of the prefecture. Choose one of those under choices.",
            ),
        ),
    },
)
