"""All that is registered, as one value (ADR 20): the product's, or that of a test."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pkgutil import resolve_name
from typing import Any, Final

from api.resource import Resource
from api.resources import RESOURCES
from domain.aggregate import Aggregate
from domain.aggregates import AGGREGATES
from domain.codec import Codec
from domain.reactions import Declared, declared
from projections.engine.projection import OverAll, Projection
from projections.registry import PROJECTIONS


@dataclass(frozen=True, slots=True, init=False, eq=False)
class Registry:
    """What can be stored and decided, what is folded from it, and what is reached over HTTP.

    ``path`` is ``module:NAME``, where another process finds the same value. A read model over
    streams of several kinds is given as what makes it of the codec.
    """

    path: str
    aggregates: tuple[Aggregate[Any], ...]
    codec: Codec
    reactions: tuple[Declared, ...]
    projections: tuple[Projection[Any], ...]
    resources: tuple[Resource[Any], ...]

    def __init__(
        self,
        path: str,
        *,
        aggregates: Sequence[Aggregate[Any]],
        projections: Sequence[Projection[Any] | OverAll],
        resources: Sequence[Resource[Any]],
    ) -> None:
        """Raises ``TypeError`` for a name that two of a sort share, and for what is of an
        aggregate that is not registered.
        """
        codec = Codec(aggregates)
        made = [each if isinstance(each, Projection) else each(codec) for each in projections]
        _one_each("read models", [each.name for each in made])
        _one_each("resources", [each.path for each in resources])
        for each in made:
            _registered(each.name, *each.of, among=aggregates)
        for resource in resources:
            _registered(resource.path, resource.of, among=aggregates)
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "aggregates", tuple(aggregates))
        object.__setattr__(self, "codec", codec)
        object.__setattr__(self, "reactions", declared(codec))
        object.__setattr__(self, "projections", tuple(made))
        object.__setattr__(self, "resources", tuple(resources))

    @property
    def names(self) -> tuple[str, ...]:
        """Those of the read models."""
        return tuple(each.name for each in self.projections)

    def projection(self, name: str) -> Projection[Any]:
        """The read model of this name. Raises ``KeyError``."""
        for each in self.projections:
            if each.name == name:
                return each
        raise KeyError(name)


def _one_each(sort: str, names: Sequence[str]) -> None:
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise TypeError(f"two {sort} have one name: {', '.join(twice)}")


def _registered(name: str, *of: Aggregate[Any], among: Sequence[Aggregate[Any]]) -> None:
    if not set(of) <= set(among):
        raise TypeError(f"{name} is of an aggregate that is not registered")


REGISTRY: Final = Registry(
    f"{__name__}:REGISTRY",
    aggregates=AGGREGATES,
    projections=PROJECTIONS,
    resources=RESOURCES,
)


@cache
def imported(path: str) -> Registry:
    """The registry that another process has named. Raises ``TypeError`` for anything else."""
    found = resolve_name(path)
    if not isinstance(found, Registry):
        raise TypeError(f"{path} is no registry")
    return found
