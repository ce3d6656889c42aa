"""All that is registered, as one value (ADR 20): the product's, or that of a test."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pkgutil import resolve_name
from typing import Any, Final

from domain.aggregate import Aggregate
from domain.aggregates import AGGREGATES
from domain.codec import Codec
from projections.engine.projection import Projection
from projections.registry import PROJECTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """What can be stored and decided, and what is folded from it.

    ``path`` is ``module:NAME``, where another process finds the same value. Raises
    ``TypeError`` for a name that two of a sort share.
    """

    path: str
    aggregates: tuple[Aggregate[Any], ...]
    projections: tuple[Projection[Any], ...]
    codec: Codec = field(init=False)
    _by_name: Mapping[str, Projection[Any]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "codec", Codec(self.aggregates))
        object.__setattr__(self, "_by_name", {each.name: each for each in self.projections})
        if len(self._by_name) < len(self.projections):
            raise TypeError("two read models have one name")

    def projection(self, name: str) -> Projection[Any]:
        """The read model of this name. Raises ``KeyError``."""
        return self._by_name[name]


REGISTRY: Final = Registry(
    path=f"{__name__}:REGISTRY",
    aggregates=AGGREGATES,
    projections=tuple(PROJECTIONS.values()),
)


@cache
def imported(path: str) -> Registry:
    """The registry that another process has named. Raises ``TypeError`` for anything else."""
    found = resolve_name(path)
    if not isinstance(found, Registry):
        raise TypeError(f"{path} is no registry")
    return found
