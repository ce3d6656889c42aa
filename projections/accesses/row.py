"""Who has looked at a case, the last first. Of an officer there is no pseudonym in it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.events import AccessEvent, CaseViewed, PersonalDataRevealed
from domain.accesses.kind import CaseAspect, RevealPurpose
from domain.accesses.state import access_record_of
from domain.event_store.transaction import Connection
from domain.people import Role
from projections.engine.columns import Columns
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class Look(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One look: a view of the case, or personal data for a purpose. ``version`` numbers it."""

    version: int
    at: datetime
    role: Role
    office: str | None = None
    view: CaseAspect | None = None
    parts: tuple[str, ...] = ()
    purpose: RevealPurpose | None = None


class Accessed(msgspec.Struct, frozen=True, gc=False):
    """All looks at one case, counted and listed."""

    stream: UUID
    case_id: UUID
    office: str
    times: int
    last_at: datetime
    looks: tuple[Look, ...]


def fold(row: Accessed | None, history: Sequence[Read]) -> Accessed | None:
    told = [
        (recorded, event)
        for recorded in history
        if isinstance(event := recorded.envelope.event, AccessEvent)
    ]
    if not told:
        return row
    last, event = told[-1]
    newest_first = tuple(_look(*each) for each in reversed(told))
    if row is None:
        return Accessed(
            stream=last.stream,
            case_id=event.case,
            office=event.office,
            times=len(told),
            last_at=last.envelope.at,
            looks=newest_first,
        )
    return replace(
        row,
        office=event.office,
        times=row.times + len(told),
        last_at=last.envelope.at,
        looks=newest_first + row.looks,
    )


def _look(recorded: Read, event: AccessEvent) -> Look:
    viewed = event if isinstance(event, CaseViewed) else None
    revealed = event if isinstance(event, PersonalDataRevealed) else None
    return Look(
        version=recorded.version,
        at=recorded.envelope.at,
        role=event.role,
        office=event.officer_office,
        view=viewed.view if viewed else None,
        parts=revealed.parts if revealed else (),
        purpose=revealed.purpose if revealed else None,
    )


ACCESSES: Final = Projection(
    name="accesses",
    of=(ACCESS_RECORD,),
    tables=Path(__file__).with_name("schema.sql"),
    row=Accessed,
    fold=fold,
)
_COLUMNS: Final = Columns(Accessed)
_BY_STREAM: Final = (
    f"SELECT {', '.join(_COLUMNS.names)} FROM projections.accesses WHERE stream = %s"
)


async def accessed(connection: Connection, case: UUID) -> Accessed | None:
    """Who has looked at this case. None says that nobody has."""
    wanted = (access_record_of(case),)
    cursor = await connection.execute(_BY_STREAM.encode(), wanted, binary=True)
    rows = await cursor.fetchall()
    return _COLUMNS.row(rows[0]) if rows else None
