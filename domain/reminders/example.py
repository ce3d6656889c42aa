"""Every reminder with invented values, so that people see what is sent before it is."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from domain.case.notice_example import NoticeExample, messages
from domain.register.reminder_topic import ReminderTopic
from domain.reminders.events import HolderReminded
from domain.reminders.notices import whole_reminder
from domain.reminders.reminder import REMINDER

_DAY: Final = date(2020, 3, 9)


def reminder_examples() -> Iterator[NoticeExample]:
    """One of each topic, under the name of the topic."""
    (telling,) = REMINDER.tells
    for topic in ReminderTopic:
        event = HolderReminded(
            record=UUID(int=0), topic=topic, office="410100", last_on=_DAY, until=_DAY
        )
        told = telling.told(REMINDER.initial, event)
        assert told is not None
        text = whole_reminder(topic, told)
        yield NoticeExample(topic.value, topic.words, text, telling.at_once, messages(text))
