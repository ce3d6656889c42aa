"""Asks a read model which streams a reaction to many concerns."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.reaction import Cause


@dataclass(frozen=True, slots=True)
class Targets:
    """``page`` gives at most so many streams behind one, by their ids. ``count`` counts them all.

    Both are asked when the ``read_model`` of this name has folded the cause, so no stream that
    matched before it is missed. Whatever comes to match later must look for itself.
    """

    read_model: str
    page: Callable[[Connection, Cause[Any], UUID | None, int], Awaitable[Sequence[UUID]]]
    count: Callable[[Connection, Cause[Any]], Awaitable[int]]
