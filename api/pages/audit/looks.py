"""Who has looked at a case, by pseudonym, for those who audit it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple
from uuid import UUID

from markupsafe import Markup

from api.desk import Desk
from api.language import Language
from api.pages.kit import formats
from api.pages.kit.places import office_text
from api.pages.kit.sealed_parts import SEALED_PARTS
from domain.accesses.events import AccessEvent, CaseViewed, PersonalDataRevealed
from domain.accesses.state import access_record_of
from domain.door.refusals import NotFound
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent

AUDITORS: Final = frozenset({Role.AUDITOR, Role.HQ})
_MOST: Final = 50
_WHO: Final = Markup('{} <span class="code">{}</span>')


class CaseLooks(NamedTuple):
    """The newest looks of ``times`` in all. ``stream`` is the record of them."""

    stream: UUID
    times: int
    rows: Sequence[Sequence[Any]]


async def looks_at(desk: Desk, case: UUID, by: Actor, language: Language) -> CaseLooks | None:
    """The looks that are recorded of the case. None is for whoever does not audit."""
    if by.role not in AUDITORS:
        return None
    stream = access_record_of(case)
    try:
        told = await desk.door.history(stream, by)
    except NotFound:
        return CaseLooks(stream, 0, ())
    newest = reversed(told.events[-_MOST:])
    return CaseLooks(stream, told.stored, [*_rows(newest, language)])


async def looks_before(
    desk: Desk, case: UUID, decision: RecordedEvent, by: Actor, language: Language
) -> Sequence[Sequence[Any]] | None:
    """The looks of the officer who took a step, up to then, the last first.

    A look is recorded within seconds, and the same one once an hour (ADR 41).
    """
    if by.role not in AUDITORS:
        return None
    try:
        told = await desk.door.history(access_record_of(case), by)
    except NotFound:
        return ()
    person = decision.envelope.by.person
    own = [
        each
        for each in told.events
        if isinstance(each.event, AccessEvent)
        and each.event.officer == person
        and each.position < decision.position
    ]
    return [*_rows(reversed(own[-_MOST:]), language)]


def _rows(looks: Iterator[RecordedEvent], language: Language) -> Iterator[Sequence[Any]]:
    for recorded in looks:
        event = recorded.event
        if not isinstance(event, AccessEvent):
            continue
        office = office_text(event.officer_office, language) if event.officer_office else ""
        yield (
            formats.moment(recorded.at, language),
            _WHO.format(event.role.text(language), event.officer),
            office or formats.NOTHING,
            _what(event, language),
        )


def _what(event: AccessEvent, language: Language) -> str:
    """A view of the case, or the parts that were revealed and for what."""
    match event:
        case CaseViewed(view=view):
            return view.text(language)
        case PersonalDataRevealed(parts=parts, purpose=purpose):
            mark = "、" if language == "zh" else ", "
            named = mark.join(SEALED_PARTS[part].text(language) for part in parts)
            why = purpose.text(language)
            return f"{named}（{why}）" if language == "zh" else f"{named} ({why})"
    return ""
