"""The routes of the product, lent to one test after another.

To make them takes longer than most tests. Nobody else has them meanwhile.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

from fastapi import FastAPI

from api.app import application
from api.desk import Desk
from cheguan.registry import REGISTRY, Registry


class _Routes:
    """Routes whose desk is put in when they are lent."""

    def __init__(self, registry: Registry) -> None:
        self.desk: Desk | None = None
        self.app = application(
            self._opening, aggregates=registry.aggregates, resources=registry.resources
        )

    @asynccontextmanager
    async def _opening(self) -> AsyncIterator[Desk]:
        assert self.desk is not None
        yield self.desk


_FREE: Final[list[_Routes]] = []


@contextmanager
def routes(desk: Desk, registry: Registry = REGISTRY) -> Iterator[FastAPI]:
    """Lends routes that lead to a desk, while the context is open."""
    ours = registry is REGISTRY
    lent = _FREE.pop() if ours and _FREE else _Routes(registry)
    lent.desk = desk
    yield lent.app
    if ours:
        _FREE.append(lent)
