"""Every text of a notice with invented values, so that people see what is sent before it is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from domain.case.case import CASE
from domain.case.state import Case
from domain.choice import Choice
from domain.clocks.clock import Clock
from domain.notices.wording import whole
from domain.services.catalogue import EVERY_SERVICE
from domain.telling import Telling
from domain.titles import Title

_DAY: Final = date(2020, 3, 9)
_INSTANT: Final = datetime(2020, 3, 9, 1, tzinfo=UTC)
_OFFICE: Final = "410100"
_SERVICE: Final = next(iter(EVERY_SERVICE))
_REFERENCE: Final = "AAAA-BBBB-CCCC-D"
_TEXTS: Final = {
    "clock": Clock.CORRECTION_REPLY.value,
    "item_no": "EA123456785CN",
    "receipt_no": "4101000012345678",
    "period": "09:00",
}
"""What stands in fields of free form. Every other one names an office."""
_SHOWN: Final = frozenset({"keep_until", "new", "fine_due_on", "likely_by"})
"""Fields that may be missing, and are shown."""
_SCALARS: Final[dict[Any, Any]] = {
    date: _DAY,
    datetime: _INSTANT,
    bool: True,
    int: 1,
    UUID: UUID(int=0),
    bytes: b"",
}


class NoticeExample(NamedTuple):
    """``name`` is the event of which it tells, and ``step`` its title.

    ``parts`` is how many messages of 70 characters it takes.
    """

    name: str
    step: Title
    text: Title
    at_once: bool
    parts: int


def examples() -> Iterator[NoticeExample]:
    """In the order of the chapters of a case."""
    for telling in CASE.tells:
        yield _example(telling)


def messages(text: Title) -> int:
    """How many messages a text takes on a telephone."""
    return -(-len(text.zh) // 70)


def _example(telling: Telling[Case, Any]) -> NoticeExample:
    told = telling.told(_case(), _invented(telling.on))
    assert told is not None
    service = EVERY_SERVICE[_SERVICE].title
    text = whole(told, service=service, reference=_REFERENCE, link=None)
    step = CASE.words.events[telling.on.__name__]
    return NoticeExample(telling.on.__name__, step, text, telling.at_once, messages(text))


def _case() -> Case:
    """With an appointment and an examination, at which some texts look."""
    hints = get_type_hints(Case)
    booked = {name: _value(name, hints[name]) for name in ("appointment", "booking")}
    return Case(service=_SERVICE, office=_OFFICE, **booked)


def _invented(kind: type[Any]) -> Any:
    """A value of every field that has no default, and of those that are shown."""
    hints = get_type_hints(kind)
    return kind(
        **{
            field.name: _value(field.name, hints[field.name])
            for field in msgspec.structs.fields(kind)
            if field.required or field.name in _SHOWN
        }
    )


def _value(name: str, hint: Any) -> Any:
    if get_origin(hint) in {Union, UnionType}:
        return _value(name, next(each for each in get_args(hint) if each is not NoneType))
    if get_origin(hint) is tuple:
        return (_value(name, get_args(hint)[0]),)
    if hint is int and name.endswith("_fen"):
        return 10_000
    if hint in _SCALARS:
        return _SCALARS[hint]
    if issubclass(hint, Choice):
        return next(iter(hint))
    if issubclass(hint, msgspec.Struct):
        return _invented(hint)
    return _TEXTS.get(name, _OFFICE)
