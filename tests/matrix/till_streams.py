"""What somebody has paid at a window, and what the post has collected of him."""

from datetime import date
from uuid import UUID

from msgspec.structs import replace

from domain.collections.events import CollectionBooked
from domain.collections.state import collection_of
from domain.event_store.pending import StreamWrite
from domain.tills.events import TakingBooked, TillCounted
from domain.tills.state import till_of
from tests.matrix.situations import Situation


def till_at(case: UUID) -> UUID:
    """The till of a colleague, in which there is what somebody has paid for the case."""
    return till_of("410100", str(case), date(2020, 3, 2))


def in_a_till(case: UUID, situation: Situation) -> StreamWrite:
    like = situation.history[0]
    taking = TakingBooked(
        officer="colleague",
        office=situation.case.office,
        day=like.at.date(),
        case=case,
        amount_fen=100,
    )
    counted = TillCounted(
        officer="colleague", cash_fen=100, card_fen=0, booked_cash_fen=100, booked_card_fen=0
    )
    told = (replace(like, event=taking), replace(like, event=counted))
    return StreamWrite(till_at(case), 0, told)


def collected_by_post(case: UUID, situation: Situation) -> StreamWrite:
    like = situation.history[0]
    booked = CollectionBooked(
        item_no="",
        case=case,
        office=situation.case.office,
        amount_fen=100,
        collected_on=like.at.date(),
    )
    return StreamWrite(collection_of(case, ""), 0, (replace(like, event=booked),))
