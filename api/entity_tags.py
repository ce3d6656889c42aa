"""Entity tags, as a header lists them and as two of them are compared (RFC 9110 §8.8.3, §13.1)."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple

_TAG: Final = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_BETWEEN: Final = re.compile(r"[ \t]*(?:,[ \t]*)+|[ \t]*\Z")
_BEFORE: Final = re.compile(r"[ \t,]*")
_VERSION: Final = re.compile(r"v(0|[1-9][0-9]{0,17})")


class Wildcard(Enum):
    """Stands for whatever there is."""

    ANY = "*"


ANY: Final = Wildcard.ANY


class EntityTag(NamedTuple):
    """A tag. A weak one says that two answers mean the same, not that their bytes are."""

    weak: bool
    opaque: str

    def version(self) -> int | None:
        """The version of a stream that carries this tag. Other texts are tags of nothing here."""
        found = _VERSION.fullmatch(self.opaque)
        return int(found.group(1)) if found else None


Listed = Wildcard | tuple[EntityTag, ...]


class Malformed(ValueError):
    """The header is no list of entity tags."""


def read_tags(field: str) -> Listed:
    """Reads ``*`` or a list, in which elements may be empty. Raises :class:`Malformed`."""
    if field.strip(" \t") == "*":
        return ANY
    tags: list[EntityTag] = []
    place = _end(_BEFORE, field, 0)
    while place < len(field):
        tag = _TAG.match(field, place)
        if tag is None:
            raise Malformed
        tags.append(EntityTag(tag.group(1) is not None, tag.group(2)))
        place = _end(_BETWEEN, field, tag.end())
    if not tags:
        raise Malformed
    return tuple(tags)


def tag_of(version: int) -> str:
    """The tag of a stream at a version."""
    return f'"v{version}"'


def strongly(listed: Listed, etag: str) -> bool:
    """Whether one of the tags is this very one, and neither is weak. ``*`` matches what exists."""
    if listed is ANY:
        return True
    (own,) = _read(etag)
    return own in listed and not own.weak


def weakly(listed: Listed, etag: str) -> bool:
    """Whether one of the tags means the same as this one."""
    if listed is ANY:
        return True
    (own,) = _read(etag)
    return any(tag.opaque == own.opaque for tag in listed)


def versions(tags: Iterable[EntityTag]) -> frozenset[int]:
    """The versions that the tags name."""
    return frozenset(version for tag in tags if (version := tag.version()) is not None)


def _read(field: str) -> tuple[EntityTag, ...]:
    listed = read_tags(field)
    return () if listed is ANY else listed


def _end(pattern: re.Pattern[str], field: str, place: int) -> int:
    found = pattern.match(field, place)
    if found is None:
        raise Malformed
    return found.end()
