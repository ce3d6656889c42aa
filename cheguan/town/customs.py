"""The customs of the town by the code of the service, each in a file of that name."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

from cheguan.town.custom import Custom
from domain.services.catalogue import CATALOGUE

CUSTOMS: Final[Mapping[str, Custom[Any]]] = MappingProxyType(
    {service: import_module(f"cheguan.town.services.{service}").CUSTOM for service in CATALOGUE}
)
"""Every service of the catalogue has its file. Without one the town does not import."""
