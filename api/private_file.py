"""Keeps a secret in a file of its own, which is made once and which only its owner can read."""

import os
import stat
from collections.abc import Callable
from pathlib import Path


class KeyFileUnsafe(Exception):
    """The file is not private, or does not hold the key it should. The message names it."""


def read_or_make(path: Path, make: Callable[[], bytes]) -> bytes:
    """Reads the file. At first use it gets what ``make`` gives.

    It is put in place whole or not at all. If two processes make it at the same moment, one
    of the two files stands, and both read that one.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _put(path, make())
    return read(path)


def read(path: Path) -> bytes:
    """Reads a file that is there."""
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFileUnsafe(f"others can read {path}; it must have mode 0600")
    return path.read_bytes()


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
