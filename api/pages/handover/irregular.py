"""The parcels of an office with something wrong, and what an officer has found out about one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from api.command_outcome import carried_out
from api.command_request import request_by
from api.dependencies import read_connection
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.kit.places import place_text
from api.preconditions import exactly
from api.problems import Problem
from domain.access import offices_of
from domain.parcels.commands import ClearIrregularity
from domain.parcels.irregularities import open_irregularities
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import Clearing, Irregularity
from domain.parcels.scan import by_time
from projections.parcels.queries import irregular_parcels
from projections.tracking.headings import headings

MOST: Final = 100
"""So many stand on the page, the oldest first. Whoever clears one sees the next."""


class IrregularParcel(NamedTuple):
    """``kinds`` are the codes of what is wrong, each with its words; ``seen`` is the last scan."""

    parcel: UUID
    case: UUID
    reference: str
    item_no: str
    county: str
    stage: str
    kinds: list[tuple[str, str]]
    seen: str
    seen_at: datetime | None


async def irregular_of(desk: Desk, identity: Identity, language: Language) -> list[IrregularParcel]:
    """Those of his offices as they stand, also if the read model is a moment behind."""
    async with read_connection(desk) as reading:
        rows = await irregular_parcels(reading, offices_of(identity.actor), MOST)
        known = await headings(reading, [row.of_case for row in rows])
    found = []
    for row in rows:
        opened, _ = await desk.door.open(PARCEL, row.stream, identity.actor)
        state = opened.state
        if not (kinds := open_irregularities(state)):
            continue
        last = by_time(state.scans)[-1] if state.scans else None
        heading = known.get(state.case)
        found.append(
            IrregularParcel(
                parcel=row.stream,
                case=state.case,
                reference=heading.reference if heading else "",
                item_no=state.item_no,
                county=place_text(state.destination, language),
                stage=PARCEL.words.stages[state.stage].text(language),
                kinds=[(each.kind.value, each.kind.text(language)) for each in kinds],
                seen=f"{last.status.text(language)} · {place_text(last.place, language)}"
                if last
                else "",
                seen_at=last.at if last else None,
            )
        )
    return found


async def clear(desk: Desk, identity: Identity, sent: Mapping[str, str]) -> None:
    """Takes down what he has found out. Raises 400 for what names no parcel or no kind."""
    try:
        parcel = UUID(sent["parcel"])
        command = ClearIrregularity(
            irregularity=Irregularity(sent["irregularity"]), clearing=Clearing(sent["clearing"])
        )
    except (KeyError, ValueError):
        raise Problem("bad-request", 400) from None
    opened, _ = await desk.door.open(PARCEL, parcel, identity.actor)
    by = request_by(
        identity,
        stream=parcel,
        name=ClearIrregularity.__name__,
        body=msgspec.json.encode(command),
        expected=exactly(opened.version),
    )
    await carried_out(desk, by.command_id, desk.door.handle(PARCEL, parcel, command, by))
