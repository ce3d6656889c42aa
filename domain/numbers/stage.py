"""Where a plate number stands."""

from domain.choice import Choice


class NumberStage(Choice):
    """The stages. What was offered is free again when its time is over, without an event."""

    FREE = "free", "可选", "Free"
    OFFERED = "offered", "待选", "Offered"
    RESERVED = "reserved", "已预选", "Reserved"
    LOCKED = "locked", "核发中", "About to be issued"
    IN_USE = "in_use", "使用中", "In use"
