"""The files of the pages, from memory, under names that change with their content."""

import gzip
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Final, NamedTuple

from api.pages.kit import tokens

_TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
}
_SHEETS: Final = (
    *("type", "layout", "forms", "notes", "lists"),
    *("tables", "charts", "tiles", "wall", "print"),
)
"""The style sheets that every page needs, in their order. A page asks for them at once."""


class Asset(NamedTuple):
    """A file in memory. ``hashed`` is its name with the hash in it, and ``packed`` the content by
    gzip. It is the same for everybody, so its length tells nothing of anybody.
    """

    hashed: str
    content: bytes
    packed: bytes
    media_type: str


def _found() -> Iterator[tuple[str, bytes]]:
    """The common style sheet, the other files of the kit, and the sheets of single pages."""
    static = files("api.pages.kit") / "static"
    sheets = [(static / f"{name}.css").read_bytes() for name in _SHEETS]
    yield "pages.css", b"".join((tokens.sheet().encode(), *sheets))
    for file in static.iterdir():
        if file.name.rpartition(".")[2] in _TYPES and file.name.removesuffix(".css") not in _SHEETS:
            yield file.name, file.read_bytes()
    for page in (each for each in files("api.pages").iterdir() if each.is_dir()):
        for folder in (page, *(each for each in page.iterdir() if each.is_dir())):
            own = folder / f"{folder.name}.css"
            if own.is_file():
                yield own.name, own.read_bytes()


def _asset(name: str, content: bytes) -> Asset:
    stem, _, kind = name.rpartition(".")
    hashed = f"{stem}.{sha256(content).hexdigest()[:16]}.{kind}"
    return Asset(hashed, content, gzip.compress(content, mtime=0), _TYPES[kind])


_ASSETS: Final = {name: _asset(name, content) for name, content in _found()}

BY_HASHED: Final[Mapping[str, Asset]] = {asset.hashed: asset for asset in _ASSETS.values()}


def address(name: str) -> str:
    """The address at which a file is served. Raises ``KeyError`` if there is no such file."""
    return f"/static/{_ASSETS[name].hashed}"
