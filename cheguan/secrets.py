"""The files of the service's own keys, which only their owner can read.

The first key of a kind lies in ``kek``, ``index-key`` or ``name-key``, the second of one that was
replaced in ``kek-2``, and so on.
"""

import os
import re
from pathlib import Path
from typing import Final

from api.private_file import KeyFileUnsafe, read, read_or_make
from domain.secret_keys import NAME_KEY, SIZE, SecretKind, SecretName

_FILES: Final = {
    SecretKind.NAME: "name-key",
    SecretKind.KEK: "kek",
    SecretKind.INDEX: "index-key",
}
_FIRST_INDEX: Final = SecretName(SecretKind.INDEX)
FIRST: Final = tuple(SecretName(kind) for kind in _FILES)


def file_of(name: SecretName) -> str:
    first = _FILES[name.kind]
    return first if name.number == 1 else f"{first}-{name.number}"


def keys_in(folder: Path) -> dict[SecretName, bytes]:
    """Reads the keys that are there, and makes nothing.

    Raises ``KeyFileUnsafe`` for a file that others can read, or that holds no key.
    """
    if not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.iterdir()):
        for kind, first in _FILES.items():
            if match := re.fullmatch(rf"{first}(?:-([2-9]|[1-9]\d+))?", path.name, re.ASCII):
                found[SecretName(kind, int(match[1] or 1))] = _whole(path, read(path))
    return found


def make_first(folder: Path) -> dict[SecretName, bytes]:
    """Makes the keys of new data, as far as they are not there, and reads all.

    Until there was a name key, the index key had its work. So a folder that has an index key
    alone has its name key in it. Of an empty folder the name key is made first.
    """
    there = keys_in(folder)
    if NAME_KEY not in there and _FIRST_INDEX in there:
        make(folder, NAME_KEY, there[_FIRST_INDEX])
    for name in FIRST:
        make(folder, name)
    return keys_in(folder)


def make(folder: Path, name: SecretName, content: bytes | None = None) -> bytes:
    """Makes a key, unless it is there. Returns the one that is there then."""
    path = folder / file_of(name)
    return _whole(path, read_or_make(path, lambda: content or os.urandom(SIZE)))


def _whole(path: Path, key: bytes) -> bytes:
    if len(key) != SIZE:
        raise KeyFileUnsafe(f"{path} does not hold a key of {SIZE} bytes")
    return key
