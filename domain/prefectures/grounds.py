"""On what a decision about windows rests: the paper that an office publishes.

It is read by everybody, so it names nobody, and none of it is sealed (ADR 56).
"""

from typing import Annotated

import msgspec

from domain.choice import Choice
from domain.spelling import AS_SEEN
from domain.titles import Title

_Text = Annotated[str, msgspec.Meta(max_length=300), AS_SEEN]


class RiskGrade(Choice):
    """The grade of a county in the control of an epidemic (分区分级)."""

    LOW = "low", "低风险", "low risk"
    MEDIUM = "medium", "中风险", "medium risk"
    HIGH = "high", "高风险", "high risk"


class Grounds(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The reason, the situations that were weighed, and the number of the document, if any."""

    reason: Annotated[
        str, msgspec.Meta(min_length=4, max_length=500), AS_SEEN, Title("理由", "reason")
    ]
    local_situation: Annotated[_Text, Title("本地疫情形势", "local situation")] = ""
    national_situation: Annotated[_Text, Title("全国疫情形势", "national situation")] = ""
    document_no: Annotated[
        str, msgspec.Meta(max_length=60), AS_SEEN, Title("文号", "document number")
    ] = ""
