"""COLLECTION: what the post collects with one item, and owes until it pays it over (ADR 91)."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.circumstances import Circumstances
from domain.collections import commands, events
from domain.collections.refusals import CollectionAmountDiffers, CollectionSettledBefore
from domain.collections.state import Collection, CollectionStage
from domain.collections.words import WORDS
from domain.people import Actor, Role

_COLLECTED: Final = {CollectionStage.OWED, CollectionStage.SETTLED}


def _book(
    current: Collection, command: commands.BookCollection, at: Circumstances
) -> Sequence[events.CollectionEvent]:
    return [
        events.CollectionBooked(
            item_no=command.item_no,
            case=command.case,
            office=command.office,
            amount_fen=command.amount_fen,
            collected_on=at.today,
        )
    ]


def _settle(
    current: Collection, command: commands.SettleCollection, at: Circumstances
) -> Sequence[events.CollectionEvent]:
    """A statement that is read twice is one, and no money is paid over twice."""
    if command.amount_fen != current.amount_fen:
        raise CollectionAmountDiffers(expected_fen=current.amount_fen)
    if current.stage is CollectionStage.SETTLED:
        if command.statement_no != current.statement_no:
            raise CollectionSettledBefore(statement_no=current.statement_no)
        return []
    return [
        events.CollectionSettled(
            item_no=current.item_no,
            statement_no=command.statement_no,
            amount_fen=command.amount_fen,
            settled_on=command.settled_on,
        )
    ]


def _booked(current: Collection, event: events.CollectionBooked) -> Collection:
    return replace(
        current,
        item_no=event.item_no,
        case=event.case,
        office=event.office,
        amount_fen=event.amount_fen,
        collected_on=event.collected_on,
    )


def _settled(current: Collection, event: events.CollectionSettled) -> Collection:
    return replace(current, statement_no=event.statement_no, settled_on=event.settled_on)


def _sees(by: Actor, current: Collection, owner: Actor) -> bool:
    """The officials of the office's subtree."""
    return may_see(by, office=current.office, owner=owner)


COLLECTION: Final = Aggregate(
    kind="collection",
    initial=Collection(),
    event=events.CollectionEvent,
    command=commands.CollectionCommand,
    decisions=(
        Decision(commands.BookCollection, at={CollectionStage.NEW}, by=LINKED, decide=_book),
        Decision(commands.SettleCollection, at=_COLLECTED, by={Role.SYSTEM}, decide=_settle),
    ),
    effects=(
        Effect(events.CollectionBooked, to=CollectionStage.OWED, change=_booked),
        Effect(events.CollectionSettled, to=CollectionStage.SETTLED, change=_settled),
    ),
    words=WORDS,
    sees=_sees,
    office=lambda current: current.office,
    about=lambda current: {"case": str(current.case)},
)
