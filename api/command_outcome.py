"""What became of a command, as far as that is known in time."""

from collections.abc import Awaitable
from typing import TypeVar
from uuid import UUID

from api.dependencies import unavailable
from api.desk import Desk
from domain.event_store.epoch import StoreReadOnly
from domain.event_store.pending import CommitUnderWay, OutcomeUnknown, StoreUnavailable

Outcome = TypeVar("Outcome")


async def carried_out(desk: Desk, asked: UUID, doing: Awaitable[Outcome]) -> Outcome:
    """Waits for the outcome, within the request's deadline.

    Raises 503 with ``retry-after`` and the command's id, if nothing was stored. If that is not
    known, it raises another problem, which ``GET /api/v1/commands/{id}`` settles later.
    Raises :class:`CommitUnderWay` to that route alone, which has an answer for it.
    """
    try:
        return await desk.patience.wait(doing)
    except StoreReadOnly as closed:
        raise unavailable(
            "store-read-only", command_id=str(asked), cause=closed.difference
        ) from None
    except StoreUnavailable:
        raise unavailable(command_id=str(asked)) from None
    except CommitUnderWay:
        raise
    except (OutcomeUnknown, TimeoutError):
        raise unavailable("outcome-unknown", command_id=str(asked)) from None
