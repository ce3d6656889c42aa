"""The words of D04, and its law (139 art. 59)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.titles import Title

LAW: Final = Law("139", "59", verified=True)
CANCELLATION_LAW: Final = Law("139", "77(1)9", verified=True)

TITLE: Final = Title("超龄换领驾驶证", "Exchange on reaching the age limit")
WISH: Final = Title(
    "年满60或者70周岁，要降低准驾车型换证",
    "I have reached sixty or seventy and a class of my licence ends",
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "age_not_reached": Title(
            zh="按您目前的年龄，所持准驾车型均可继续驾驶，不需要超龄换证。请在达到规定年龄后申请。",
            en="At your age every class of your licence may still be driven. Apply when one has "
            "ended.",
        ),
        "no_class_left": Title(
            zh="您已达到规定年龄，所持准驾车型均不得继续驾驶，依法也没有可以换领的准驾车型，不能换证。"
            "该驾驶证应当依法注销，请到车辆管理所窗口办理注销手续。",
            en="At your age no class of your licence may be driven any more, and the law gives "
            "none in exchange. The licence is to be cancelled: please go to the vehicle office.",
        ),
        "target_classes_choice": Title(
            zh="换领的准驾车型不符合规定：大型客车、牵引车、城市公交车、中型客车、大型货车换领小型汽车（C1）"
            "或者小型自动挡汽车（C2）；年满七十周岁的，普通三轮摩托车、普通二轮摩托车换领轻便摩托车（F）；"
            "其余准驾车型按原驾驶证填写。",
            en="These are not the classes that remain: A1 to B2 become C1 or C2, and from seventy "
            "on D and E become F. Write the other classes as your licence has them.",
        ),
    }
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "age_not_reached": LAW,
        "no_class_left": CANCELLATION_LAW,
        "target_classes_choice": LAW,
        "document_missing_medical_certificate": LAW,
    }
)
"""The article behind a rule, where there is one."""
