"""The words of D10, and the standard of the photo (GA 482-2012, 5.2.3)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("GA 482", "5.2.3", verified=False)

TITLE: Final = Title("提交驾驶证照片", "Submission of a licence photo")
WISH: Final = Title(
    "提前上传驾驶证上用的照片",
    "I want to hand in the photo for my licence",
)
SOURCE: Final = Title("照片来源", "source of the photo")
TAKEN_ON: Final = Title("拍摄日期", "taken on")
TOLD: Final = GuideWords(
    first=(
        Title(
            "准备六个月内拍摄的本人单人正面免冠彩色照片：白色背景，不着制式服装，影像清晰；"
            "矫正视力者应当戴眼镜",
            "Have a photo of the last six months: in colour on white, you alone from the front and "
            "bare-headed, in no uniform, and clear; whoever drives with glasses wears them",
        ),
    )
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "photo_too_old": Title(
            zh="照片应当是最近六个月内拍摄的，请重新拍摄后提交。",
            en="The photo must be of the last six months. Please have another taken.",
        ),
        "photo_taken_today": Title(
            zh="现场拍摄的照片，拍摄日期应当是今天，请核对。",
            en="A photo taken with the camera is of today. Please check the date.",
        ),
    }
)
