"""What the fields of a form are judged by: the day, and what earlier fields said.

One ``Judgement`` is made for each form read. A field notes here what a field of
another block must be compared with, because a block with a defect never becomes
a value. The rules that look at its sound fields must speak all the same, because the law
asks for every defect at once (ALL art. 32).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import ParamSpec, TypeVar

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.licence_classes import LicenceClasses
from domain.identifiers.plate import PlateKind
from domain.services.choices import Capacity, Channel, UserKind
from domain.services.vouched import Vouched

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class Judgement:
    """``prefecture`` is the region that has power, ``given`` names the fields that were sent,
    sound or not, where a form asks for one of several. ``born_on`` is the birthday that a
    resident's number tells, and ``base_on`` the day from which a deferral counts. Who may apply
    online without having been identified is ``not_identified``. ``vouched`` is what the token of
    the sender says, and None for a form that nobody sends. The rest repeats sound fields.
    """

    today: date
    vouched: Vouched | None = None
    channel: Channel | None = None
    user_kind: UserKind | None = None
    not_identified: bool = False
    capacity: Capacity | None = None
    id_type: str | None = None
    id_no: str | None = field(default=None, repr=False)
    born_on: date | None = field(default=None, repr=False)
    prefecture: str | None = None
    plate_kind: PlateKind | None = None
    classes: LicenceClasses | None = None
    base_on: date | None = None
    vehicle_type: str | None = None
    origin: str | None = None
    given: set[str] = field(default_factory=set)


def judgement(info: ValidationInfo) -> Judgement:
    """Gives the judgement of this reading. Raises ``TypeError`` outside ``read_form``."""
    if not isinstance(info.context, Judgement):
        raise TypeError("a form is read by domain.services.reader only")
    return info.context


def defect(rule: str) -> PydanticCustomError:
    """Makes the error that is reported as this rule. It carries nothing else."""
    return PydanticCustomError(rule, "broken rule")


def identified(kind: str, parse: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Parses an identifier. What is wrong with it becomes the rule ``kind_…``."""
    try:
        return parse(*args, **kwargs)
    except InvalidIdentifier as invalid:
        raise defect(f"{kind}_{invalid.rule}") from None
