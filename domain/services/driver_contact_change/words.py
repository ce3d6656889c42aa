"""The words of D11, and its law (139 art. 80)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.guide_words import GuideWords
from domain.titles import Title

LAW: Final = Law("139", "80", verified=True)

TITLE: Final = Title("变更驾驶证联系方式", "Change of the licence holder's contact")
WISH: Final = Title(
    "换了手机号、地址或者工作单位，要更新驾驶人的联系方式",
    "I have another telephone, address or employer as the holder of a licence",
)
EMPLOYER: Final = Title("从业单位", "employer")
TOLD: Final = GuideWords(
    first=(
        Title(
            "联系方式、从业单位发生变化的，在变化后三十日内备案",
            "File a new contact or a new employer within thirty days of the change",
        ),
    )
)

TEXTS: Final[Mapping[str, Title]] = MappingProxyType(
    {
        "nothing_changed": Title(
            zh="请至少填写一项需要变更的内容（手机号码、电子邮箱、邮政编码、联系地址或者从业单位）。",
            en="Give at least one thing to change: mobile, e-mail, postcode, address or employer.",
        ),
        "employer_not_asked": Title(
            zh="只有持有大型客车、牵引车、城市公交车、中型客车、大型货车准驾车型的驾驶人才需要填写从业单位，"
            "请删除此项。",
            en="Only drivers of large vehicles (A1, A2, A3, B1, B2) tell their employer. Please "
            "remove it.",
        ),
        "employer_length": Title(
            zh="从业单位名称应为1至40个字，请更正。",
            en="The name of the employer has 1 to 40 characters. Please correct it.",
        ),
        "employer_characters": Title(
            zh="从业单位名称含有不允许的字符，请按营业执照或者登记证书上的名称填写。",
            en="The name of the employer holds characters it may not. Write it as on its business "
            "licence.",
        ),
    }
)
LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {
        "nothing_changed": LAW,
        "employer_not_asked": LAW,
    }
)
"""The article behind a rule, where there is one."""
