"""What people read about a network office centre."""

from typing import Final

from domain.centres.state import CentreStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in CentreStage},
    events={
        "WorkRulesIssued": Title("工作规范已发布", "Work rules issued"),
        "WorkRulesRead": Title("工作规范已阅知", "Work rules read"),
        "CentreShiftRostered": Title("已排班", "Shift rostered"),
        "EquipmentRegistered": Title("设备已登记启用", "Equipment put into use"),
        "CentreIncidentReported": Title("已报告人员或者设备问题", "Incident reported"),
        "CentreIncidentRemedied": Title("人员或者设备问题已解决", "Incident remedied"),
    },
    fields={
        "office": Title("网办中心", "network office centre"),
        "version": Title("版本号", "version"),
        "document_no": Title("文号", "document number"),
        "effective_on": Title("生效日期", "takes effect on"),
        "reader": Title("阅知人", "reader"),
        "day": Title("日期", "day"),
        "shift": Title("班次", "shift"),
        "officers": Title("值班人员", "officers"),
        "item": Title("设备编号", "number of the item"),
        "equipment": Title("设备类别", "equipment"),
        "incident": Title("问题序号", "number of the incident"),
        "kind": Title("问题类别", "kind of incident"),
        "lacking": Title("缺员人数", "officers lacking"),
        "remedy": Title("解决措施", "remedy"),
    },
    commands={
        "IssueWorkRules": Title("发布工作规范", "Issue work rules"),
        "ConfirmWorkRules": Title("确认已阅知工作规范", "Confirm that the rules were read"),
        "RosterCentreShift": Title("排班", "Roster a shift"),
        "RegisterEquipment": Title("登记启用设备", "Put equipment into use"),
        "ReportCentreIncident": Title("报告人员或者设备问题", "Report an incident"),
        "RemedyCentreIncident": Title("登记解决措施", "Remedy an incident"),
    },
    refusals={
        "no-centre": Explanation(
            Title("该机构不是网办中心", "No such network office centre"),
            Title(
                "请核对请求地址和网办中心编号，二者应当一致，例如 410300.noc。",
                "Check the address and the office, which name the same centre, such as 410300.noc.",
            ),
        ),
        "centre-of-others": Explanation(
            Title("该网办中心由其他机构管理", "Another office runs this centre"),
            Title(
                "只能登记本单位及下属网办中心的情况。",
                "You record what happens in the centre of your own office or below it.",
            ),
        ),
        "work-rules-not-in-force": Explanation(
            Title("不是最新版本", "Not the newest version"),
            Title(
                "请阅读 newest 所列的最新版本后再确认；newest 为 0 的，尚未发布工作规范。",
                "Read the version under newest and confirm that one. 0 means that none was issued.",
            ),
        ),
        "equipment-number-taken": Explanation(
            Title("设备编号已使用", "The number is taken"),
            Title(
                "该编号已登记过设备，请核对，或者换用新的编号。",
                "An item has or had this number. Check it, or take another.",
            ),
        ),
        "equipment-not-here": Explanation(
            Title("没有该编号的在用设备", "No such item in use"),
            Title("请从 choices 所列设备中选择。", "Choose one of the items under choices."),
        ),
        "centre-incident-unclear": Explanation(
            Title("问题填写不完整", "The incident is not clear"),
            Title(
                "人员不足的填写缺员人数，设备老化或者故障的填写设备编号，不得同时填写。",
                "Give the number of officers lacking, or the number of the item that is old or "
                "faulty, and not both.",
            ),
        ),
        "centre-incident-known": Explanation(
            Title("该问题已经报告", "It is reported already"),
            Title(
                "该设备的同类问题尚未解决，序号见 incident，无须重复报告。",
                "The same of this item is open under the number incident, and need not be "
                "reported again.",
            ),
        ),
        "centre-incident-not-open": Explanation(
            Title("没有该序号的未解决问题", "No such open incident"),
            Title("请从 choices 所列序号中选择。", "Choose one of the numbers under choices."),
        ),
        "remedy-does-not-fit": Explanation(
            Title("解决措施与问题类别不符", "The remedy does not fit"),
            Title("请从 choices 所列措施中选择。", "Choose one of the remedies under choices."),
        ),
    },
)
