"""The choices of a form by the name of their field, and what kinds of value fields take."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from api.pages.words.choices import CHOICES
from domain.services.blocks.applicant import IdType
from domain.services.blocks.vehicle import UseNature
from domain.services.wording.documents import NAMES
from domain.titles import Title

KINDS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "string": Title("文字", "text"),
        "boolean": Title("是或者否", "true or false"),
        "integer": Title("整数", "whole number"),
        "date": Title("日期", "date"),
        "date-time": Title("时间", "instant"),
    }
)
_ID_TYPES: Final[Mapping[str, Title]] = {
    IdType.RESIDENT_ID: Title("居民身份证", "resident ID card"),
    IdType.TEMP_RESIDENT_ID: Title("临时居民身份证", "temporary ID card"),
    IdType.MILITARY_ID: Title("军官证、士兵证", "military ID"),
    IdType.HK_MACAO_PERMIT: Title("港澳居民来往内地通行证", "Hong Kong and Macao permit"),
    IdType.TAIWAN_PERMIT: Title("台湾居民来往大陆通行证", "Taiwan permit"),
    IdType.PASSPORT: Title("护照", "passport"),
    IdType.FOREIGN_PR: Title("外国人永久居留身份证", "foreigner's residence card"),
    IdType.USCC: Title("统一社会信用代码", "social credit code"),
}
_USES: Final[Mapping[str, Title]] = {
    UseNature.NON_OPERATING: Title("非营运", "private"),
    UseNature.ROAD_PASSENGER: Title("公路客运", "road passenger transport"),
    UseNature.CITY_BUS: Title("公交客运", "city bus"),
    UseNature.TAXI: Title("出租客运", "taxi"),
    UseNature.TOURISM: Title("旅游客运", "tourism"),
    UseNature.FREIGHT: Title("货运", "freight"),
    UseNature.RENTAL: Title("租赁", "rental"),
    UseNature.TRAINING: Title("教练", "training"),
    UseNature.SCHOOL_BUS: Title("校车", "school bus"),
    UseNature.POLICE: Title("警用", "police"),
    UseNature.FIRE: Title("消防", "fire service"),
    UseNature.AMBULANCE: Title("救护", "ambulance"),
    UseNature.RESCUE: Title("工程救险", "rescue"),
}

FORM_CHOICES: Final[Mapping[str, Mapping[str, Title]]] = MappingProxyType(
    {
        **CHOICES,
        "id_type": _ID_TYPES,
        "use_nature": _USES,
        "mode": CHOICES["delivery"],
        "method": CHOICES["pays"],
        "kind": {str(kind): title for kind, title in NAMES.items()},
    }
)
