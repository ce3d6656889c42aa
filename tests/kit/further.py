"""The product with two read models of the tests: one of claims, and one of every kind."""

from typing import Final

from cheguan.registry import REGISTRY, Registry
from projections.registry import PROJECTIONS
from tests.kit.holders.row import HOLDERS
from tests.kit.lengths.row import LENGTHS

FURTHER: Final = Registry(
    f"{__name__}:FURTHER",
    aggregates=REGISTRY.aggregates,
    projections=(*PROJECTIONS, HOLDERS, LENGTHS),
    resources=REGISTRY.resources,
)
