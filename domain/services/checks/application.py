"""What may be wrong with any application, whatever its service checks."""

from typing import Any, Final

from domain.choice import Choice
from domain.services.checks.check import Check
from domain.services.checks.record import OTHER_RECORD, is_of_another, plate_untold
from domain.services.choices import Capacity
from domain.services.given import Given
from domain.titles import Title

_PREFECTURE: Final = 4
"""So many digits of an office's id name the prefecture."""


def _person(given: Given[Any]) -> bool | None:
    """The sender is the applicant, and registered by this number and this name.

    Whoever only knows a number is not the person (ADR 52). A name may have been changed or be
    written another way, so a person looks at one that differs.
    """
    known = [
        *([(given.vehicle.owner, given.vehicle.owner_name)] if given.vehicle else ()),
        *([(given.licence.holder, given.licence.holder_name)] if given.licence else ()),
    ]
    names = {name for number, name in known if number == given.applicant}
    return True if given.proven and names == {given.name} else None


def _entitled(given: Given[Any]) -> bool | None:
    """Whoever acts for another is named as an agent, so the applicant is always the owner.

    The vehicle or licence is the one that the application names, by each of its numbers. Whether
    the mandate of an agent is valid a person must see, and whose the plate is of a record
    without one.
    """
    if any(is_of_another(each, given) for each in (given.vehicle, given.licence, given.permit)):
        return False
    registered = [
        *([given.vehicle.owner] if given.vehicle else ()),
        *([given.licence.holder] if given.licence else ()),
    ]
    if any(number != given.applicant for number in registered):
        return False
    unseen = given.facts.capacity is Capacity.AGENT or plate_untold(given)
    return True if registered and not unseen else None


def _competent(given: Given[Any]) -> bool | None:
    """The vehicle is registered, and the licence was issued, in the prefecture of the office."""
    offices = [record.office for record in (given.vehicle, given.licence) if record]
    if not offices:
        return None
    return all(in_one_prefecture(office, given.office) for office in offices)


def in_one_prefecture(office: str, other: str) -> bool:
    return office[:_PREFECTURE] == other[:_PREFECTURE]


def _claimed(given: Given[Any]) -> bool:
    """The case holds the claim to its vehicle or licence, so there is no other open one."""
    return True


IDENTITY: Final = Check(
    "C-ID",
    Title("身份信息核对", "Identity"),
    "R-IDENTITY",
    Title(
        zh="申请人身份信息与登记信息不符。请核对后重新申请，或者持身份证明原件到车辆管理所窗口办理。",
        en="The identity given does not match the register. Check it and apply again, or "
        "bring the original identity document to the vehicle office.",
    ),
    _person,
)


class NotEntitled(Choice):
    """Why the application is not the applicant's to make."""

    NOT_OWNER = (
        "R-NOT-OWNER",
        "申请人不是登记的机动车所有人或者驾驶证持有人，也未取得有效委托。请由本人或者其代理人申请。",
        "The applicant is neither the registered owner or holder nor a valid agent. The "
        "owner, the holder or an agent with a mandate must apply.",
    )
    OTHER_RECORD = OTHER_RECORD


OWNERSHIP: Final = Check(
    "C-OWN",
    Title("申请资格核对", "Entitlement"),
    NotEntitled.NOT_OWNER,
    NotEntitled.NOT_OWNER.words,
    _entitled,
    exactly=NotEntitled,
)
JURISDICTION: Final = Check(
    "C-JUR",
    Title("管辖范围核对", "Competence"),
    "R-JURISDICTION",
    Title(
        zh="该事项不属于本所管辖范围。请向{right_office}提出申请。",
        en="This office has no power in the matter. Please apply to {right_office}.",
    ),
    _competent,
)
NO_OPEN_DUPLICATE: Final = Check(
    "C-DUP",
    Title("重复申请核对", "No open duplicate"),
    "R-DUPLICATE",
    Title(
        zh="同一机动车或者驾驶证已有同类业务正在办理。请等待该业务办结，或者先申请撤回。",
        en="A case of this kind is already open for the same vehicle or licence. Wait for "
        "its end, or withdraw it first.",
    ),
    _claimed,
)
TRUE_MATERIAL: Final = Check(
    "C-TRUE",
    Title("材料真实性审查", "Documents true"),
    "R-FALSE-MATERIAL",
    Title(
        zh="申请人提供虚假材料。请提交真实、有效的材料；对认定有异议的，可以到车辆管理所现场说明。",
        en="The material supplied is false. Supply true and valid material; whoever contests "
        "the finding may explain at the vehicle office.",
    ),
)

COMMON: Final = (IDENTITY, OWNERSHIP, JURISDICTION, NO_OPEN_DUPLICATE, TRUE_MATERIAL)
"""What may be wrong with any application, whatever its service checks."""
