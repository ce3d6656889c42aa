"""What a case claims for itself alone, and when it lets go (domain.md §7.4, 1 and 5)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from domain import claims
from domain.case.refusals import DuplicateOpenCase, ItemNumberUsed
from domain.case.stage import FINAL, OPEN
from domain.case.state import Case
from domain.periods import add_months

OPEN_CASE = "open_case"
POSTAL_ITEM = "postal_item"
_ITEM_RESTS_MONTHS = 24


class Change(NamedTuple):
    """A claim stream to write: taken or released."""

    stream: UUID
    kind: str
    taken: bool


def changes(before: Case, after: Case) -> Iterator[Change]:
    """The claims that follow from what became of the case."""
    if after.claim and before.stage not in OPEN and after.stage in OPEN:
        yield Change(after.claim, OPEN_CASE, taken=True)
    if after.claim and before.stage in OPEN and after.stage in FINAL:
        yield Change(after.claim, OPEN_CASE, taken=False)
    if after.item_no and after.posts > before.posts:
        yield Change(claims.postal_item(after.item_no), POSTAL_ITEM, taken=True)


def take(current: claims.Claim, change: Change, case: UUID, today: date) -> claims.ClaimTaken:
    """Raises the refusal of the claim that another holds."""
    if change.kind == OPEN_CASE and current.holder not in {None, case}:
        raise DuplicateOpenCase
    if (
        change.kind == POSTAL_ITEM
        and current.taken_on
        and today < add_months(current.taken_on, _ITEM_RESTS_MONTHS)
    ):
        raise ItemNumberUsed
    return claims.ClaimTaken(kind=change.kind, case=case, taken_on=today)


def release(change: Change, case: UUID) -> claims.ClaimReleased:
    return claims.ClaimReleased(kind=change.kind, case=case)
