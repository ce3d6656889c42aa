"""What the people of one case were told: to which number, masked, and in which words."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.notices.lines import NoticeLine, lines_of
from domain.case.addressees import Addressees
from domain.case.case import CASE
from domain.case.notice_text import NoticeWriter
from domain.case.state import Case
from domain.door.attempt import Opened
from domain.identifiers import mobile
from domain.keyring import KeyErased
from domain.notices.kinds import Addressee, NoticeChannel
from domain.recorded_event import RecordedEvent
from projections.caseload.queries import CaseOfStream
from projections.notices.queries import notices_of_case
from projections.notices.row import NoticeRow


class ToldLine(NamedTuple):
    """``number`` is masked. It is None of who was erased, and of who gave none."""

    line: NoticeLine
    number: str | None
    text: str | None


class ToldOfCase(NamedTuple):
    opened: Opened[Case]
    lines: list[ToldLine]


async def told_of_case(
    desk: Desk, identity: Identity, case: UUID, language: Language
) -> ToldOfCase:
    """Raises :class:`~domain.door.refusals.NotFound` for a case that is not his to see."""
    opened, history = await desk.door.open(CASE, case, identity.actor)
    desk.accesses.history_seen(opened, identity.actor)
    async with read_connection(desk) as reading:
        rows = await notices_of_case(reading, case)
    return ToldOfCase(opened, await told_lines(desk, opened, history, rows, language))


async def told_lines(
    desk: Desk,
    opened: Opened[Case],
    history: Sequence[RecordedEvent],
    rows: list[NoticeRow],
    language: Language,
) -> list[ToldLine]:
    """Notices of one case with their words."""
    case, state = opened.stream, opened.state
    known = {case: CaseOfStream(case, state.office, state.service, state.reference)}
    writer, numbers = NoticeWriter(None), await _numbers(desk, opened, rows)
    lines = []
    for row, line in zip(rows, lines_of(rows, known, language), strict=True):
        told = writer.text(history, row.version) if row.version <= len(history) else None
        text = told.text(language) if told else None
        lines.append(ToldLine(line, numbers.get((row.addressee, row.channel)), text))
    return lines


async def _numbers(
    desk: Desk, opened: Opened[Case], rows: list[NoticeRow]
) -> dict[tuple[Addressee, NoticeChannel | None], str]:
    """The masked numbers by person and way. Without a way it is the one that comes first."""
    addressees = Addressees(desk.keyring)
    found: dict[tuple[Addressee, NoticeChannel | None], str] = {}
    for to in {row.addressee for row in rows}:
        try:
            ways = await addressees.ways(opened.stream, opened.state, to)
        except KeyErased:
            return {}
        for way in reversed(ways):
            found[to, way.channel] = found[to, None] = masked(way.channel, way.to)
    return found


def masked(channel: NoticeChannel, to: str) -> str:
    if channel is NoticeChannel.SMS:
        return mobile.mask(to)
    name, _, host = to.partition("@")
    return f"{name[:1]}***@{host}"
