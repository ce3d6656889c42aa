"""The words of D06."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.law import Law
from domain.services.blocks.medical.duty import LAW, MEDICAL_DUTY_LAWS
from domain.services.guide_words import GuideWords
from domain.titles import Title

TITLE: Final = Title("提交身体条件证明", "Submission of a medical certificate")
WISH: Final = Title(
    "年满70周岁，要提交体检证明", "I am seventy or older and submit my medical certificate"
)
TOLD: Final = GuideWords(
    first=(
        Title(
            "记分周期结束后到规定的医疗机构体检，并在周期结束后三十日内提交身体条件证明",
            "After the points cycle has ended, be examined at a hospital on the list, and submit "
            "the certificate within 30 days of that end",
        ),
    )
)

LAWS: Final[Mapping[str, Law]] = MappingProxyType(
    {**MEDICAL_DUTY_LAWS, "document_missing_medical_certificate": LAW}
)
"""The article behind a rule, where there is one."""
