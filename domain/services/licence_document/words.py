"""The words that the four services share."""

from typing import Final

from domain.services.guide_words import GuideWords
from domain.titles import Title

DOCUMENT: Final = Title("机动车驾驶证", "driving licence")
PHOTO: Final = Title("驾驶证照片", "licence photo")
TARGET_CLASSES: Final = Title("换领的准驾车型", "classes on the next licence")
MEDICAL: Final = Title("身体条件证明的提交方式", "how the medical certificate arrives")
TOLD_TO_BE_EXAMINED: Final = GuideWords(
    first=(
        Title(
            "先到县级或者部队团级以上医疗机构（持有C5准驾车型的，到省级卫生主管部门指定的专门医疗机构）"
            "体检；身体条件证明由医疗机构上传的，申请人不必另行提交",
            "First be examined at a hospital of a county or above, or of a regiment or above (with "
            "class C5, at one that the health authority of the province has named for it); if it "
            "sends the certificate, you need not submit it",
        ),
    )
)
"""For a licence that is given only to who is fit (139 art. 57, 59)."""
