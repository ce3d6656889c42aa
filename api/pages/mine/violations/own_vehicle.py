"""Whether a vehicle is his who asks: the register says so, and his sign-in says who he is."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from api.desk import Desk
from api.identity import Identity
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from domain.identifiers import plate, resident_id, vin
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind
from domain.register.port import Inquiry
from domain.titles import Title
from domain.vault import Purpose
from domain.violations.capture import plate_key

ASKED: Final = ("id_no", "plate_kind", "plate_no", "vin")
_WRONG: Final[Mapping[str, Title]] = {
    "id_no": Title("请填写本人的公民身份号码。", "Give your own identity number."),
    "plate_kind": Title("请选择号牌种类。", "Choose the kind of plate."),
    "plate_no": Title(
        "请填写河南号牌的完整号码，例如豫A12345。",
        "Give the whole number of a plate of Henan, such as 豫A12345.",
    ),
    "vin": Title(
        "请填写17位车辆识别代号，见行驶证。",
        "Give the 17 characters of the vehicle identification number, as on the driving permit.",
    ),
}


class VehicleAsked(NamedTuple):
    """What he has filled in, as it can be read: of whom, and of which vehicle."""

    id_no: str
    plate_kind: PlateKind
    plate_no: str
    vin: str


def read(
    desk: Desk, applicant: Identity, sent: Mapping[str, str]
) -> tuple[VehicleAsked | None, Mapping[str, Title]]:
    """What was filled in, or what is wrong with each field. A number that is not his is wrong."""
    wrong: dict[str, Title] = {}
    found: dict[str, str] = {}
    try:
        found["id_no"] = resident_id.parse(sent.get("id_no", ""), desk.today).text
        own = desk.index.all_of(Purpose.ID_NO, found["id_no"])
        if not applicant.id_indexes.intersection(own):
            wrong["id_no"] = _WRONG["id_no"]
    except InvalidIdentifier:
        wrong["id_no"] = _WRONG["id_no"]
    kind = PlateKind.SMALL_CAR
    try:
        kind = PlateKind(sent.get("plate_kind", ""))
    except ValueError:
        wrong["plate_kind"] = _WRONG["plate_kind"]
    try:
        found["plate_no"] = plate.parse(kind, sent.get("plate_no", ""), on=desk.today).text
    except InvalidIdentifier:
        wrong["plate_no"] = _WRONG["plate_no"]
    try:
        found["vin"] = vin.parse(sent.get("vin", ""), imported=True).text
    except InvalidIdentifier:
        wrong["vin"] = _WRONG["vin"]
    return (None, wrong) if wrong else (VehicleAsked(plate_kind=kind, **found), {})


async def plate_of_his(desk: Desk, applicant: Identity, asked: VehicleAsked) -> bytes | None:
    """The index of the plate, if the register has the vehicle as his. None for any other.

    Whoever asks for vehicles that are not his is soon told to come later. Raises
    :class:`~domain.register.port.RegisterAway` if the register does not answer.
    """
    if desk.register is None:
        return None
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, applicant.principal))
    found = await desk.register.ask(Inquiry(id_no=asked.id_no, vin=asked.vin))
    index = desk.names.of(Purpose.PLATE, plate_key(asked.plate_kind, asked.plate_no))
    owner = desk.names.of(Purpose.ID_NO, asked.id_no)
    vehicle = found.vehicle
    if vehicle is None or vehicle.owner != owner or vehicle.plate_no != index:
        await attempt.wrong()
        return None
    await attempt.void()
    return index
