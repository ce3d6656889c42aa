"""What a command came to. It is kept in the command log, and given again to a repetition."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import msgspec

from domain.door.refusals import AnswerUnreadable, KeyReused
from domain.door.request import Request
from domain.event_store.pending import Replayed


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An outcome, in which nothing is personal. ``actions`` are the commands that
    may follow, without those that only another person may give.

    ``about`` is what the aggregate tells of itself, such as the reference of a case.
    ``position`` and ``replayed`` are not stored: the log has the one as a column, and the
    other is true of every answer that comes from the log.
    """

    kind: str
    stream: UUID
    stage: str
    version: int
    actions: tuple[str, ...]
    about: Mapping[str, str] = {}
    position: int = 0
    replayed: bool = False


_encoder: Final = msgspec.json.Encoder(order="deterministic")
_decoder: Final = msgspec.json.Decoder(Outcome)


def encode(outcome: Outcome) -> bytes:
    return _encoder.encode(outcome)


def decode(stored: bytes, position: int) -> Outcome:
    """The outcome as the log has it. Raises :class:`AnswerUnreadable`."""
    try:
        found = _decoder.decode(stored)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise AnswerUnreadable from None
    return msgspec.structs.replace(found, position=position, replayed=True)


def given_again(logged: Replayed, request: Request) -> Outcome:
    """The answer to a request that was carried out before.

    Raises :class:`KeyReused`, or :class:`AnswerUnreadable` if only the answer is lost.
    """
    if logged.request_sha256 != request.sha256:
        raise KeyReused
    return decode(logged.outcome, logged.position)
