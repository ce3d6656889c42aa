"""What people read about a hall."""

from typing import Final

from domain.halls.state import HallStage
from domain.titles import Title
from domain.wording import Explanation, Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in HallStage},
    events={
        "HallDayBegun": Title("开始当日大厅记录", "The record of the day was begun"),
        "AreaCleaned": Title("区域已清洁", "Area cleaned"),
        "AreaDisinfected": Title("区域已消杀", "Area disinfected"),
        "StaffChecked": Title("工作人员晨检已登记", "Staff checked"),
        "HallOpened": Title("大厅开门", "Hall opened"),
        "HallClosed": Title("大厅关闭", "Hall closed"),
        "HallLimitSet": Title("调整人数上限", "Limit of people set"),
        "VisitorAdmitted": Title("群众测温后进入", "A visitor was let in"),
        "VisitorTurnedAway": Title("群众被劝离", "A visitor was not let in"),
        "VisitorLeft": Title("群众离开", "A visitor left"),
        "TicketIssued": Title("已取号", "Ticket given"),
        "TicketCalled": Title("已叫号", "Ticket called"),
        "TicketServed": Title("该号办理完毕", "Ticket served"),
        "TicketMissed": Title("过号", "Nobody came with the ticket"),
    },
    fields={
        "office": Title("办理机关", "office"),
        "day": Title("日期", "day"),
        "limit": Title("人数上限", "limit of people"),
        "refused_from": Title("拒入体温（0.1℃）", "refused from, in tenths of a °C"),
        "rounds": Title("应完成次数", "rounds of the day"),
        "area": Title("区域", "area"),
        "result": Title("清洁结果", "what was found"),
        "agent": Title("消毒剂", "disinfectant"),
        "duty": Title("岗位", "duty"),
        "present": Title("到岗人数", "present"),
        "unmasked": Title("未戴口罩人数", "without a mask"),
        "feverish": Title("体温异常人数", "with a temperature"),
        "unchecked": Title("未经晨检开门", "opened without the checks"),
        "reason": Title("原因", "reason"),
        "lane": Title("测温终端", "tablet"),
        "number": Title("终端序号", "number of the tap"),
        "at": Title("到达时间", "at"),
        "temperature": Title("体温（0.1℃）", "temperature in tenths of a °C"),
        "ticket": Title("排队号", "ticket"),
        "group": Title("业务类别", "group of business"),
        "counter": Title("窗口号", "counter"),
    },
    commands={
        "RecordCleaning": Title("登记清洁", "Record the cleaning"),
        "RecordDisinfection": Title("登记消杀", "Record the disinfection"),
        "CheckStaff": Title("登记工作人员晨检", "Check the staff"),
        "OpenHall": Title("大厅开门", "Open the hall"),
        "CloseHall": Title("关闭大厅", "Close the hall"),
        "SetHallLimit": Title("调整人数上限", "Set the limit of people"),
        "RecordVisits": Title("登记进出人员", "Record who comes and leaves"),
        "IssueTicket": Title("取号", "Give a ticket"),
        "CallTicket": Title("叫号", "Call the next ticket"),
        "FinishTicket": Title("办结或过号", "Finish the ticket"),
        "PassDeadline": Title("当日结束自动关闭", "Close at the end of the day"),
    },
    refusals={
        "no-hall": Explanation(
            Title("该机构没有办事大厅", "No such hall"),
            Title(
                "请从 choices 所列机构中选择。",
                "Choose one of the offices under choices.",
            ),
        ),
        "hall-of-others": Explanation(
            Title("该大厅由其他机构管理", "Another office keeps this hall"),
            Title(
                "只能登记本单位及下属机构大厅的情况。",
                "You record what happens in the halls of your own office and of those below it.",
            ),
        ),
        "hall-address-differs": Explanation(
            Title("地址与内容不一致", "The address names another hall"),
            Title(
                "请求地址应当为 hall 所列的大厅和日期。",
                "The address must end in the name that stands under hall.",
            ),
        ),
        "hall-day-not-today": Explanation(
            Title("只能登记当日情况", "Only today is recorded"),
            Title(
                "大厅卫生防疫情况当日登记，不得提前或者补记。",
                "What is done in a hall is recorded on the day itself, not before or after it.",
            ),
        ),
        "hall-checks-missing": Explanation(
            Title("当日晨检、消杀尚未完成，不得开门", "The checks of the day are missing"),
            Title(
                "请先完成 staff 所列岗位的口罩、测温检查和 areas 所列区域的首次消杀，再开门。",
                "First check the duties under staff and disinfect the areas under areas, then "
                "open the hall.",
            ),
        ),
        "hall-windows-closed": Explanation(
            Title("本机构今日没有开放的窗口", "No window of this office is open today"),
            Title(
                "按照本市决定，该机构窗口今日暂停，大厅不开门。",
                "By what the city has decided no window opens here today, so the hall stays shut.",
            ),
        ),
        "staff-temperature-missing": Explanation(
            Title("请填写体温异常人数", "The temperature of the staff is missing"),
            Title(
                "本市要求工作人员上岗前测温，请填写体温异常人数，没有的填 0。",
                "The temperature of the staff is taken here. Say how many had one, or 0.",
            ),
        ),
        "staff-count-wrong": Explanation(
            Title("人数不符", "The numbers do not add up"),
            Title(
                "未戴口罩或者体温异常的人数不能多于到岗人数，请核对。",
                "No more people can be without a mask, or have a temperature, than are present.",
            ),
        ),
        "nobody-waits": Explanation(
            Title("没有等候的号", "Nobody waits"),
            Title("目前没有符合条件的等候人员。", "No such ticket waits at present."),
        ),
        "ticket-not-called": Explanation(
            Title("该号不在窗口", "The ticket is at no counter"),
            Title(
                "该号尚未叫到，或者已经办结、过号。",
                "It was not called yet, or is served or missed already.",
            ),
        ),
        "group-not-done-here": Explanation(
            Title("本机构不办理此类业务", "No such business here"),
            Title("请从 choices 所列业务类别中选择。", "Choose a group under choices."),
        ),
    },
)
