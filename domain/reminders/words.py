"""What people read for a reminder."""

from typing import Final

from domain.reminders.kinds import ReminderStage
from domain.titles import Title
from domain.wording import Words

WORDS: Final = Words(
    stages={stage: stage.words for stage in ReminderStage},
    events={
        "ReminderPutOff": Title("暂缓提醒", "Reminder put off"),
        "HolderReminded": Title("期限提醒", "Reminder before a day passes"),
        "ReminderDropped": Title("不再提醒", "Reminder not given"),
    },
    fields={
        "record": Title("登记信息", "record"),
        "topic": Title("提醒事项", "reminded of"),
        "office": Title("登记机关", "office of the record"),
        "last_on": Title("法定截止日", "last day by law"),
        "until": Title("延长后的截止日或者再次核查日", "last day under relief, or next look"),
        "reason": Title("原因", "reason"),
        "relief": Title("延长依据", "relief"),
        "contact": Title("联系方式备案", "contact filed"),
        "case": Title("案件", "case"),
        "part": Title("加密信息", "sealed part"),
    },
    commands={"RemindHolder": Title("期限提醒", "Remind before a day passes")},
)
