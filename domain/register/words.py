"""What people read of an outcome that was undone, for a vehicle and for a licence alike."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.titles import Title

UNDONE: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "void": Title("作废牌证", "void documents"),
        "what": Title("牌证种类", "kind of document"),
        "void_from": Title("作废日期", "void from"),
        "built_on_by": Title("在其基础上办理的后续案件", "later cases that build on it"),
        "left_out": Title("待人工核实的变更", "changes left to a person"),
        "entered_since": Title("登记信息此后已重新入库", "record entered anew since"),
    }
)
