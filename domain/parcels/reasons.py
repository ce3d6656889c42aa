"""The closed lists that events about a parcel carry. Their codes are stored for ever."""

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
    """What a carrier says when it sees a parcel. A case has stored the first four of old."""

    COLLECTED = "collected", "邮政已收寄", "collected by the post"
    DEPARTED = "departed", "离开处理中心", "left the sorting centre"
    ARRIVED = "arrived", "到达处理中心", "reached the sorting centre"
    OUT_FOR_DELIVERY = "out_for_delivery", "正在派送", "out for delivery"
    FAILED = "failed", "投递未成功", "delivery attempt failed"
    RETURNED = "returned", "已退回寄件单位", "back at the sending office"
    DELIVERED = "delivered", "已妥投", "delivered"


class Signatory(Choice):
    """Who signed. A document is handed to its recipient in person, against the identity card."""

    RECIPIENT = "recipient", "收件人本人签收", "the recipient in person"
    ANOTHER = "another", "他人代收", "somebody else"


class Irregularity(Choice):
    """What is wrong with a parcel, so that an officer has to see to it (邮件异常)."""

    NOT_HANDED_OVER = "not_handed_over", "逾期未交寄", "not handed to the carrier in time"
    OVERDUE = "overdue", "逾期无妥投或退回信息", "neither delivered nor returned in time"
    CONTRADICTORY = "contradictory", "轨迹信息相互矛盾", "its scans contradict each other"
    RETURNED_EARLY = "returned_early", "未满投递次数即退回", "returned after too few tries"
    SIGNED_BY_ANOTHER = (
        "signed_by_another",
        "未核验身份或者非本人签收",
        "not signed by the recipient against the identity card",
    )
    CASE_ELSEWHERE = (
        "case_elsewhere",
        "案件状态与邮件轨迹不符",
        "the case stands elsewhere than its parcel",
    )


class Clearing(Choice):
    """What an officer found out about an irregularity, which ends it."""

    DELIVERY_CONFIRMED = "delivery_confirmed", "核实已妥投", "found to be delivered"
    RETURN_CONFIRMED = "return_confirmed", "核实已退回", "found to be returned"
    STILL_UNDER_WAY = "still_under_way", "核实仍在运输中", "found to be under way"
    LOST = "lost", "核实邮件丢失", "found to be lost"
    SCAN_MISTAKEN = "scan_mistaken", "核实轨迹信息有误", "a scan was a mistake"
