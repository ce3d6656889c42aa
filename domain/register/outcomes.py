"""The outcomes of cases in one record, and what it is without those of one of them (ADR 53).

A record remembers what has changed it since it was entered as a whole. So an outcome is undone by
leaving it out, and what others have changed meanwhile stays as they decided it.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar
from uuid import UUID

from domain.message import Event

E = TypeVar("E", bound=Event)


def case_of(event: Event) -> UUID | None:
    """The case from whose outcome the event follows. What runs out by itself has none."""
    return getattr(event, "case", None)


def without(since: Iterable[E], case: UUID, kept: type[E]) -> tuple[E, ...]:
    """The changes since the entry, without those of the case. Events of the class ``kept`` stay."""
    return tuple(each for each in since if case_of(each) != case or isinstance(each, kept))


def built_on_by(
    since: Iterable[E], case: UUID, about: Callable[[E], Hashable | None]
) -> tuple[UUID, ...]:
    """The other cases whose later outcomes are about the same as one of this case.

    They were computed or judged by what this case had changed. ``about`` is None for what stands
    beside everything else, such as one more document.
    """
    touched: set[Hashable] = set()
    later: dict[UUID, None] = {}
    for each in since:
        subject, by = about(each), case_of(each)
        if subject is None or by is None:
            continue
        if by == case:
            touched.add(subject)
        elif subject in touched:
            later[by] = None
    return tuple(later)
