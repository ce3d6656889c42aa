"""Whom and what an application is about, for keyed blind indexes only."""

from uuid import UUID

import msgspec

from domain.code_purpose import CodePurpose
from domain.identifiers.plate import PlateKind
from domain.services.selection_method import SelectionMethod


class Subjects(msgspec.Struct, frozen=True, kw_only=True):
    """All of it is personal. It is never stored in the clear, and never shown by ``repr``.

    ``plate`` reads ``kind:number``, because the same number may exist in two kinds. ``matter_no``
    is the number of what is neither a vehicle nor a licence. ``violation_no`` and ``decision_no``
    are those of a violation and of a penalty decision that are on record here.
    """

    id_no: str
    mobile: str
    plate: str | None = None
    vin: str | None = None
    licence_no: str | None = None
    matter_no: str | None = None
    violation_no: str | None = None
    decision_no: str | None = None

    def __repr__(self) -> str:
        return "Subjects()"


class GivenNumber(msgspec.Struct, frozen=True, kw_only=True):
    """Among which plate numbers a form chooses, and the ``text`` of one that it has composed.

    ``letters`` may tell the energy on a new-energy plate. ``once``: the vehicle was never
    registered, and chooses once. ``repr`` leaves the number out.
    """

    method: SelectionMethod
    prefix: str
    plate_kind: PlateKind
    letters: str = ""
    text: str | None = None
    once: bool = False

    def __repr__(self) -> str:
        return f"GivenNumber({self.method})"


class GivenCode(msgspec.Struct, frozen=True, kw_only=True):
    """A one-time code that a form names as proof of ``number``, which ``repr`` leaves out."""

    code: UUID
    purpose: CodePurpose
    number: str

    def __repr__(self) -> str:
        return f"GivenCode({self.code})"
