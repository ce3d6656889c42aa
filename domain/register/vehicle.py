"""What the register has of a vehicle."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec

from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.identifiers.plate import PlateKind
from domain.register.document import IssuedDocument, TakenBack, VoidDocument


class UseNature(Choice):
    """What the vehicle is used for 使用性质."""

    NON_OPERATING = "non_operating", "非营运", "private"
    ROAD_PASSENGER = "road_passenger", "公路客运", "road passenger transport"
    CITY_BUS = "city_bus", "公交客运", "city bus"
    TAXI = "taxi", "出租客运", "taxi"
    TOURISM = "tourism", "旅游客运", "tourism"
    FREIGHT = "freight", "货运", "freight"
    RENTAL = "rental", "租赁", "rental"
    TRAINING = "training", "教练", "training"
    SCHOOL_BUS = "school_bus", "校车", "school bus"
    POLICE = "police", "警用", "police"
    FIRE = "fire", "消防", "fire service"
    AMBULANCE = "ambulance", "救护", "ambulance"
    DANGEROUS_GOODS = "dangerous_goods", "危险化学品运输", "transport of dangerous goods"
    RESCUE = "rescue", "工程救险", "rescue"


class VehicleType(Choice):
    """The types that the rules tell apart 车辆类型."""

    SEDAN = "sedan", "小型、微型轿车", "sedan"
    SMALL_PASSENGER = "small_passenger", "小型、微型载客汽车", "small passenger car"
    VAN = "van", "面包车", "van"
    LARGE_PASSENGER = "large_passenger", "大型、中型载客汽车", "large or medium passenger car"
    TRUCK = "truck", "载货汽车", "truck"
    MOTORCYCLE = "motorcycle", "摩托车", "motorcycle"
    TRAILER = "trailer", "挂车", "trailer"
    SPECIAL = "special", "专项作业车、特型机动车", "special vehicle"
    OTHER = "other", "其他机动车", "another vehicle"


class Energy(Choice):
    """What drives the vehicle 能源种类."""

    FUEL = "fuel", "传统燃料", "fuel"
    BEV = "bev", "纯电动", "battery electric"
    PHEV = "phev", "插电式混合动力", "plug-in hybrid"
    FCEV = "fcev", "燃料电池", "fuel cell"


class VehicleState(Choice):
    """The letters by which the register says what has become of a vehicle. It may have several."""

    NORMAL = "A", "正常", "normal"
    MOVED_OUT = "B", "转出", "moved out"
    STOLEN = "C", "被盗抢", "stolen"
    STANDING = "D", "停驶", "out of use"
    CANCELLED = "E", "注销", "cancelled"
    VIOLATION_OPEN = "G", "违法未处理", "violation open"
    CUSTOMS = "H", "海关监管", "under customs control"
    ACCIDENT_OPEN = "I", "事故未处理", "accident open"
    SUSPECT = "J", "嫌疑车", "suspect"
    SEIZED = "K", "查封", "seized"
    DETAINED = "L", "暂扣", "detained"
    CANCELLED_BY_FORCE = "M", "强制注销", "cancelled by force"
    FLED = "N", "事故逃逸", "fled from an accident"
    LOCKED = "O", "锁定", "locked"
    SCRAPPED = "P", "达到报废标准公告牌证作废", "due for scrapping, documents void"
    INSPECTION_OVERDUE = "Q", "逾期未检验", "inspection overdue"


class Alteration(Choice):
    """What of a registered vehicle is another one than before 变更登记."""

    COLOUR = "colour", "改变车身颜色", "colour of the body"
    ENGINE = "engine", "更换发动机", "engine"
    BODY = "body", "更换车身或者车架", "body or frame"
    WHOLE = "whole", "因质量问题更换整车", "the whole vehicle, for its defects"
    USE = "use", "使用性质改变", "use"


class DeregistrationGround(Choice):
    """Why the registration of a vehicle is cancelled 注销登记."""

    SCRAPPED = "scrapped", "报废", "scrapped"
    LOST = "lost", "灭失", "destroyed or lost"
    ABROAD = "abroad", "因故不在我国境内使用", "no longer used in the country"
    RETURNED = "returned", "因质量问题退车", "returned for its defects"


class TemporaryPlate(msgspec.Struct, frozen=True, gc=False):
    """A temporary plate. ``counted`` says whether it counts towards the three of 124 art. 46."""

    issued_on: date
    valid_to: date
    counted: bool = True


class Mortgage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A mortgage that is registered. Whose it is stands sealed in its ``case``, if we know it."""

    mortgaged_on: date
    case: UUID | None = None


class VehicleRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A vehicle as it is registered. ``owner`` and ``owner_name`` are blind indexes.

    So are ``vin`` and ``plate_no``, which stands for the number and its kind. They are None where
    the register does not tell them.
    ``registered_on`` is None for one that was never registered. ``inspected_until`` is the last
    day of the month of validity, ``taxed_through`` the last year for which the vehicle tax is
    paid. ``injury`` says that an accident with it has hurt or killed somebody.
    """

    owner: Annotated[bytes, HIDDEN]
    owner_name: Annotated[bytes, HIDDEN]
    office: str
    type: VehicleType
    use: UseNature
    seats: int
    energy: Energy = Energy.FUEL
    vin: Annotated[bytes | None, HIDDEN] = None
    plate_no: Annotated[bytes | None, HIDDEN] = None
    plate_kind: PlateKind | None = None
    states: frozenset[VehicleState] = frozenset({VehicleState.NORMAL})
    made_on: date | None = None
    registered_on: date | None = None
    inspected_until: date | None = None
    insured_from: date | None = None
    insured_until: date | None = None
    taxed_through: int | None = None
    tax_exempt: bool = False
    injury: bool = False
    temporary_plates: tuple[TemporaryPlate, ...] = ()
    issued: tuple[IssuedDocument, ...] = ()
    void: tuple[VoidDocument, ...] = ()
    taken_back: tuple[TakenBack, ...] = ()
    mortgage: Mortgage | None = None
