"""Why cases go from one office to another."""

from domain.choice import Choice


class TransferReason(Choice):
    OFFICE_SUSPENDED = "office_suspended", "窗口业务暂停", "window business is suspended"
    JURISDICTION = "jurisdiction", "管辖原因", "competence"
    LOAD = "load", "均衡业务量", "work load"
    EQUIPMENT_FAULT = "equipment_fault", "设备故障", "equipment fault"
