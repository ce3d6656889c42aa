"""Claims of told cases, in a real store."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.stage import FINAL
from domain.claims.events import ClaimEvent, ClaimReleased, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from tests.kit.life import Life


def claims(lives: Sequence[Life]) -> dict[UUID, list[ClaimEvent]]:
    """Each case has taken its claim, and has released it if it is at its end."""
    found: dict[UUID, list[ClaimEvent]] = {}
    for life in lives:
        assert life.state.claim
        day = local_day(life.envelopes[0].at)
        history = found.setdefault(life.state.claim, [])
        history.append(ClaimTaken(kind=ClaimKind.OPEN_CASE, case=life.case, taken_on=day))
        if life.state.stage in FINAL:
            history.append(ClaimReleased(kind=ClaimKind.OPEN_CASE, case=life.case))
    return found


async def keep_claims(store: PostgresEventStore, lives: Sequence[Life]) -> None:
    """Stores the claims, an event a command, each in the envelope of some event of a case."""
    some = lives[0].envelopes[0]
    for stream, history in claims(lives).items():
        for after, event in enumerate(history):
            write = StreamWrite(stream, after, (replace(some, event=event),))
            command = uuid5(stream, f"claimed {after}")
            answer = await store.append(Pending(command, bytes(32), b"{}", (write,)))
            assert isinstance(answer, Appended)
