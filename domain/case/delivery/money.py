"""Where the money goes that is taken with a hand-over, in the same instant."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.collections.collection import COLLECTION
from domain.collections.commands import BookCollection
from domain.collections.state import collection_of
from domain.tills.taking import into_the_till


def money_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """What is paid at the counter is in the till of whoever hands the document out.

    What is paid at the door the post owes, until it pays it over.
    """
    taken = after.paid_fen - before.paid_fen
    if taken > 0 and before.stage is Stage.READY_FOR_PICKUP:
        yield from into_the_till(at.stream, after.office, taken, at, by_card=after.by_card)
    elif taken > 0 and before.stage is Stage.IN_POST and after.item_no:
        collected = BookCollection(
            item_no=after.item_no, case=at.stream, office=after.office, amount_fen=taken
        )
        yield Link(COLLECTION, collection_of(at.stream, after.item_no), collected, fresh=True)
