"""The example of a service as somebody of the town sends it.

Whatever is personal in it, or belongs to one vehicle or licence alone, becomes his. What he
asks for stays as it is, and so do the days, because an example is made for the day on which it
is sent. His documents are the samples of the example, which everybody has in a demonstration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random
from types import MappingProxyType
from typing import Any, Final

from cheguan.town import numbers
from cheguan.town.blocks import Body, written
from cheguan.town.deliveries import delivery
from cheguan.town.fates import Plan
from cheguan.town.people import Person
from cheguan.town.telephones import code_of
from domain.calendar import local_day
from domain.identifiers.henan_names import NAMES
from domain.identifiers.plate import PROVINCE, PlateKind
from domain.services.blocks.block import Block
from domain.services.blocks.examples import morning
from domain.services.form_fields import blocks_in
from domain.services.personal import personal_fields

_A_MOMENT: Final = timedelta(seconds=20)
_LONGER: Final = timedelta(minutes=5)
_ANOTHER: Final = 270_000
"""So far behind the first number of somebody stands the one that he gets instead."""
_NUMBER: Final = 4
"""A text with so many digits is a number, and not a remark."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends an application, and when. ``attempt`` counts from 0: whoever hears that a number
    is taken names another one.
    """

    plan: Plan
    who: Person
    at: datetime
    draw: Random
    attempt: int = 0


def in_the_name_of(sender: Sender, form: type[Block], example: Body) -> Body:
    """The example with the sender's data. ``form`` says which other fields are personal."""
    return _block(sender, example, _personal(form), "")


def _block(sender: Sender, block: Body, personal: frozenset[str], before: str) -> Body:
    if before == "delivery.":
        return delivery(sender.plan, sender.draw, sender.who, sender.at)
    if before == "new_plate.":
        return {**block, "plate_no": _plate(sender, block, _ANOTHER * (sender.attempt + 1))}
    filled = {
        name: _field(sender, block, name, value, personal, f"{before}{name}")
        for name, value in block.items()
    }
    return filled | {"plate_no": _wanted(sender, block)} if before == "registration." else filled


def _field(
    sender: Sender, block: Body, name: str, value: Any, personal: frozenset[str], path: str
) -> Any:
    if isinstance(value, dict):
        return _block(sender, value, personal, f"{path}.")
    if isinstance(value, list):
        return [_field(sender, block, name, one, personal, path) for one in value]
    if value is not None and (own := _OWN.get(name)):
        return own(sender, block)
    if value == morning(local_day(sender.at)):
        return written(sender.at - _A_MOMENT)
    if isinstance(value, str) and path in personal and sum(map(str.isdigit, value)) >= _NUMBER:
        return "".join(str(sender.draw.randrange(10)) if c.isdigit() else c for c in value)
    return value


@cache
def _personal(form: type[Block]) -> frozenset[str]:
    """The paths of the texts that the form marks as personal."""
    inner = {
        f"{name}.{path}"
        for name, field in form.model_fields.items()
        for block in blocks_in(field.annotation)
        for path in _personal(block)
    }
    return personal_fields(form) | inner


def _id_no(sender: Sender, block: Body) -> str:
    plan = sender.plan
    if block.get("id_type") == "uscc":
        return numbers.unit(plan.seed, plan.number, plan.city.code)
    return sender.who.id_no


def _name(sender: Sender, block: Body) -> str:
    if block.get("id_type") == "uscc":
        return f"{NAMES[sender.plan.city.code]}示例单位{sender.plan.number}"
    return sender.who.name


def _plate(sender: Sender, block: Body, after: int = 0) -> str:
    plan, kind = sender.plan, PlateKind(block["plate_kind"])
    return numbers.plate(plan.seed, plan.number + after, kind, plan.city.letter)


def _wanted(sender: Sender, block: Body) -> str:
    return _plate(sender, block, _ANOTHER * sender.attempt)


def _file_no(sender: Sender, block: Body) -> str:
    plan = sender.plan
    return numbers.file_number(plan.seed, plan.number, plan.city.file_prefix)


def _decision_no(sender: Sender, block: Body) -> str:
    return numbers.decision(sender.plan.seed, sender.plan.number, sender.plan.city.code)


def _vin(sender: Sender, block: Body) -> str:
    return numbers.vehicle_identification(sender.plan.seed, sender.plan.number)


def _engine_no(sender: Sender, block: Body) -> str:
    return numbers.engine(sender.plan.seed, sender.plan.number)


def _new_mobile_code(sender: Sender, block: Body) -> str:
    return str(code_of(sender.plan.seed, sender.plan.number))


def _new_mobile(sender: Sender, block: Body) -> str:
    return numbers.mobile(sender.plan.seed, sender.plan.number + 500_000)


def _email(sender: Sender, block: Body) -> str:
    return f"resident{sender.plan.number}@example.com"


_OWN: Final[Mapping[str, Callable[[Sender, Body], Any]]] = MappingProxyType(
    {
        "id_no": _id_no,
        "name": _name,
        "mobile": lambda sender, block: sender.who.mobile,
        "contact_name": lambda sender, block: sender.who.name,
        "contact_mobile": lambda sender, block: sender.who.mobile,
        "new_mobile": _new_mobile,
        "new_mobile_code_id": _new_mobile_code,
        "email": _email,
        "address": lambda sender, block: sender.who.home.address,
        "contact_address": lambda sender, block: sender.who.home.address,
        "postcode": lambda sender, block: sender.who.home.postcode,
        "region_code": lambda sender, block: sender.who.home.region,
        "office_id": lambda sender, block: sender.plan.city.code,
        "licence_no": lambda sender, block: sender.who.id_no,
        "file_no": _file_no,
        "plate_no": _plate,
        "wanted_no": _wanted,
        "issuing_prefix": lambda sender, block: PROVINCE + sender.plan.city.letter,
        "residence_region": lambda sender, block: sender.who.home.region,
        "decision_no": _decision_no,
        "vin": _vin,
        "engine_no": _engine_no,
        "agreed_at": lambda sender, block: written(sender.at - _LONGER),
    }
)
"""What the sender writes into a field of this name, whatever block it stands in."""
