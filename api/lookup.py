"""By what an officer looks cases up: one number, in any spelling, and the place in the answer."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Final, NamedTuple

import msgspec

from api.form_defects import wrong_item
from api.language import Language
from api.problems import Problem
from domain.identifiers import document_number, plate, vin
from domain.identifiers.invalid import FormatRule, InvalidIdentifier
from domain.identifiers.plate import PlateKind
from domain.identifiers.text import normalise, squeezed
from domain.services.texts import TEXTS
from domain.titles import Title
from domain.vault import Purpose
from projections.caseload.queries import LookupPlace

PAGE: Final = 100
MORE: Final = Title(
    zh="符合条件的案件超过100件，这里是其中最近提交的100件。要看其余的，请把next的值作为cursor再次查询。",
    en="More than 100 cases fit, and these are the 100 submitted last. For the others ask again "
    "with the value of next as cursor.",
)
_PLATE: Final = Title(
    zh="请在号牌号码前写明号牌种类代码和冒号，例如02:豫A12345。",
    en="Write the code of the kind and a colon before the plate number, such as 02:豫A12345.",
)
_CHARACTERS: Final = Title(
    zh="号码只能由汉字、字母和数字组成，请对照证件填写。",
    en="The number may hold 汉字, letters and digits. Copy it from the document.",
)

Typed = Annotated[str, msgspec.Meta(max_length=128)]


class LookupRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number. It stands in the body, because a URL is written to logs.

    ``cursor`` is the ``next`` of the answer before.
    """

    id_no: Typed | None = None
    plate: Typed | None = None
    vin: Typed | None = None
    licence_no: Typed | None = None
    cursor: Typed | None = None


class SoughtNumber(NamedTuple):
    """A number in the normal form from which its index was computed."""

    purpose: Purpose
    number: str


def sought(asked: LookupRequest, today: date, language: Language) -> SoughtNumber:
    """The one number that was given. Raises 422 for none, for several, or for what is none."""
    given = [(name, text) for name in _READERS if (text := getattr(asked, name))]
    if len(given) != 1:
        raise Problem("lookup-needs-one", 422)
    ((name, text),) = given
    purpose, read = _READERS[name]
    try:
        return SoughtNumber(purpose, read(text, today))
    except InvalidIdentifier as wrong:
        rule = f"{name}_{wrong.rule}"
        said = _PLATE if wrong.rule is FormatRule.KIND else TEXTS.get(rule, _CHARACTERS)
        raise wrong_item(f"/{name}", rule, said, language) from None


def _plate(text: str, today: date) -> str:
    kind, colon, number = normalise(text).partition(":")
    if not colon or squeezed(kind) not in set(PlateKind):
        raise InvalidIdentifier(FormatRule.KIND)
    found = plate.parse(PlateKind(squeezed(kind)), number, on=today)
    return f"{found.kind}:{found.text}"


_READERS: Final[Mapping[str, tuple[Purpose, Callable[[str, date], str]]]] = {
    "id_no": (Purpose.ID_NO, lambda text, today: document_number.parse(text).text),
    "plate": (Purpose.PLATE, _plate),
    "vin": (Purpose.VIN, lambda text, today: vin.parse(text, imported=True).text),
    "licence_no": (Purpose.LICENCE, lambda text, today: document_number.parse(text).text),
}


def cursor_of(place: LookupPlace) -> str:
    """Writes the end of a page as an opaque text."""
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(cursor: str) -> LookupPlace:
    """Reads a cursor. Raises 400 for a text that is none of ours."""
    try:
        raw = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        return msgspec.json.decode(raw, type=LookupPlace)
    except (ValueError, msgspec.DecodeError):
        raise Problem("cursor-invalid", 400) from None
