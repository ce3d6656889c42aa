"""Under which streams the register keeps what it has.

Each is computed from a keyed name of a number, so nobody can guess it from the number. The name
key is never replaced (ADR 22), so the same vehicle, licence or person is found for ever.
"""

from typing import Final
from uuid import UUID

from domain.name_based import uuid5

_VEHICLES: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a50").bytes
_LICENCES: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a51").bytes
_PERMITS: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a52").bytes


def vehicle_stream(index: bytes) -> UUID:
    """The vehicle whose VIN has this index under the name key."""
    return uuid5(_VEHICLES, index.hex())


def licence_stream(index: bytes) -> UUID:
    """The licence whose number has this index under the name key."""
    return uuid5(_LICENCES, index.hex())


def permit_stream(index: bytes) -> UUID:
    """The learner's permit of the person whose ID number has this index under the name key."""
    return uuid5(_PERMITS, index.hex())
