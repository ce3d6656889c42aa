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
        "StepTaken": Title("进入恢复步骤", "Step of reopening taken"),
        "StepTakenBack": Title("退回前序恢复步骤", "Step of reopening taken back"),
        "ThirdStepServicesListed": Title("确定第三步恢复清单", "Third-step services listed"),
        "WindowsOpenedLocally": Title("决定恢复部分窗口业务", "Windows opened locally"),
        "WindowsClosedLocally": Title("决定关闭部分窗口", "Windows closed locally"),
        "CountyOfficeReopened": Title("县级车管所恢复业务", "County office reopened"),
        "CountyOfficeClosed": Title("县级车管所暂停业务", "County office closed"),
        "CaseworkTransferred": Title("在办业务整体移交", "Cases in hand transferred"),
        "DecisionsTookEffect": Title("窗口业务决定生效", "Decisions about windows took effect"),
    },
    fields={
        "region": Title("省辖市", "prefecture"),
        "region_class": Title("交通管控类别", "class of traffic control"),
        "step": Title("恢复步骤", "step"),
        "office": Title("办理机关", "office"),
        "from_office": Title("移交单位", "from"),
        "to_office": Title("接收单位", "to"),
        "reason": Title("移交原因", "reason"),
        "offices": Title("办理机关", "offices"),
        "services": Title("开放业务", "services"),
        "grade": Title("县域疫情风险等级", "risk grade of the county"),
        "county_class": Title("县域管控类别", "class of the county"),
        "decisions": Title("窗口业务决定", "decisions"),
        "effective_on": Title("生效日期", "takes effect on"),
        "body": Title("决定机关", "deciding body"),
        "decided_on": Title("决定日期", "decided on"),
        "planned_end": Title("预计结束日期", "planned end"),
        "grounds": Title("依据和理由", "grounds"),
    },
    commands={
        "ClassifyPrefecture": Title("确定交通管控类别", "Assign the class"),
        "SuspendWindows": Title("暂停窗口业务", "Suspend window business"),
        "TakeStep": Title("进入恢复步骤", "Take a step of reopening"),
        "TakeStepBack": Title("退回前序恢复步骤", "Go back to an earlier step"),
        "ListThirdStepServices": Title("确定第三步恢复清单", "List the third-step services"),
        "OpenWindowsLocally": Title("决定恢复部分窗口业务", "Open windows locally"),
        "CloseWindowsLocally": Title("决定关闭部分窗口", "Close windows locally"),
        "CloseCountyOffice": Title("暂停县级车管所业务", "Close a county office"),
        "ReopenCountyOffice": Title("恢复县级车管所业务", "Reopen a county office"),
        "TransferCasework": Title("整体移交在办业务", "Transfer the cases in hand"),
        "PassDeadline": Title("决定到期生效", "Let a decision take effect"),
    },
    refusals={
        "region-unknown": Explanation(
            Title("没有该省辖市", "No such prefecture"),
            Title("请核对省辖市代码。", "Check the code of the prefecture."),
        ),
        "not-the-detachment": Explanation(
            Title("应当由市公安局交警支队决定", "The traffic police detachment decides"),
            Title(
                "窗口业务的恢复由省辖市决定，由市公安局交警支队作出；车辆管理所、县级车管所不得自行决定。",
                "The city decides about its windows, through its traffic police detachment. "
                "Neither the vehicle office nor a county office decides for itself.",
            ),
        ),
        "other-prefecture": Explanation(
            Title("只能移交本市的在办业务", "A prefecture moves its own cases"),
            Title(
                "在办业务的整体移交由本市车辆管理所或者公安局交警支队决定。",
                "The vehicle office of the city, or the detachment above it, moves its cases to "
                "another office.",
            ),
        ),
        "effective-in-the-past": Explanation(
            Title("生效日期已过", "The day of effect has passed"),
            Title(
                "生效日期不得早于今天，请更正。",
                "A decision takes effect today or later. Please correct the day.",
            ),
        ),
        "casework-office-unknown": Explanation(
            Title("该机构不能移交或者接收业务", "No such office for casework"),
            Title(
                "请从本市办理业务的机构（choices 所列）中选择移交单位、接收单位。",
                "Choose both offices among those of the prefecture that decide cases, under "
                "choices.",
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
        "step-not-earlier": Explanation(
            Title("只能退回此前已实施的步骤", "Only a step that was passed is gone back to"),
            Title(
                "请从 choices 所列步骤中选择；需要全部关闭的，请作出暂停窗口业务的决定。",
                "Choose a step under choices. To close everything, suspend the windows.",
            ),
        ),
        "not-of-this-class": Explanation(
            Title("与本市交通管控类别不符", "Not a decision of this class"),
            Title(
                "二类地区按四个步骤恢复；一类地区由本市逐项决定开放的窗口和业务。",
                "Class two takes the four steps. Class one names the windows and the services "
                "that it opens.",
            ),
        ),
        "windows-unknown": Explanation(
            Title("没有该窗口", "No such window"),
            Title(
                "所列机构不是本市直属窗口，请从 choices 中选择；县级车管所须另行决定。",
                "These are no offices of the prefecture itself. Choose from choices; a county "
                "office needs a decision of its own.",
            ),
        ),
        "business-unknown": Explanation(
            Title("没有该项业务", "No such service"),
            Title(
                "请填写 choices 所列的业务代码或业务类别代码。",
                "Name the codes of services or of groups that stand under choices.",
            ),
        ),
        "person-named": Explanation(
            Title("公开文字中不得出现个人号码", "A public text names nobody"),
            Title(
                "决定的理由向社会公开，请删去电话号码、证件号码。",
                "Everybody reads the grounds of a decision. Take telephone and identity numbers "
                "out.",
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
