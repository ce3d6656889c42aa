"""Carries out one consequence, or says why not and for how long."""

import hashlib
import logging
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.aggregate import Aggregate
from domain.door.refusals import AnswerUnreadable, HistoryUnreadable
from domain.door.request import CHANNEL, Request
from domain.event_store.pending import EventUnwritable
from domain.failpoints import failpoint
from domain.people import system
from domain.reaction import Cause, Consequence, Done, Instead, Later, command_id, meaning
from domain.reactions import Declared
from domain.refusal import Refusal, Stale
from workers.reactions.outward import Hand
from workers.trial import AWAY

_NO_ANSWER: Final = (Stale, HistoryUnreadable)
"""Others are busy with the stream, or it cannot be read. That says nothing of the command."""
_log: Final = logging.getLogger(__name__)


class Refused(NamedTuple):
    """The command was refused. ``why`` is a code.

    Without ``tries`` nobody has foreseen the refusal, so the reaction stops.
    """

    why: str
    tries: int | None = None


async def carry_out(
    door: Hand, declared: Declared, cause: Cause[Any], consequence: Consequence
) -> Refused | None:
    """Carries a consequence out. None means that it is done, or that nothing is left to do.

    What is done instead has the same command id. So one of the two is stored, whoever is
    killed in between and whatever changes meanwhile. Raises what :data:`AWAY` names.
    """
    try:
        return await _carried_out(door, declared, cause, consequence)
    except EventUnwritable as fault:
        return faulty(declared, fault)
    except AWAY:
        raise
    except Exception as fault:  # noqa: BLE001 - a faulty reaction never stops the others
        return faulty(declared, fault)


async def _carried_out(
    door: Hand, declared: Declared, cause: Cause[Any], consequence: Consequence
) -> Refused | None:
    request = _request(declared, cause, consequence.stream)
    refusal = await _refusal(door, declared.of, consequence, request)
    if refusal is None:
        return None
    if isinstance(refusal, HistoryUnreadable):
        return _unforeseen(refusal)
    match meaning(declared.reaction, refusal):
        case Done.DONE:
            return None
        case Later(tries):
            return Refused(refusal.code, tries)
        case Instead(then):
            failpoint("X4")
            refusal = await _refusal(door, declared.about, then(cause), request)
            return _unforeseen(refusal) if refusal else None
        case None:
            return _unforeseen(refusal)


def _unforeseen(refusal: Refusal) -> Refused:
    """Only what is no answer to the command is tried again without having been foreseen."""
    return Refused(refusal.code, Later().tries if isinstance(refusal, _NO_ANSWER) else None)


async def _refusal(
    door: Hand, of: Aggregate[Any], consequence: Consequence, request: Request
) -> Refusal | None:
    try:
        await door.handle(of, consequence.stream, consequence.command, request)
    except AnswerUnreadable:
        return None
    except Refusal as refusal:
        return refusal
    return None


def faulty(declared: Declared, fault: Exception) -> Refused:
    """Tells a fault in the log, because nobody but a programmer can mend it."""
    _log.error("reaction %s: a fault of ours", declared.name, exc_info=fault)
    return Refused(type(fault).__name__)


def _request(declared: Declared, cause: Cause[Any], target: UUID) -> Request:
    command = command_id(declared.name, cause, target)
    return Request(
        by=system(declared.name),
        channel=CHANNEL,
        command_id=command,
        sha256=hashlib.sha256(command.bytes).digest(),
    )
