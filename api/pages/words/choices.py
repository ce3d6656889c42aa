"""What was chosen in a form, in words: the closed lists of :mod:`domain.services.choices`."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.identifiers.plate import PlateKind
from domain.services.choices import (
    Business,
    Capacity,
    Channel,
    DeferralReason,
    DeliveryMode,
    PaymentMethod,
    PlateReason,
    PlatesAffected,
    UserKind,
)
from domain.titles import Title

CHANNELS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        Channel.ONLINE_WEB: Title("网页", "website"),
        Channel.ONLINE_APP: Title("手机客户端", "app"),
        Channel.WINDOW: Title("窗口", "window"),
        Channel.SELF_SERVICE: Title("自助终端", "self-service machine"),
        Channel.EMERGENCY: Title("应急办", "emergency handling"),
        Channel.DEFERRED: Title("延期办", "deferred handling"),
        Channel.EXTENDED_HOURS_WINDOW: Title("延时服务窗口", "window, extended hours"),
        "api": Title("业务接口", "programming interface"),
        "system": Title("系统自动", "by itself"),
    }
)
PLATE_KINDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        PlateKind.LARGE_CAR: Title("大型汽车", "large vehicle"),
        PlateKind.SMALL_CAR: Title("小型汽车", "small car"),
        PlateKind.MOTORCYCLE: Title("普通摩托车", "motorcycle"),
        PlateKind.MOPED: Title("轻便摩托车", "moped"),
        PlateKind.LOW_SPEED: Title("低速车", "low-speed vehicle"),
        PlateKind.TRAILER: Title("挂车", "trailer"),
        PlateKind.TRAINING_CAR: Title("教练汽车", "training car"),
        PlateKind.TRAINING_MOTORCYCLE: Title("教练摩托车", "training motorcycle"),
        PlateKind.TEMPORARY: Title("临时行驶车", "temporary plate"),
        PlateKind.POLICE: Title("警用汽车", "police car"),
        PlateKind.LARGE_NEV: Title("大型新能源汽车", "large new-energy vehicle"),
        PlateKind.SMALL_NEV: Title("小型新能源汽车", "small new-energy car"),
    }
)
_CAPACITIES: Final[Mapping[str, Title]] = {
    Capacity.OWNER: Title("机动车所有人", "owner"),
    Capacity.DRIVER: Title("驾驶证持有人", "holder of the licence"),
    Capacity.AGENT: Title("代理人", "agent"),
}
_USER_KINDS: Final[Mapping[str, Title]] = {
    UserKind.WEB_REGISTERED: Title("网上注册用户", "registered online"),
    UserKind.REAL_NAME: Title("实名用户", "identity verified"),
    UserKind.UNIT: Title("单位用户", "organisation"),
}
_REASONS: Final[Mapping[str, Title]] = {
    PlateReason.LOST: Title("遗失", "lost"),
    PlateReason.DESTROYED: Title("灭失", "destroyed"),
    PlateReason.DAMAGED: Title("损毁", "damaged"),
    DeferralReason.MILITARY: Title("服兵役", "military service"),
    DeferralReason.ABROAD: Title("出国（境）", "abroad"),
    DeferralReason.OTHER: Title("其他情形", "another ground"),
}

CHOICES: Final[Mapping[str, Mapping[str, Title]]] = MappingProxyType(
    {
        "channel": CHANNELS,
        "plate_kind": PLATE_KINDS,
        "capacity": _CAPACITIES,
        "user_kind": _USER_KINDS,
        "reason": _REASONS,
        "business": {
            Business.REISSUE: Title("补领", "reissue"),
            Business.REPLACE: Title("换领", "replacement"),
        },
        "plates_affected": {
            PlatesAffected.FRONT: Title("前号牌", "front"),
            PlatesAffected.REAR: Title("后号牌", "rear"),
            PlatesAffected.BOTH: Title("前后号牌", "front and rear"),
        },
        "delivery": {
            DeliveryMode.POST: Title("邮政寄递", "post"),
            DeliveryMode.PICKUP: Title("到窗口领取", "pick-up"),
        },
        "pays": {
            PaymentMethod.ONLINE: Title("网上缴费", "online"),
            PaymentMethod.ON_DELIVERY: Title("货到付款", "on delivery"),
            PaymentMethod.WINDOW: Title("窗口缴费", "at the window"),
        },
    }
)
"""The words of choices, by the name of the field that holds the choice."""
