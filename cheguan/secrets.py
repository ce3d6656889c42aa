"""The service's own keys: made once, in files that only their owner can read."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.demo_issuer import KeyFileUnsafe

_SIZE: Final = 32


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """``kek`` wraps the data keys; ``index`` is the master of the blind indexes."""

    kek: bytes
    index: bytes


def secrets_in(folder: Path) -> Secrets:
    """Read, or made at first use. Raises ``KeyFileUnsafe`` for a file others can read."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Secrets(kek=_key(folder / "kek"), index=_key(folder / "index-key"))


def _key(path: Path) -> bytes:
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        raise KeyFileUnsafe(f"others can read {path}; it must have mode 0600")
    key = path.read_bytes()
    if len(key) != _SIZE:
        raise KeyFileUnsafe(f"{path} does not hold a key of {_SIZE} bytes")
    return key


def _make(path: Path) -> None:
    """Whole or not at all; another process may be doing the same, and then its key stands."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(os.urandom(_SIZE))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
