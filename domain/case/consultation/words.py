"""What people read in this chapter."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

EVENTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "RegisterConsulted": Title("已核对登记信息", "Compared with the register"),
    }
)
FIELDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "as_of": Title("登记信息截至", "register as of"),
    }
)
COMMANDS: Final[Mapping[str, Title]] = MappingProxyType(
    {"RecordExtract": Title("记录登记信息核对结果", "Record what the register says")}
)
