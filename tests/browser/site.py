"""The address of the pages, and what can be found on them."""

from typing import NamedTuple


class Site(NamedTuple):
    """A site. ``reference`` is of an application whose ID number is that of the examples."""

    address: str
    reference: str
