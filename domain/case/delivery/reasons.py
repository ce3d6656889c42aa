"""The closed lists of grounds that events and commands of this chapter carry."""

from domain.choice import Choice


class FailedDelivery(Choice):
    ABSENT = "absent", "收件人不在", "the recipient was not there"
    REFUSED = "refused", "收件人拒收", "the recipient refused it"
    WRONG_ADDRESS = "wrong_address", "地址有误", "wrong address"
    AREA_CLOSED = (
        "area_closed",
        "所在区域封闭管理，邮件暂存邮局",
        "area closed; kept at the post office",
    )


class ScanStatus(Choice):
    COLLECTED = "collected", "邮政已收寄", "collected by the post"
    DEPARTED = "departed", "离开处理中心", "left the sorting centre"
    ARRIVED = "arrived", "到达处理中心", "reached the sorting centre"
    OUT_FOR_DELIVERY = "out_for_delivery", "正在派送", "out for delivery"
