"""The address of the pages, and what can be found on them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple


class Site(NamedTuple):
    """A site. Its applications have the ID number of the examples.

    ``reference`` is of one that is to be corrected, and ``told`` has those of the stories.
    ``pages`` are the paths on which people look at something. With ``submit`` somebody submits
    another one to Zhengzhou. What the site knows lies in ``database``, and ``secrets`` are its
    keys. If there is a ``bank``, that is its address.
    """

    address: str
    reference: str
    told: Mapping[str, str]
    pages: frozenset[str]
    submit: Callable[[], None]
    database: str
    secrets: Path
    bank: str | None = None
