"""Every text of which an official can have a sample: of the steps of a case, and the reminders."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from domain.case.notice_example import NoticeExample
from domain.case.notice_example import examples as of_cases
from domain.notice_samples.kinds import SampleLanguage
from domain.reminders.example import reminder_examples
from domain.titles import Title

_MARK: Final = Title("【样例】", "[Sample] ")


def examples() -> Iterator[NoticeExample]:
    """In the order of the chapters of a case, and then the reminders."""
    return chain(of_cases(), reminder_examples())


def example_of(name: str) -> NoticeExample | None:
    """That of this name. None says that nobody is told of such a thing."""
    return next((each for each in examples() if each.name == name), None)


def sample_text(text: Title, language: SampleLanguage) -> str:
    """What the telephone of an official shows. It says first that it is a sample."""
    zh, en = f"{_MARK.zh}{text.zh}", f"{_MARK.en}{text.en}"
    match language:
        case SampleLanguage.CHINESE:
            return zh
        case SampleLanguage.ENGLISH:
            return en
        case SampleLanguage.BOTH:
            return f"{zh}\n{en}"
