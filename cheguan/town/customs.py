"""The customs of the town by the code of the service.

A service needs none: its applications follow from its example, and its lives from its archetype.
Where the town does more with it, that stands in a file with the name of the code.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Final

from cheguan.town.custom import Custom
from cheguan.town.mix import SERVICES
from cheguan.town.window_forms import CUSTOMS_AT_WINDOWS

PLAIN: Final[Custom] = Custom()


def _custom(service: str) -> Custom:
    module = f"cheguan.town.services.{service}"
    if find_spec(module) is None:
        return PLAIN
    found: Custom = import_module(module).CUSTOM
    return found


CUSTOMS: Final[Mapping[str, Custom]] = MappingProxyType(
    {**CUSTOMS_AT_WINDOWS, **{service: _custom(service) for service in SERVICES}}
)
