"""The closed lists of a network office centre. Their codes are stored, so they stay."""

from domain.choice import Choice


class CentreShift(Choice):
    """When officers work. In the evening the centre works on, as the announcement of 2020-02-23
    asks for extended hours."""

    DAY = "day", "白班", "day shift"
    EVENING = "evening", "晚班（延时办）", "evening shift"


class EquipmentKind(Choice):
    """What a centre works with. Nobody works without a workstation, and nothing without a server
    and a line."""

    WORKSTATION = "workstation", "业务工作站", "workstation"
    SCANNER = "scanner", "高拍扫描设备", "scanner"
    PRINTER = "printer", "证件打印设备", "printer"
    SERVER = "server", "服务器", "server"
    NETWORK_LINE = "network_line", "网络专线", "network line"


class EquipmentCondition(Choice):
    """How an item is. ``OLD`` still works, and more slowly; ``WITHDRAWN`` is gone for good."""

    GOOD = "good", "完好", "good"
    OLD = "old", "老化", "old"
    FAULTY = "faulty", "故障", "faulty"
    WITHDRAWN = "withdrawn", "停用报废", "withdrawn"


class CentreIncidentKind(Choice):
    """What goes wrong in a centre (announcement of 2020-02-23: too few people, old equipment)."""

    STAFF_SHORTAGE = "staff_shortage", "人员不足", "too few staff"
    EQUIPMENT_OLD = "equipment_old", "设备老化", "equipment too old"
    EQUIPMENT_FAULT = "equipment_fault", "设备故障", "equipment faulty"


class CentreRemedy(Choice):
    """What was done about it (announcement of 2020-02-23: add staff, add and repair equipment)."""

    STAFF_ADDED = "staff_added", "增派人员", "staff added"
    STAFF_BACK = "staff_back", "人员返岗", "staff back at work"
    REPAIRED = "repaired", "维修", "repaired"
    REPLACED = "replaced", "更换新设备", "replaced"
    WITHDRAWN = "withdrawn", "停用报废", "withdrawn"
