"""On which versions of a stream a caller lets his command be carried out (RFC 9110 §13.1)."""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers

from api.entity_tags import ANY, Listed, Malformed, read_tags, versions
from api.problems import Problem


@dataclass(frozen=True, slots=True)
class Versions:
    """Any version but those in ``never``, or one of ``only``."""

    only: frozenset[int] | None = None
    never: frozenset[int] = frozenset()

    def __contains__(self, version: object) -> bool:
        return (self.only is None or version in self.only) and version not in self.never

    @property
    def named(self) -> str | None:
        """The versions in the order of their numbers. ``None`` is of a caller who names none."""
        if self.only is None or self.never:
            return None
        return ",".join(map(str, sorted(self.only)))


NOTHING: Final = Versions(only=frozenset({0}))
"""Nothing has happened to the stream yet."""
_WHATEVER: Final = Versions(never=frozenset({0}))


def exactly(version: int) -> Versions:
    """The one version that somebody saw."""
    return Versions(only=frozenset({version}))


def versions_named(headers: Headers) -> Versions | None:
    """The versions that ``If-Match`` and ``If-None-Match`` leave. ``None`` if neither was sent.

    Raises 400 for what is no list of entity tags.
    """
    wanted, unwanted = _sent(headers, "if-match"), _sent(headers, "if-none-match")
    if wanted is None and unwanted is None:
        return None
    found = _wanted(wanted) if wanted is not None else Versions()
    return _without(found, unwanted) if unwanted is not None else found


def versions_required(headers: Headers) -> Versions:
    """The same. Raises 428 if neither was sent."""
    named = versions_named(headers)
    if named is None:
        raise Problem("precondition-required", 428)
    return named


def _sent(headers: Headers, name: str) -> Listed | None:
    value = headers.get(name)
    if value is None:
        return None
    try:
        return read_tags(value)
    except Malformed:
        raise Problem(f"{name}-invalid", 400) from None


def _wanted(listed: Listed) -> Versions:
    """The comparison is the strong one: no version carries a weak tag."""
    if listed is ANY:
        return _WHATEVER
    return Versions(only=versions(tag for tag in listed if not tag.weak))


def _without(found: Versions, listed: Listed) -> Versions:
    """The comparison is the weak one. ``*`` wants that there is nothing yet."""
    if listed is ANY:
        only = {0} if found.only is None else found.only & {0}
        return Versions(only=frozenset(only), never=found.never)
    gone = versions(listed)
    if found.only is None:
        return Versions(never=found.never | gone)
    return Versions(only=found.only - gone)
