"""Where a rule stands in the law, and how that is quoted to a citizen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.titles import Language, Title

_LICENCES: Final = "机动车驾驶证申领和使用规定"
_REGISTRATION: Final = "机动车登记规定"
_VIOLATIONS: Final = "道路交通安全违法行为处理程序规定"

SOURCES: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "RTSL": Title("道路交通安全法", "Road Traffic Safety Law"),
        "RTSR": Title("道路交通安全法实施条例", "Regulations on the Road Traffic Safety Law"),
        "124": Title(_REGISTRATION, "Order 124, Motor Vehicle Registration"),
        "164": Title(_REGISTRATION, "Order 164, Motor Vehicle Registration"),
        "139": Title(_LICENCES, "Order 139, Driving Licences"),
        "162": Title(_LICENCES, "Order 162, Driving Licences"),
        "105": Title(_VIOLATIONS, "Order 105, Handling of Violations"),
        "157": Title(_VIOLATIONS, "Order 157, Handling of Violations"),
        "163": Title("道路交通安全违法行为记分管理办法", "Order 163, Points"),
        "ALL": Title("行政许可法", "Administrative Licensing Law"),
        "APL": Title("行政处罚法", "Administrative Penalty Law"),
        "ARL": Title("行政复议法", "Administrative Reconsideration Law"),
        "LITIGATION": Title("行政诉讼法", "Administrative Litigation Law"),
        "PSP": Title("公安机关办理行政案件程序规定", "Police Administrative Case Procedure"),
        "POSTAL": Title("邮政法", "Postal Law"),
    }
)
"""Titles by short name: the initials of a law, or the number of a ministry's order."""

_DIGITS: Final = "〇一二三四五六七八九"
_NUMBER: Final = re.compile("[0-9]+")
_ARTICLE: Final = re.compile(r"([0-9]+)(?:\(([0-9]+)\))?([0-9]+)?")


@dataclass(frozen=True, slots=True)
class Law:
    """A place in the law. ``77(1)7`` is article 77, paragraph 1, item 7.

    ``verified`` says that the text of the article was read and not only remembered.
    Raises ``ValueError`` for a verified law of a source without a title.
    """

    source: str
    article: str
    verified: bool

    def __post_init__(self) -> None:
        if self.verified and self.source not in SOURCES:
            raise ValueError(f"no title for the source {self.source}")

    def citation(self, language: Language) -> str | None:
        """The quotation for a citizen. There is none for a text that nobody has read."""
        if not self.verified:
            return None
        title = SOURCES[self.source].text(language)
        if language == "en":
            return f"{title}, art. {self.article}"
        order = f"（公安部令第{self.source}号）" if self.source.isdecimal() else ""
        return f"《{title}》{order}{self._article_zh()}"

    def _article_zh(self) -> str:
        if not (found := _ARTICLE.fullmatch(self.article)):
            return f"第{_NUMBER.sub(_spoken, self.article).replace('–', '至')}条"
        article, paragraph, item = (each and _chinese(int(each)) for each in found.groups())
        return (
            f"第{article}条"
            + (f"第{paragraph}款" if paragraph else "")
            + (f"第{item}项" if item else "")
        )


def _spoken(found: re.Match[str]) -> str:
    return _chinese(int(found.group()))


def _chinese(number: int) -> str:
    """The number as laws count their articles, such as 一百零三 and 十一."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += f"{_DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones else "")
