"""Why the door turns a command away, before or after a decision."""

from dataclasses import dataclass

from domain.refusal import Invalid, Stale, Unknown


@dataclass(kw_only=True)
class NotFound(Unknown):
    """There is no such stream of the kind, or the caller may not see it."""


@dataclass(kw_only=True)
class MovedOn(Stale):
    """The caller saw an earlier version than this one."""

    version: int


@dataclass(kw_only=True)
class KeyReused(Invalid):
    """The same idempotency key came with another request."""
