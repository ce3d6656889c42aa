"""Carries out one consequence, or says why not and for how long."""

import hashlib
import logging
from typing import Any, Final, NamedTuple
from uuid import UUID

import psycopg

from domain.aggregate import Aggregate
from domain.door.door import Door
from domain.door.request import CHANNEL, Request
from domain.event_store.pending import EventUnwritable, OutcomeUnknown, StoreUnavailable
from domain.failpoints import failpoint
from domain.people import system
from domain.reaction import Cause, Consequence, Done, Instead, Later, command_id, meaning
from domain.reactions import Declared
from domain.refusal import Refusal, Stale

AWAY: Final = (psycopg.Error, OSError, StoreUnavailable, OutcomeUnknown)
"""The store cannot be reached, or does not say what it has done, so everything is tried again."""
_log: Final = logging.getLogger(__name__)


class Refused(NamedTuple):
    """The command was refused. ``why`` is a code.

    Without ``tries`` nobody has foreseen the refusal, so the reaction stops.
    """

    why: str
    tries: int | None = None


async def carry_out(
    door: Door, declared: Declared, cause: Cause[Any], consequence: Consequence
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
    door: Door, declared: Declared, cause: Cause[Any], consequence: Consequence
) -> Refused | None:
    request = _request(declared, cause, consequence.stream)
    refusal = await _refusal(door, declared.of, consequence, request)
    if refusal is None:
        return None
    match meaning(declared.reaction, refusal):
        case Done.DONE:
            return None
        case Later(tries):
            return Refused(refusal.code, tries)
        case Instead(then):
            failpoint("X4")
            refusal = await _refusal(door, declared.about, then(cause), request)
            return Refused(refusal.code) if refusal else None
        case None:
            # That others are busy with the stream is no answer to the command.
            return Refused(refusal.code, Later().tries if isinstance(refusal, Stale) else None)


async def _refusal(
    door: Door, of: Aggregate[Any], consequence: Consequence, request: Request
) -> Refusal | None:
    try:
        await door.handle(of, consequence.stream, consequence.command, request)
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
