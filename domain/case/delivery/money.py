"""Where the money goes that is taken with a hand-over, in the same instant."""

from collections.abc import Iterable

from domain.aggregate import Link
from domain.case.stage import Stage
from domain.case.state import Case
from domain.circumstances import Circumstances
from domain.tills.taking import into_the_till


def money_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """What is paid at the counter is in the till of whoever hands the document out."""
    taken = after.paid_fen - before.paid_fen
    if taken > 0 and before.stage is Stage.READY_FOR_PICKUP:
        yield from into_the_till(at.stream, after.office, taken, at, by_card=after.by_card)
