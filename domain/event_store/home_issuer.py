"""Whose subjects stand in the events without the name of an issuer (ADR 40)."""

from typing import Final, LiteralString

import psycopg

_NAME: Final[LiteralString] = """
INSERT INTO home_issuer (name) VALUES (%s) ON CONFLICT DO NOTHING"""
_NAMED: Final[LiteralString] = "SELECT name FROM home_issuer"


def name_home_issuer(url: str, issuer: str) -> str:
    """Makes ``issuer`` the store's own if it has none. Returns the one that it has."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(_NAME, (issuer,))
        found = connection.execute(_NAMED).fetchone()
    assert found is not None
    name: str = found[0]
    return name
