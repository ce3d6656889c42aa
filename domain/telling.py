"""What people are told when something happens to their stream. It names no aggregate."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Any, Final, Generic, TypeVar

import msgspec

from domain.calendar import OFFICE_ZONE
from domain.choice import Choice
from domain.message import Event
from domain.titles import Title

S = TypeVar("S", bound=msgspec.Struct)
E = TypeVar("E", bound=Event)
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONEY: Final = "_fen"


@dataclass(frozen=True, slots=True)
class Telling(Generic[S, E]):
    """``text`` is what is told of an event. Its ``{…}`` are fields of the event; a function gives
    the text from the state after it and the event, or None where nobody needs to hear of it.

    What is told ``at_once`` does not wait for the end of the quiet hours. The text must not name
    a person, a plate or an address, because telephones lie open and numbers change hands.
    Raises ``TypeError`` for a text that names a field which the event does not have.
    """

    on: type[E]
    text: Title | Callable[[S, E], Title | None]
    at_once: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.text, Title):
            return
        for written in (self.text.zh, self.text.en):
            if missing := _places(written) - set(self.on.__struct_fields__):
                raise TypeError(f"{self.on.__name__} has no field {sorted(missing)}")

    def told(self, current: S, event: E) -> Title | None:
        """What is told of this event, which has led to ``current``."""
        if not isinstance(self.text, Title):
            return self.text(current, event)
        names = _places(self.text.zh) | _places(self.text.en)
        return self.text.filled(**{name: spoken(name, getattr(event, name)) for name in names})


def spoken(name: str, value: Any) -> Title:
    """The value of a field as people write it. Sums are in fen where the name ends so.

    Raises ``TypeError`` for a value that nobody could read.
    """
    match value:
        case Choice():
            return value.words
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case int() if name.endswith(_MONEY):
            return yuan(value)
        case str():
            return Title(value, value)
    raise TypeError(f"{name} is not to be told as {type(value).__name__}")


def day(on: date) -> Title:
    """A day: ``2020年2月24日`` and ``24 Feb 2020``."""
    return Title(
        f"{on.year}年{on.month}月{on.day}日", f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    )


def moment(at: datetime) -> Title:
    """An instant by the clock of the office, to the minute."""
    local = at.astimezone(OFFICE_ZONE)
    on = day(local.date())
    return Title(f"{on.zh}{local:%H:%M}", f"{on.en}, {local:%H:%M}")


def yuan(fen: int) -> Title:
    """A sum. Whole yuan have no decimals."""
    sum = f"{fen / 100:,.2f}".removesuffix(".00")
    return Title(f"{sum}元", f"CNY {sum}")


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
