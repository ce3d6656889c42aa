"""People on record who apply for nothing. Their deadlines pass, unless a relief moves them.

They belong to nobody: no index leads to one of them.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.aggregate import Aggregate
from domain.calendar import OFFICE_ZONE
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.message import Command
from domain.offices.tree import REGIONS
from domain.periods import add_years
from domain.register.learner_permit import LearnerPermitRecord
from domain.register.licence import LicenceRecord, LicenceState
from domain.register.streams import licence_stream, permit_stream

ENTERED_AT: Final = datetime(2020, 1, 23, 9, tzinfo=OFFICE_ZONE)
_FIRST: Final = date(2020, 1, 26)
_SPREAD: Final = 120
_ONE_IN: Final = 10
_AT_LEAST: Final = 8
_AT_MOST: Final = 1000
_YEARS: Final = 6


class Holder(NamedTuple):
    """A record, and where it is entered."""

    of: Aggregate[Any]
    stream: UUID
    command: Command


def holders(seed: int, cases: int) -> Iterator[Holder]:
    """One for so many cases, but not more than a thousand, in turn of each kind."""
    for number in range(min(max(_AT_LEAST, cases // _ONE_IN), _AT_MOST)):
        draw = Random(f"holder:{seed}:{number}")
        index = draw.randbytes(32)
        office = draw.choice([*REGIONS])
        day = _FIRST + timedelta(days=draw.randrange(_SPREAD))
        match number % 4:
            case 0:
                yield _licence(index, office, add_years(day, -1), LicenceState.RENEWAL_OVERDUE)
            case 1:
                yield _licence(index, office, day, LicenceState.NORMAL)
            case 2:
                yield _licence(index, office, None, LicenceState.NORMAL, add_years(day, -1))
            case _:
                permit = LearnerPermitRecord(
                    holder=index,
                    office=office,
                    wanted=LicenceClass.C1,
                    issued_on=add_years(day, -3),
                    valid_until=day,
                )
                enter = EnterLearnerPermit(record=permit)
                yield Holder(LEARNER_PERMIT, permit_stream(index), enter)


def _licence(
    index: bytes,
    office: str,
    valid_until: date | None,
    state: LicenceState,
    medical_due_on: date | None = None,
) -> Holder:
    """One that expires, or a long-term one whose holder owes a medical certificate."""
    issued_on = add_years(valid_until or _FIRST, -_YEARS)
    record = LicenceRecord(
        holder=index,
        holder_name=index,
        office=office,
        classes=(LicenceClass.C1,),
        first_issued_on=issued_on,
        issued_on=issued_on,
        valid_until=valid_until,
        years=_YEARS if valid_until else None,
        states=frozenset({state}),
        medical_due_on=medical_due_on,
    )
    return Holder(LICENCE, licence_stream(index), EnterLicence(record=record))
