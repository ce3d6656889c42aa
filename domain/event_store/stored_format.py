"""Whether this build can read the events of a store: told before anything reads one (ADR 16)."""

from typing import Final

import psycopg

FORMAT: Final = 2
"""Of the events that this build writes. Adding a field with a default does not change it."""

_MADE: Final = "SELECT to_regclass('stored_events'), to_regclass('stored_format')"
_ANY: Final = "SELECT EXISTS (SELECT FROM stored_events)"
_FORMAT: Final = "SELECT format FROM stored_format"


class EarlierFormat(Exception):
    """The store holds events that an earlier build wrote in another format."""


def refuse_earlier_format(url: str) -> None:
    """Raise :class:`EarlierFormat` for a store with events of an earlier format.

    A database without tables, or a store without events, is welcome: its migrations give it
    the format of this build.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        events, format_ = connection.execute(_MADE).fetchone() or (None, None)
        if events is None or connection.execute(_ANY).fetchone() == (False,):
            return
        found = connection.execute(_FORMAT).fetchone() if format_ is not None else None
    if found is None or found[0] < FORMAT:
        raise EarlierFormat
