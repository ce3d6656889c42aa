"""The words that the four services share."""

from typing import Final

from domain.titles import Title

DOCUMENT: Final = Title("机动车驾驶证", "driving licence")
PHOTO: Final = Title("驾驶证照片", "licence photo")
MEDICAL: Final = Title("身体条件证明的提交方式", "how the medical certificate arrives")
