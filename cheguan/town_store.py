"""The store of a demo. It goes by the clock of a town, or nothing is done with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cheguan.database import database
from cheguan.registry import REGISTRY
from cheguan.service_clock import name_town
from cheguan.settings import Settings


@contextmanager
def town_store(settings: Settings, data: Path | None = None) -> Iterator[str]:
    """Gives its URL while it is open.

    Raises ``OtherClock`` for a store in earnest: the story of February 2020 would stand in it
    for ever.
    """
    with database(settings, REGISTRY, data, join=False) as url:
        name_town(url)
        yield url
