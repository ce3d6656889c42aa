"""What is written in the register in words. It is about work and names nobody (ADR 92)."""

import re
from typing import Annotated, Final

import msgspec

from domain.spelling import AS_SEEN

_EXAMPLE: Final = "咨询电话接听排班与来电高峰一致"
RegisterText = Annotated[
    str, msgspec.Meta(min_length=4, max_length=500, examples=[_EXAMPLE]), AS_SEEN
]
_NUMBER_OF_A_PERSON: Final = re.compile(r"(?:\d[ -]?){10,}")


def names_somebody(text: str) -> bool:
    """Whether a number stands in it that is as long as that of a telephone or of a person.

    A mobile number has 11 digits, a number in the province with its area code 10 or more, and an
    identity number 17 or 18 (GB 11643). Years, amounts and numbers of documents are shorter.
    """
    return _NUMBER_OF_A_PERSON.search(text) is not None
