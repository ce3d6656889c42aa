"""A number, a code or a note in a command, as somebody may have typed it.

Forms read their own fields. A command says of a field how it is read, so ``EE 473 124 829 CN``
and full-width digits are understood wherever a command comes from.
"""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Final, NamedTuple, get_args, get_type_hints

import msgspec

from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import squeezed, visible


class Spelling(NamedTuple):
    """Stands in ``Annotated`` beside the type of a field, and gives the normal form of a text."""

    normal: Callable[[str], str]


AS_NUMBER: Final = Spelling(squeezed)
AS_OFFICE: Final = Spelling(lambda text: squeezed(text).lower())
AS_SEEN: Final = Spelling(visible)
"""Without marks that nobody sees. One of them turns round what is shown after it."""
OfficeId = Annotated[
    str, msgspec.Meta(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_.-]+$"), AS_OFFICE
]
RegionCode = Annotated[str, msgspec.Meta(pattern=r"^41[0-9]{4}$"), AS_NUMBER]


def respelt(kind: type, body: bytes) -> bytes:
    """The body in JSON of a message of this kind, with what it spells in its normal form."""
    given = msgspec.json.decode(body)
    if not isinstance(given, dict):
        return body
    for name, spelling in _spellings(kind).items():
        if isinstance(typed := given.get(name), str):
            given[name] = _normal(spelling, typed)
    return msgspec.json.encode(given)


def _normal(spelling: Spelling, typed: str) -> str:
    try:
        return spelling.normal(typed)
    except InvalidIdentifier:
        return typed


@cache
def _spellings(kind: type) -> dict[str, Spelling]:
    hints = get_type_hints(kind, include_extras=True)
    found = {name: _marked(hint) for name, hint in hints.items()}
    return {name: spelling for name, spelling in found.items() if spelling}


def _marked(hint: Any) -> Spelling | None:
    if isinstance(hint, Spelling):
        return hint
    return next(filter(None, map(_marked, get_args(hint))), None)
