"""What an officer takes at his window goes into his till in the same instant."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from domain.aggregate import Link
from domain.circumstances import Circumstances
from domain.people import Role
from domain.tills.commands import BookTaking
from domain.tills.state import till_of
from domain.tills.till import TILL

_AT_WINDOWS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})


def into_the_till(
    case: UUID, office: str, amount_fen: int, at: Circumstances, *, by_card: bool
) -> Iterator[Link]:
    """The link from a payment to the till of whoever took it, if an officer did.

    ``office`` is that of the case, where the officer is of none.
    """
    if at.by.role not in _AT_WINDOWS or amount_fen <= 0:
        return
    window = at.by.office or office
    taking = BookTaking(
        office=window, day=at.today, case=case, amount_fen=amount_fen, by_card=by_card
    )
    yield Link(TILL, till_of(window, at.by.person, at.today), taking, shared=True)
