"""The statements that a writer needs, for the tables of one read model in one schema."""

from collections.abc import Sequence
from functools import cache

from psycopg.sql import SQL, Composed, Identifier


@cache
def load(schema: str, table: str, names: tuple[str, ...]) -> bytes:
    return (
        SQL("SELECT {} FROM {} WHERE stream = ANY(%b)")
        .format(_names(names), Identifier(schema, table))
        .as_bytes()
    )


@cache
def insert(schema: str, table: str, names: tuple[str, ...]) -> bytes:
    """One array a column."""
    return (
        SQL("INSERT INTO {} ({}) SELECT * FROM unnest({})")
        .format(Identifier(schema, table), _names(names), _places(len(names)))
        .as_bytes()
    )


@cache
def update(schema: str, table: str, names: tuple[str, ...]) -> bytes:
    """Takes an array for each column. ``names`` are ``stream`` and the columns that change."""
    return (
        SQL("UPDATE {} AS t SET ({}) = ROW({}) FROM unnest({}) AS u({}) WHERE {} = {}")
        .format(
            Identifier(schema, table),
            _names(names[1:]),
            SQL(", ").join(Identifier("u", name) for name in names[1:]),
            _places(len(names)),
            _names(names),
            Identifier("t", names[0]),
            Identifier("u", names[0]),
        )
        .as_bytes()
    )


@cache
def delete(schema: str, table: str) -> bytes:
    return SQL("DELETE FROM {} WHERE stream = %s").format(Identifier(schema, table)).as_bytes()


@cache
def add(schema: str, table: str, names: tuple[str, ...]) -> bytes:
    """To figures or totals: one array a key column, then the differences."""
    return (
        SQL(
            "INSERT INTO {} ({}, value) SELECT * FROM unnest({}) ON CONFLICT ({}) "
            "DO UPDATE SET value = {}.value + excluded.value"
        )
        .format(
            Identifier(schema, table),
            _names(names),
            _places(len(names) + 1),
            _names(names),
            Identifier(table),
        )
        .as_bytes()
    )


def _names(names: Sequence[str]) -> Composed:
    return SQL(", ").join(Identifier(name) for name in names)


def _places(count: int) -> Composed:
    return SQL(", ").join([SQL("%b")] * count)
