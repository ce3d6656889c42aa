"""The hospitals whose certificates are taken. This list is synthetic, and none of them exists.

By law they are hospitals of a county or above, or of a regiment or above (139 art. 72). Each
province publishes its own list, so another can be put in the place of this one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

Listed: TypeAlias = Callable[[str, date], bool]
"""Whether the hospital of a code is on the list on a day."""


@dataclass(frozen=True, slots=True)
class Hospital:
    """A hospital, and the days on which it is on the list. Without ``until`` it stays there."""

    name: str
    since: date
    until: date | None = None

    def on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


_SINCE: Final = date(2016, 4, 1)
HOSPITALS: Final[Mapping[str, Hospital]] = MappingProxyType(
    {
        "HN410100-01": Hospital("郑州示例第一医院", _SINCE),
        "HN410100-02": Hospital("郑州示例第二医院", _SINCE),
        "HN410100-03": Hospital("郑州示例体检中心", _SINCE, date(2019, 12, 31)),
        "HN410182-01": Hospital("荥阳示例医院", _SINCE),
        "HN410200-01": Hospital("开封示例医院", _SINCE),
        "HN410300-01": Hospital("洛阳示例医院", _SINCE),
        "HN410700-01": Hospital("新乡示例医院", _SINCE),
        "HN411300-01": Hospital("南阳示例医院", _SINCE),
        "HN411500-01": Hospital("信阳示例医院", _SINCE),
        "HN411600-01": Hospital("周口示例医院", date(2020, 2, 1)),
        "HN419001-01": Hospital("济源示例医院", _SINCE),
    }
)


def listed(code: str, day: date) -> bool:
    return (found := HOSPITALS.get(code)) is not None and found.on(day)
