"""The kinds of text for which several blocks ask. They are cleaned and checked in place."""

import re
from collections.abc import Callable
from typing import Annotated, Final, Protocol

from pydantic import AfterValidator, Field

from domain.identifiers import address, mobile, person_name, postcode, region
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.text import plain
from domain.services.judgement import defect
from domain.services.personal import PERSONAL

_EMAIL: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,63}")


class Parsed(Protocol):
    @property
    def text(self) -> str: ...


def word(kind: str, parse: Callable[[str], Parsed]) -> AfterValidator:
    """Replaces a text by that of the parsed identifier. What is wrong with it becomes the rule
    ``kind_…``.
    """

    def read(text: str) -> str:
        try:
            return parse(text).text
        except InvalidIdentifier as invalid:
            raise defect(f"{kind}_{invalid.rule}") from None

    return AfterValidator(read)


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(email := text.strip()):
        email = "".join(plain(text).replace("。", ".").split())
    if not _EMAIL.fullmatch(email):
        raise defect("email_format")
    return email


def _county(code: str) -> str:
    if code.endswith("00"):
        raise defect("region_not_county")
    return code


Name = Annotated[str, Field(min_length=1, max_length=40), word("name", person_name.parse), PERSONAL]
Mobile = Annotated[str, Field(min_length=1, max_length=20), word("mobile", mobile.parse), PERSONAL]
Address = Annotated[
    str, Field(min_length=5, max_length=100), word("address", address.parse), PERSONAL
]
Postcode = Annotated[
    str, Field(min_length=1, max_length=10), word("postcode", postcode.parse), PERSONAL
]
Email = Annotated[str, Field(min_length=3, max_length=254), AfterValidator(_email), PERSONAL]
County = Annotated[
    str,
    Field(min_length=1, max_length=10, description="GB/T 2260 code of a county or district"),
    word("region", region.parse),
    AfterValidator(_county),
]
