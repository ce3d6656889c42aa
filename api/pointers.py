"""JSON pointers (RFC 6901) into a request, which never repeat a value that the caller wrote.

The name of a member comes from the caller too, and people do send ``{"410…": …}``. So a name is
repeated only if it looks like the name of a field.
"""

import re
from collections.abc import Iterable

_FIELD_NAME = re.compile(r"(?!.*[0-9]{4})[a-z][a-z0-9_]{0,63}\Z")


def is_field_name(name: str) -> bool:
    """Whether ``name`` may be repeated: it is lower-case ASCII without four digits in a row."""
    return _FIELD_NAME.match(name) is not None


def pointer(segments: Iterable[str | int]) -> str:
    """The pointer to ``segments``, cut before the first name that must not be repeated."""
    steps: list[str] = []
    for segment in segments:
        if isinstance(segment, str) and not is_field_name(segment):
            break
        steps.append(f"/{segment}")
    return "".join(steps)
