"""The address of the pages, and what can be found on them."""

from collections.abc import Mapping
from typing import NamedTuple


class Site(NamedTuple):
    """A site. Its applications have the ID number of the examples.

    ``reference`` is of one that is to be corrected, and ``told`` has those of the stories.
    """

    address: str
    reference: str
    told: Mapping[str, str]
