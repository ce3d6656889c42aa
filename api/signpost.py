"""Finds the routers of a path by what stands fixed in it, before the framework tries any.

The framework asks every router in turn whether it knows a path, and one that is last is asked
after four hundred patterns (ADR 114). Here the path leads down a tree of the parts between its
slashes, to the few routers with a path of that shape. Whatever none of them takes, the framework
answers as before: 404, 405, or the same path with another slash.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from fastapi.routing import iter_route_contexts
from starlette.routing import BaseRoute, Match, Router
from starlette.types import Receive, Scope, Send

_ANY: Final = "{}"
"""Where a path has a parameter. No part of a path that somebody asks for is this one's key."""
_REST: Final = ":path}"


class _Fork:
    """A part of a path: what may follow, and the places of the routers that end here."""

    def __init__(self) -> None:
        self.ways: dict[str, _Fork] = {}
        self.ending: set[int] = set()
        self.rest: set[int] = set()
        """Those that take whatever follows."""

    def put(self, path: str, place: int) -> None:
        fork = self
        for part in path.split("/"):
            if part.endswith(_REST):
                fork.rest.add(place)
                return
            fork = fork.ways.setdefault(_ANY if "{" in part else part, _Fork())
        fork.ending.add(place)

    def places(self, parts: Sequence[str]) -> Iterator[int]:
        yield from self.rest
        if not parts:
            yield from self.ending
            return
        for key in (parts[0], _ANY):
            if way := self.ways.get(key):
                yield from way.places(parts[1:])


class Signpost:
    """Stands where ``router`` would begin to search, which is complete by now.

    Of several that know a path, the first takes it, as without a signpost.
    """

    def __init__(self, router: Router) -> None:
        self._router = router
        self._root = _Fork()
        for place, route in enumerate(router.routes):
            for context in iter_route_contexts([route]):
                self._root.put(context.path or "", place)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not scope.get("root_path"):
            for route in self.leading_to(scope["path"]):
                match, found = route.matches(scope)
                if match is Match.FULL:
                    scope.setdefault("router", self._router)
                    scope.update(found)
                    await route.handle(scope, receive, send)
                    return
        await self._router.app(scope, receive, send)

    def leading_to(self, path: str) -> Sequence[BaseRoute]:
        """Those that have a path of this shape, in the order in which they would be asked."""
        places = sorted(set(self._root.places(path.split("/"))))
        return [self._router.routes[place] for place in places]
