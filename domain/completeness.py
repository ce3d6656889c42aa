"""What an aggregate must not lack. A wrong declaration does not import."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from domain.hidden import HIDDEN, marks
from domain.message import Command, Event
from domain.titles import field_titles
from domain.wording import Words


def every_class_has_a_row(base: type[Any], rows: Sequence[type[Any]]) -> None:
    """Every class of an aggregate's own has one row. Commands common to all may have one.

    Raises ``TypeError``.
    """
    if twice := sorted(kind.__name__ for kind in set(rows) if rows.count(kind) > 1):
        raise TypeError(f"{base.__name__}: {', '.join(twice)} has two rows")
    if without := sorted(kind.__name__ for kind in set(base.__subclasses__()) - set(rows)):
        raise TypeError(f"{base.__name__}: {', '.join(without)} has no row")


def every_name_has_words(
    kind: str,
    words: Words,
    stages: Iterable[Any],
    events: Collection[type[Event]],
    commands: Iterable[type[Command]],
) -> None:
    """Whatever a reader may be shown of it. Raises ``TypeError``."""
    _worded(kind, "stages", words.stages, stages)
    _worded(kind, "events", words.events, [event.__name__ for event in events])
    _worded(kind, "fields", words.fields, _named_fields(events))
    _worded(kind, "commands", words.commands, [command.__name__ for command in commands])


def _named_fields(events: Iterable[type[Event]]) -> Collection[str]:
    """The fields that a reader is shown and whose class does not name them itself."""
    return {
        name
        for event in events
        for name in event.__struct_fields__
        if marks(event).get(name) is not HIDDEN and name not in field_titles(event)
    }


def _worded(kind: str, what: str, words: Mapping[str, Any], names: Iterable[str]) -> None:
    if without := sorted(set(names) - words.keys()):
        raise TypeError(f"{kind}: no words for the {what} {', '.join(without)}")
