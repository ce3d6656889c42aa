"""The officers who looked at each case, and at how many cases each of them looked.

They may look at what they have no part in, so this is told to nobody but those who audit.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from domain.accesses.access_record import ACCESS_RECORD
from domain.accesses.events import AccessEvent, PersonalDataRevealed
from domain.calendar import local_day
from domain.case.roles import OFFICERS
from projections.audit.terms import lines
from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection


class Onlooker(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An officer who looked. ``revealed`` is the position of his last look at personal data."""

    officer: str
    first_on: date
    revealed: int = 0
    revealed_on: date | None = None


class OnlookersOfACase(msgspec.Struct, frozen=True, gc=False):
    """Those of the offices who looked at one case, in the order of their first looks."""

    stream: UUID
    case_id: UUID
    revealed_on: date | None
    officers: str
    looked: tuple[Onlooker, ...]


class FirstLooks(msgspec.Struct, frozen=True, gc=False):
    """The key of the figures: the cases at which an officer looked first on a day."""

    officer: str
    day: date


def fold(row: OnlookersOfACase | None, history: Sequence[Read]) -> OnlookersOfACase | None:
    """Pure: the row of the looks before and of these."""
    looked = {each.officer: each for each in row.looked} if row else {}
    found = False
    case: UUID | None = row.case_id if row else None
    revealed_on = row.revealed_on if row else None
    for recorded in history:
        event = recorded.envelope.event
        if not isinstance(event, AccessEvent) or event.role not in OFFICERS:
            continue
        found, case, on = True, event.case, local_day(recorded.envelope.at)
        before = looked.get(event.officer) or Onlooker(event.officer, on)
        if isinstance(event, PersonalDataRevealed):
            before = Onlooker(event.officer, before.first_on, recorded.position, on)
            revealed_on = on
        looked[event.officer] = before
    if not found or case is None:
        return row
    after = OnlookersOfACase(
        stream=history[0].stream,
        case_id=case,
        revealed_on=revealed_on,
        officers=lines(looked),
        looked=tuple(looked.values()),
    )
    return row if after == row else after


def _contribution(row: OnlookersOfACase) -> Figures:
    return {(each.officer, each.first_on): 1 for each in row.looked}


ONLOOKERS: Final = Projection(
    name="onlookers",
    of=(ACCESS_RECORD,),
    tables=Path(__file__).with_name("looks.sql"),
    row=OnlookersOfACase,
    fold=fold,
    contribution=_contribution,
    figure=FirstLooks,
)
