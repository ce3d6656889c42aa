"""The streams of one kind that a caller may see, a page at a time."""

from typing import Any, Final, NamedTuple

import msgspec

from api.dependencies import Reading
from api.language import Language
from api.resource import OWN, Resource
from api.security.events import STREAMS_LISTED
from api.security.log import noted
from api.stream_cursor import cursor_after, stream_before
from domain.access import offices_of
from domain.hidden import shown
from domain.people import Actor, Role
from domain.wording import Words
from projections.engine.page import Sight, page
from projections.engine.projection import Projection

_PAGE: Final = 50
_EVERYWHERE: Final = frozenset({Role.HQ, Role.AUDITOR, Role.CARRIER})


class StreamPage(NamedTuple):
    """``following`` is the cursor of the next page, if there is one."""

    lines: list[dict[str, Any]]
    following: str | None


async def list_view(
    reading: Reading,
    resource: Resource[Any],
    projection: Projection[Any],
    by: Actor,
    cursor: str | None,
    language: Language,
) -> StreamPage:
    """The lines of the read model, without their hidden fields. Raises 400 for a bad cursor."""
    after = stream_before(cursor) if cursor is not None else None
    sight = _sight(by, projection.row)
    rows = await page(reading, projection, sight, after=after, limit=_PAGE + 1)
    following = cursor_after(rows[_PAGE - 1].stream) if len(rows) > _PAGE else None
    if by.role not in OWN:
        noted(STREAMS_LISTED, kind=resource.of.kind, lines=len(rows[:_PAGE]))
    return StreamPage([_line(row, resource.of.words, language) for row in rows[:_PAGE]], following)


def _sight(by: Actor, row: type[msgspec.Struct]) -> Sight:
    """An applicant sees his own, an officer what belongs to his office or to none."""
    if by.role in OWN:
        return Sight(owner=by.caller)
    if by.role in _EVERYWHERE or "office" not in row.__struct_fields__:
        return Sight()
    return Sight(offices=offices_of(by))


def _line(row: Any, words: Words, language: Language) -> dict[str, Any]:
    line = shown(row)
    if title := words.stages.get(line.get("stage", "")):
        line["stage_title"] = title.text(language)
    return line
