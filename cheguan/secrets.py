"""The service's own keys. They are made once, in files that only their owner can read."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.private_file import KeyFileUnsafe, read_or_make

_SIZE: Final = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """``kek`` wraps the data keys, and ``index`` is the master key of the blind indexes."""

    kek: bytes
    index: bytes


def secrets_in(folder: Path) -> Secrets:
    """Reads the keys, or makes them at first use.

    Raises ``KeyFileUnsafe`` for a file that others can read.
    """
    return Secrets(kek=_key(folder / "kek"), index=_key(folder / "index-key"))


def _key(path: Path) -> bytes:
    key = read_or_make(path, lambda: os.urandom(_SIZE))
    if len(key) != _SIZE:
        raise KeyFileUnsafe(f"{path} does not hold a key of {_SIZE} bytes")
    return key
