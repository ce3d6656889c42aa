"""A vehicle as the register has it."""

from datetime import date
from typing import Annotated, Final

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.register.contact import FiledContact
from domain.register.extension import ExtendedDeadline
from domain.register.vehicle import UseNature, VehicleRecord, VehicleType
from domain.titles import Title
from domain.vehicles.events import SinceEntered

_NOTHING: Final = VehicleRecord(
    owner=b"",
    owner_name=b"",
    office="",
    type=VehicleType.OTHER,
    use=UseNature.NON_OPERATING,
    seats=0,
)


class VehicleStage(Choice):
    """``NEW`` is the vehicle before its first event, and is never stored."""

    NEW = "new", "未登记在册", "Not on record"
    ON_RECORD = "on_record", "已登记在册", "On record"


class VehicleOnRecord(State, frozen=True):
    """Before the first event the record says nothing, and nobody reads it.

    Every temporary plate that was good up to ``plates_void_through`` or an earlier day is void,
    and nothing more happens because of it. ``missed`` is the last day of the inspection mark that
    has lapsed, and ``extended`` are the deadlines that would have passed but for a relief.
    ``entered`` is the record, and ``entered_contact`` the contact, as they stood when it was
    entered as a whole, and ``since`` is what has changed it.
    """

    stage: VehicleStage = VehicleStage.NEW
    record: Annotated[VehicleRecord, Title("登记信息", "record")] = _NOTHING
    contact: Annotated[FiledContact | None, Title("联系方式备案", "contact filed")] = None
    plates_void_through: Annotated[date, HIDDEN] = date.min
    missed: Annotated[date | None, HIDDEN] = None
    extended: Annotated[tuple[ExtendedDeadline, ...], Title("已延长的期限", "extended")] = ()
    entered: Annotated[VehicleRecord | None, HIDDEN] = None
    entered_contact: Annotated[FiledContact | None, HIDDEN] = None
    since: Annotated[tuple[SinceEntered, ...], HIDDEN] = ()
