"""What an owner or a holder is told before he loses a right, beside its event."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.recorded_event import RecordedEvent
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.reminders.state import Reminder
from domain.telling import Telling, day
from domain.titles import Title

_BY: Final[Mapping[ReminderTopic, Title]] = MappingProxyType(
    {
        ReminderTopic.RENEWAL: Title(
            "您的驾驶证有效期至{by}，现在可以申请期满换证，请在期满前办理；逾期未换证的，不得驾驶机动车。",
            "Your driving licence is valid until {by}, and can be renewed now. Renew it in time: "
            "without that you may not drive afterwards.",
        ),
        ReminderTopic.MEDICAL: Title(
            "您的记分周期已经结束，请在{by}前（含当日）提交身体条件证明；逾期一年未提交的，驾驶证将被注销。",
            "Your points cycle is over. Submit a medical certificate by {by}; a year later the "
            "licence is cancelled without it.",
        ),
        ReminderTopic.INSPECTION: Title(
            "您的机动车检验有效期至{by}，现在可以办理检验或者申领检验合格标志，请在期满前办理。",
            "The inspection of your vehicle is valid until {by}. You can have it inspected, or ask "
            "for its mark, from now on.",
        ),
        ReminderTopic.LEARNER_PERMIT: Title(
            "您的学习驾驶证明有效期至{by}，期满后已合格的科目成绩作废，请尽快预约其余科目考试。",
            "Your learner's permit is valid until {by}. Then the subjects that you have passed are "
            "void; please book those that are left.",
        ),
        ReminderTopic.OVER_AGE: Title(
            "您的年龄即将达到或者已经达到准驾车型的年龄上限，届时不得再驾驶相应车型，"
            "请在{by}前（含当日）换领驾驶证。",
            "You are about to reach, or have reached, the age up to which a class of your licence "
            "may be driven. Do not drive it then, and exchange the licence by {by}.",
        ),
    }
)
_OPEN: Final = Title(
    "您的年龄即将达到或者已经达到准驾车型的年龄上限，届时不得再驾驶相应车型。"
    "换领驾驶证的期限已延长，截止日另行公告。",
    "You are about to reach, or have reached, the age up to which a class of your licence may be "
    "driven. Do not drive it then. The time to exchange the licence is extended.",
)
"""Of the exchange alone somebody is told while a relief has no end yet."""


def _reminded(current: Reminder, event: HolderReminded) -> Title:
    if event.until is None:
        return _OPEN
    return _BY[event.topic].filled(by=day(event.until))


TELLS: Final[tuple[Telling[Reminder, HolderReminded], ...]] = (Telling(HolderReminded, _reminded),)
_WHOLE: Final = Title("【河南车管】{topic}提醒：{told}", "{topic}: {told}")


def whole_reminder(topic: ReminderTopic, told: Title) -> Title:
    """The text as it is sent. Nothing in it leads to a case, because there is none."""
    named = Title(topic.words.zh, topic.words.en[0].upper() + topic.words.en[1:])
    return _WHOLE.filled(topic=named, told=told)


def reminder_text(history: Sequence[RecordedEvent], version: int) -> Title | None:
    """The whole text about the event at this version. None says that nobody is told of it."""
    event = history[version - 1].event
    if not isinstance(event, HolderReminded):
        return None
    return whole_reminder(event.topic, _reminded(Reminder(), event))
