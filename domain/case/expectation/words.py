"""What people read in this chapter."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {"ExpectedDateSlipped": Title("晚于预计时间", "Later than expected")}
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "cases": Title("推算依据件数", "cases it is read off"),
        "likely_by": Title("新的预计日期", "likely by"),
        "told_by": Title("原告知的预计日期", "was told by"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {"TellLaterDate": Title("告知新的预计日期", "Tell a later date")}
)
