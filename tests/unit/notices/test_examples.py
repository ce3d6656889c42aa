"""Officials see every text before it is sent, with invented values."""

from domain.case.case import CASE
from domain.notice_samples.texts import examples
from domain.register.reminder_topic import ReminderTopic

REMINDED = tuple(f"【河南车管】{each.words.zh}提醒：" for each in ReminderTopic)


def test_every_text_has_an_example_in_both_languages() -> None:
    made = list(examples())
    assert len(made) == len(CASE.tells) + len(ReminderTopic)
    for each in made:
        of_case = "【河南车管】补换领机动车号牌（查询码AAAA-BBBB-CCCC-D）："
        assert each.text.zh.startswith((of_case, *REMINDED))
        assert "{" not in each.text.zh + each.text.en
        assert 1 <= each.parts <= 3


def test_what_is_worth_nothing_in_the_morning_is_sent_at_once() -> None:
    assert [each.step.zh for each in examples() if each.at_once] == [
        "考试预约已取消",
        "办理机关已改期",
        "办理机关取消预约，不计入爽约",
    ]
