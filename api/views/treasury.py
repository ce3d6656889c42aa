"""The statement for the treasury, as the page and the route show it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES, prefecture_of
from domain.payments.books import Takings
from projections.takings.queries import (
    PostAccount,
    post_accounts,
    takings_of,
    tills_fen,
    window_fen,
)


class TreasuryStatement(NamedTuple):
    """What some offices took from ``first`` to ``last``, and how the post stands with them.

    ``window_fen`` is what came in over counters by the books of orders and cases, and
    ``tills_fen`` the same by those of the tills, both for whole cities, because an officer may
    take money for another office of his own.
    """

    first: date
    last: date
    takings: Sequence[Takings]
    post: Sequence[PostAccount]
    window_fen: int
    tills_fen: int

    @property
    def difference_fen(self) -> int:
        """It is 0 as long as nothing is lost between the two books."""
        return self.window_fen - self.tills_fen

    @property
    def owed_by_post_fen(self) -> int:
        return sum(each.owed_fen for each in self.post)


async def treasury_statement(
    reading: Connection, offices: Sequence[str], first: date, last: date
) -> TreasuryStatement:
    cities = {prefecture_of(each) for each in offices}
    whole = [each for each in OFFICES if prefecture_of(each) in cities]
    return TreasuryStatement(
        first=first,
        last=last,
        takings=await takings_of(reading, offices, first, last),
        post=await post_accounts(reading, offices, first, last),
        window_fen=window_fen(await takings_of(reading, whole, first, last)),
        tills_fen=await tills_fen(reading, whole, first, last),
    )
