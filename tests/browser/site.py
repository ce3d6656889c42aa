"""Where the pages are served, and what can be found on them."""

from typing import NamedTuple


class Site(NamedTuple):
    """``reference`` is of an application whose ID number is that of the examples."""

    address: str
    reference: str
