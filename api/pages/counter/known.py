"""What the register has of whoever stands at the window, and of his vehicle or licence."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, NamedTuple

from msgspec import structs

from api.day_text import day_text
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.counter.entered import WindowApplication
from api.pages.kit.places import office_text
from api.pages.kit.questionnaire.answers import written
from api.rates.buckets import LOOKUPS
from api.rates.guesses import Drawn
from api.security.events import PERSON_LOOKED_UP
from api.security.log import noted
from domain.identifiers import document_number, plate, vin
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.plate import PlateKind
from domain.register.licence import LicenceRecord
from domain.register.port import Inquiry, RegisterAway, RegisterExtract
from domain.register.vehicle import VehicleRecord
from domain.titles import Title
from domain.vault import Purpose

ID_NO: Final = "applicant.id_no"
OF_WHOM: Final = "known_of"
"""The field that says of which numbers the register was asked."""

Fact = tuple[str, str, bool]
"""Its name, what the register says, and whether that speaks against the application."""

_OWNER: Final = Title("所有人与申请人", "Owner and applicant")
_NAME: Final = Title("姓名与登记信息", "Name and the register")
_SAME: Final = Title("一致", "the same")
_OTHER: Final = Title("不一致", "not the same")
_TYPE: Final = Title("车辆类型", "Type")
_USE: Final = Title("使用性质", "Use")
_STATE: Final = Title("状态", "State")
_INSPECTED: Final = Title("检验有效期至", "Inspected until")
_OFFICE: Final = Title("登记（核发）机关", "Office")
_CLASSES: Final = Title("准驾车型", "Classes")
_UNTIL: Final = Title("有效期至", "Valid until")
_LONG: Final = Title("长期", "no last day")
_MORTGAGE: Final = Title("抵押", "Mortgage")
_MORTGAGED: Final = Title("已抵押", "mortgaged")


class RegisterSays(NamedTuple):
    """``entered`` is the application with what need not be asked. ``vehicle`` and ``licence`` are
    facts about them, and ``away`` says that the register does not answer.
    """

    entered: WindowApplication
    vehicle: list[Fact]
    licence: list[Fact]
    away: bool = False


async def consulted(
    desk: Desk, identity: Identity, entered: WindowApplication, language: Language
) -> RegisterSays:
    """Asks the register by the numbers that were entered so far, and says in the log that it did.

    Whoever asks for numbers that are not there is soon told to come later.
    """
    inquiry = _inquiry(entered)
    if inquiry is None or desk.register is None:
        return RegisterSays(entered, [], [], away=desk.register is None)
    attempt = await desk.guesses.attempt(Drawn(LOOKUPS, identity.principal))
    try:
        found = await desk.register.ask(inquiry)
    except RegisterAway:
        await attempt.void()
        return RegisterSays(entered, [], [], away=True)
    some = found.vehicle or found.licence
    await (attempt.void() if some else attempt.wrong())
    noted(PERSON_LOOKED_UP, purpose=Purpose.ID_NO, found=int(some is not None))
    return RegisterSays(
        _with(entered, inquiry, found),
        [*_of_vehicle(desk, entered, inquiry, found.vehicle, language)] if found.vehicle else [],
        [*_of_licence(desk, entered, found.licence, language)] if found.licence else [],
    )


def _inquiry(entered: WindowApplication) -> Inquiry | None:
    """The numbers that can be read. What the service is not about is not asked for."""
    given, parts = entered.entries, entered.row.matter.parts
    try:
        id_no = document_number.parse(given.get(ID_NO, "")).text
    except InvalidIdentifier:
        return None
    about: dict[str, str] = {}
    if "vehicle" in parts:
        with suppress(InvalidIdentifier):
            about["vin"] = vin.parse(given.get("vehicle.vin", ""), imported=True).text
        with suppress(InvalidIdentifier, ValueError):
            kind = PlateKind(given.get("vehicle.plate_kind", ""))
            read = plate.parse(kind, given.get("vehicle.plate_no", ""), on=entered.today)
            about["plate"] = f"{read.kind}:{read.text}"
    if "licence" in parts:
        about["licence_no"] = id_no
    return Inquiry(
        id_no=id_no,
        plate=about.get("plate"),
        vin=about.get("vin"),
        licence_no=about.get("licence_no"),
    )


def asked_about(entered: WindowApplication) -> str:
    """The numbers of which the register is asked. Where they change, what it said is void."""
    names = (ID_NO, "vehicle.plate_kind", "vehicle.plate_no", "vehicle.vin")
    return " ".join(entered.draft.entries.get(name, "") for name in names)


def _with(
    entered: WindowApplication, inquiry: Inquiry, found: RegisterExtract
) -> WindowApplication:
    values: dict[str, Any] = {}
    if found.licence:
        values["licence.licence_no"] = inquiry.licence_no
        values["classes"] = "".join(found.licence.classes)
    if found.vehicle:
        values["vehicle.use_nature"] = found.vehicle.use
    asked = [each for each in entered.questions if each.path in values]
    entries = {
        name: text for each in asked for name, text in written(each, values[each.path]).items()
    }
    draft = structs.replace(
        entered.draft,
        entries={**entered.draft.entries, **entries},
        known=tuple(each.path for each in asked),
    )
    return replace(entered, draft=draft)


def _of_vehicle(
    desk: Desk,
    entered: WindowApplication,
    inquiry: Inquiry,
    record: VehicleRecord,
    language: Language,
) -> Iterator[Fact]:
    if not entered.row.names_registrant:
        owner = desk.names.of(Purpose.ID_NO, inquiry.id_no) == record.owner
        yield _compared(_OWNER, language, same=owner)
    yield _TYPE.text(language), record.type.text(language), False
    yield _USE.text(language), record.use.text(language), False
    yield _states(record.states, language)
    if record.inspected_until:
        late = record.inspected_until < desk.today
        yield _INSPECTED.text(language), day_text(record.inspected_until, language), late
    if record.mortgage:
        yield _MORTGAGE.text(language), _MORTGAGED.text(language), True
    yield _OFFICE.text(language), office_text(record.office, language), False


def _of_licence(
    desk: Desk, entered: WindowApplication, record: LicenceRecord, language: Language
) -> Iterator[Fact]:
    if name := entered.entries.get("applicant.name"):
        yield _compared(
            _NAME, language, same=desk.names.of(Purpose.NAME, name) == record.holder_name
        )
    yield _CLASSES.text(language), "".join(record.classes), False
    until = day_text(record.valid_until, language) if record.valid_until else _LONG.text(language)
    late = record.valid_until is not None and record.valid_until < desk.today
    yield _UNTIL.text(language), until, late
    yield _states(record.states, language)
    yield _OFFICE.text(language), office_text(record.office, language), False


def _states(states: Any, language: Language) -> Fact:
    """Whatever is not the one state in which nothing is wrong is worth a second look."""
    gap = "、" if language == "zh" else ", "
    words = gap.join(sorted(each.text(language) for each in states))
    return _STATE.text(language), words, {each.value for each in states} != {"A"}


def _compared(title: Title, language: Language, *, same: bool) -> Fact:
    return title.text(language), (_SAME if same else _OTHER).text(language), not same
