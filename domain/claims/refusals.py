"""Why a claim cannot be had."""

from dataclasses import dataclass

from domain.refusal import Conflict


@dataclass(kw_only=True)
class DuplicateOpenCase(Conflict):
    """A vehicle or licence has one open case per service."""


@dataclass(kw_only=True)
class ItemNumberUsed(Conflict):
    """A postal item number is not used again within 24 months."""
