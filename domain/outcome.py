"""What a command came to: kept in the command log, and given again to a repetition."""

from typing import Final
from uuid import UUID

import msgspec

from domain.case.stage import Stage


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Nothing personal stands here. ``actions`` are the commands possible afterwards.

    ``position`` and ``replayed`` are not stored: the log has the one as a column,
    and the other is true of every answer that comes from it.
    """

    case: UUID
    reference: str
    service: str
    stage: Stage
    version: int
    actions: tuple[str, ...]
    position: int = 0
    replayed: bool = False


_encoder: Final = msgspec.json.Encoder(order="deterministic")
_decoder: Final = msgspec.json.Decoder(Outcome)


def encode(outcome: Outcome) -> bytes:
    return _encoder.encode(outcome)


def decode(stored: bytes, position: int) -> Outcome:
    return msgspec.structs.replace(_decoder.decode(stored), position=position, replayed=True)
