"""A registry in which there are lamps beside all that the product has."""

from typing import Final

from cheguan.registry import REGISTRY, Registry
from projections.registry import PROJECTIONS
from tests.kit.lamps.lamp import LAMP
from tests.kit.lamps.row import SHINING

WITH_LAMPS: Final = Registry(
    f"{__name__}:WITH_LAMPS",
    aggregates=(*REGISTRY.aggregates, LAMP),
    projections=(*PROJECTIONS, SHINING),
    resources=REGISTRY.resources,
)
