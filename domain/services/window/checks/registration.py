"""What is checked before a vehicle is registered or changes hands (Order 124)."""

from dataclasses import replace
from typing import Any, Final

from domain.clocks.clock import Clock
from domain.clocks.inspection import opens_on
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from domain.register.vehicle import UseNature, VehicleState, VehicleType
from domain.services.checks.application import IDENTITY, OWNERSHIP
from domain.services.checks.check import Check
from domain.services.checks.record import is_of_another
from domain.services.checks.vehicle import BARRING, INSURANCE, VEHICLE_STATE, VIOLATIONS
from domain.services.given import Given
from domain.titles import Title

NOT_OF_COUNTIES: Final = frozenset({UseNature.SCHOOL_BUS, UseNature.DANGEROUS_GOODS})
"""The uses of vehicles with which county offices have nothing to do (124 art. 2)."""


def _not_registered(given: Given[Any]) -> bool:
    """A VIN that the register does not know was never registered here."""
    return given.vehicle is None or given.vehicle.registered_on is None


def _insured(given: Given[Any]) -> bool | None:
    """The policy on the counter runs today (RTSL art. 17)."""
    new = given.facts.new_vehicle
    if new is None or new.insured_from is None or new.insured_until is None:
        return None
    return bool(new.insured_from <= given.today <= new.insured_until)


def _for_rescue(given: Given[Any]) -> bool:
    new = given.facts.new_vehicle
    return new is not None and new.use is UseNature.AMBULANCE


def _another_owner(given: Given[Any]) -> bool | None:
    return given.vehicle.owner != given.applicant if given.vehicle else None


def _county_may(given: Given[Any]) -> bool | None:
    """What a county office may not do, by the vehicle that the register has (124 art. 2)."""
    office = OFFICES.get(given.office)
    if office is None or office.kind is not OfficeKind.COUNTY_OFFICE:
        return True
    if given.vehicle is None:
        return None
    return given.vehicle.type is not VehicleType.LARGE_PASSENGER and (
        given.vehicle.use not in NOT_OF_COUNTIES
    )


def _other_use(given: Given[Any]) -> bool | None:
    new = given.facts.new_use
    if new is None:
        return True
    return given.vehicle.use is not new if given.vehicle else None


def _moved_out_before(given: Given[Any]) -> bool | None:
    """Of a vehicle that it never had the register knows nothing, so a person sees its file."""
    if given.vehicle is None or given.vehicle.registered_on is None:
        return None
    return VehicleState.MOVED_OUT in given.vehicle.states


def _is_school_bus(given: Given[Any]) -> bool | None:
    return given.vehicle.use is UseNature.SCHOOL_BUS if given.vehicle else None


def _inspection_runs(given: Given[Any]) -> bool | None:
    if given.vehicle is None or given.vehicle.inspected_until is None:
        return None
    return given.still(Clock.INSP_DUE, given.vehicle.inspected_until)


def _may_end(given: Given[Any]) -> bool | None:
    """One that is due for scrapping is cancelled for that."""
    if given.vehicle is None:
        return None
    barring = given.vehicle.states & (BARRING - {VehicleState.SCRAPPED})
    return not (barring or is_of_another(given.vehicle, given))


def _mark_open(given: Given[Any]) -> bool | None:
    """From three months before the validity ends (124 art. 49). Nobody is too late."""
    if given.vehicle is None or given.vehicle.inspected_until is None:
        return None
    return given.today >= opens_on(given.vehicle.inspected_until, judged_on=given.today)


NOT_REGISTERED: Final = Check(
    "C-NEW",
    Title("未注册登记核对", "Never registered"),
    "R-REGISTERED-BEFORE",
    Title(
        zh="该机动车已经办理注册登记，不能再次注册登记。所有权转移的，请申请转移登记。",
        en="The vehicle is registered already. If it has changed hands, apply for the transfer.",
    ),
    _not_registered,
)
INSURED: Final = replace(INSURANCE, judge=_insured)
OF_THE_OWNER: Final = (IDENTITY, OWNERSHIP)
"""What the register says of the owner is not asked of whoever becomes the owner."""
SETTLED: Final = VIOLATIONS
CONFORMITY: Final = Check(
    "C-INSPECT",
    Title("机动车查验", "Physical check of the vehicle"),
    "R-INSPECT",
    Title(
        zh="机动车查验不合格：车辆识别代号、外廓或者安全装置与凭证不符。请整改或者更正凭证后重新查验。",
        en="The vehicle differs from its papers in its VIN, its shape or its safety equipment. "
        "Put that right and have it checked again.",
    ),
)
FOR_RESCUE: Final = Check(
    "C-AMBULANCE",
    Title("救护车使用性质核对", "Used as an ambulance"),
    "R-AMBULANCE-USE",
    Title(
        zh="使用性质不是救护，不能按救护车注册登记。请更正使用性质，或者申请注册登记。",
        en="It is not used as an ambulance. Correct the use, or apply for an ordinary "
        "registration.",
    ),
    _for_rescue,
)
MARKED: Final = Check(
    "C-MARKING",
    Title("标志图案、标志灯具和警报器核查", "Marking, lamps and siren"),
    "R-MARKING",
    Title(
        zh="救护车的标志图案、标志灯具或者警报器不符合规定。请按照规定喷涂、安装后重新查验。",
        en="Marking, lamps or siren of the ambulance are not as prescribed. Have them fitted as "
        "prescribed, and the vehicle checked again.",
    ),
)
ANOTHER_OWNER: Final = Check(
    "C-TRANSFER",
    Title("转移双方核对", "Another owner"),
    "R-SAME-OWNER",
    Title(
        zh="申请人就是登记的机动车所有人，无须办理转移登记。请由现机动车所有人申请。",
        en="The applicant is the registered owner, so nothing passes. The new owner applies.",
    ),
    _another_owner,
)
COUNTY: Final = Check(
    "C-COUNTY",
    Title("县级车辆管理所办理范围核对", "What a county office may do"),
    "R-COUNTY",
    Title(
        zh="县级车辆管理所不办理进口机动车、危险化学品运输车、校车、中型以上载客汽车的登记业务。请到"
        "登记地省辖市车辆管理所办理。",
        en="County offices do not register imported vehicles, vehicles for dangerous goods, school "
        "buses or larger buses. Please go to the vehicle office of the prefecture.",
    ),
    _county_may,
)
MAY_END: Final = replace(VEHICLE_STATE, judge=_may_end)
MARK_OPEN: Final = Check(
    "C-MARK-TIME",
    Title("检验合格标志申请时间核对", "Within three months of the end"),
    "R-MARK-EARLY",
    Title(
        zh="尚未到可以申请的时间。检验有效期满前三个月内方可申请检验合格标志，请届时再申请。",
        en="It is too early. The mark can be applied for in the last three months of its validity.",
    ),
    _mark_open,
)
SCHOOL_BUS: Final = Check(
    "C-SCHOOL-BUS",
    Title("校车使用性质核对", "Registered as a school bus"),
    "R-SCHOOL-BUS",
    Title(
        zh="该机动车登记的使用性质不是校车，不予核发校车标牌。请先申请变更登记。",
        en="The vehicle is not registered as a school bus, so it gets no school-bus plate. Apply "
        "for the change of registration first.",
    ),
    _is_school_bus,
)
INSPECTION_RUNS: Final = Check(
    "C-MARK",
    Title("检验有效期核对", "Inspection valid"),
    "R-MARK",
    Title(
        zh="机动车不在检验有效期内。请检验合格后再申请。",
        en="The inspection of the vehicle is overdue. Have it inspected, then apply again.",
    ),
    _inspection_runs,
)
OTHER_USE: Final = Check(
    "C-USE",
    Title("变更后使用性质核对", "Another use"),
    "R-SAME-USE",
    Title(
        zh="变更后的使用性质与登记的使用性质相同，无须办理变更登记。请核对变更事项。",
        en="The vehicle is registered for this use already. Check what has changed.",
    ),
    _other_use,
)
MOVED_OUT_BEFORE: Final = Check(
    "C-ARRIVAL",
    Title("转出登记核对", "Moved out before"),
    "R-NOT-MOVED-OUT",
    Title(
        zh="该机动车尚未在原登记地办理转出，不能办理转入。请先到原登记地车辆管理所办理转出。",
        en="The vehicle has not moved out of its office of registration yet. Have that done there "
        "first.",
    ),
    _moved_out_before,
)
WRONG_ENTRY: Final = Check(
    "C-ENTRY",
    Title("登记事项错误核实", "Entered wrongly"),
    "R-ENTRY-RIGHT",
    Title(
        zh="经核实，登记事项与原始凭证一致，不予更正。需要改变登记事项的，请申请变更登记。",
        en="What was entered agrees with the original papers, so nothing is corrected. If the "
        "vehicle has changed since, apply for the change of registration.",
    ),
)
