"""The files of the pages, from memory, under names that change with their content."""

from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final, NamedTuple

_TYPES: Final = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml; charset=utf-8"}


class Asset(NamedTuple):
    """A file in memory. ``hashed`` is its name with the hash in it."""

    hashed: str
    content: bytes
    media_type: str


def _read() -> Mapping[str, Asset]:
    """Reads the files, by their plain names."""
    found = {}
    for file in (files("api.pages.kit") / "static").iterdir():
        stem, _, kind = file.name.rpartition(".")
        if kind in _TYPES:
            content = file.read_bytes()
            hashed = f"{stem}.{sha256(content).hexdigest()[:16]}.{kind}"
            found[file.name] = Asset(hashed, content, _TYPES[kind])
    return found


_ASSETS: Final = _read()

BY_HASHED: Final[Mapping[str, Asset]] = {asset.hashed: asset for asset in _ASSETS.values()}


def address(name: str) -> str:
    """The address at which a file is served. Raises ``KeyError`` if there is no such file."""
    return f"/static/{_ASSETS[name].hashed}"
