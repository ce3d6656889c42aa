"""What is open where, as the API and the page show it alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, TypedDict

from api.desk import Desk
from api.views.halls import HallTold, hall_told
from api.views.window_decision import DecisionView, decision_view
from domain.door.refusals import NotFound
from domain.halls.doors import Doors
from domain.offices.business import DONE_AT, WindowBusiness, WindowGroup
from domain.offices.office import OfficeKind, OfficeRecord
from domain.offices.tree import CONTACTS, OFFICES, REGIONS
from domain.people import system
from domain.prefectures.openness import Openness, Why, openness
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import Prefecture, stream_of
from domain.services.catalogue import Catalogue
from domain.titles import Language, Title

_READER: Final = system("openings")
NO_HALLS: Final[Mapping[str, Doors]] = MappingProxyType({})
ONLINE: Final = Title(
    "网上业务照常受理，证件可以邮寄到家。",
    "Online services go on as always, and documents come by post.",
)


class TitledWhy(TypedDict):
    """A code and what it means, in both languages."""

    code: Why
    title: Title


class OpeningView(TypedDict):
    """One service or group of services at one office, on one day.

    ``synthetic``: telephone and hours are made up. ``online``: the service can be applied for
    without coming.

    ``open`` is what was decided of the window. ``hall`` is whether the doors of its hall stand open
    now. It is null on another day than today, for a window that is closed, and where the office
    keeps no hall of its own.
    """

    region: str
    office: str
    kind: OfficeKind
    office_title: Title
    service: str
    service_title: Title
    open: bool
    why: TitledWhy
    since: date | None
    decision: DecisionView | None
    telephones: list[str]
    hours: Title | None
    synthetic: bool
    online: bool
    hall: HallTold | None


class Openings(TypedDict):
    """What was asked, and the answer."""

    on: date
    openings: list[OpeningView]


@dataclass(frozen=True, slots=True)
class SoughtBusiness:
    """A service or a group as somebody asks for it.

    ``online``: it is applied for without coming, or one of the group needs no coming at all.
    """

    business: WindowBusiness
    title: Title
    online: bool


def asked_of(code: str, catalogue: Catalogue) -> SoughtBusiness | None:
    """A group of business or a service, by its code. A group goes before a service."""
    if code in set(WindowGroup):
        group = WindowGroup(code)
        online = any(each.ends_online and each.window is group for each in catalogue.values())
        return SoughtBusiness(WindowBusiness(group, group), group.words, online)
    if service := catalogue.get(code):
        return SoughtBusiness(service.business, service.title, service.online)
    return None


def groups(catalogue: Catalogue) -> list[SoughtBusiness]:
    """The six groups of business."""
    return [found for group in WindowGroup if (found := asked_of(group, catalogue))]


async def prefectures(desk: Desk, regions: Iterable[str]) -> Mapping[str, Prefecture]:
    """The prefectures as they stand in the log. One that decided nothing has not begun."""
    return {region: await _prefecture(desk, region) for region in regions}


async def _prefecture(desk: Desk, region: str) -> Prefecture:
    try:
        opened, _ = await desk.door.open(PREFECTURE, stream_of(region), _READER)
    except NotFound:
        return PREFECTURE.initial
    return opened.state


def offices_of(region: str | None, office: str | None) -> list[OfficeRecord]:
    """The offices that are asked about: one, those of a prefecture with windows, or the vehicle
    offices of all.
    """
    if office is not None:
        return [OFFICES[office]]
    if region is not None:
        return [o for o in OFFICES.values() if o.region_code == region and DONE_AT[o.kind]]
    return [OFFICES[code] for code in REGIONS]


def opening(
    office: OfficeRecord,
    asked: SoughtBusiness,
    prefecture: Prefecture,
    day: date,
    halls: Mapping[str, Doors] = NO_HALLS,
) -> tuple[Openness, OpeningView]:
    """What is told of one office and one service. ``halls`` are the doors by office."""
    found = openness(prefecture, office, asked.business, day)
    contact = CONTACTS[office.id]
    view: OpeningView = {
        "region": office.region_code,
        "office": office.id,
        "kind": office.kind,
        "office_title": office.title,
        "service": asked.business.code,
        "service_title": asked.title,
        "open": found.open,
        "why": {"code": found.why, "title": found.why.words},
        "since": found.since,
        "decision": decision_view(found.decision, prefecture) if found.decision else None,
        "telephones": list(contact.telephones),
        "hours": contact.hours,
        "synthetic": contact.synthetic,
        "online": asked.online,
        "hall": hall_told(halls[office.id]) if found.open and office.id in halls else None,
    }
    return found, view


def why_text(code: str, language: Language) -> str | None:
    """Why a window is open or closed, by its code. None for a code that is none."""
    found = next((each for each in Why if each == code), None)
    return found.text(language) if found else None


async def open_among(desk: Desk, code: str, offices: Sequence[str]) -> list[str]:
    """Those of the offices that are open for the service or group today."""
    sought = asked_of(code, desk.catalogue)
    assert sought
    regions = await prefectures(desk, {OFFICES[office].region_code for office in offices})
    return [
        office
        for office in offices
        if opening(OFFICES[office], sought, regions[OFFICES[office].region_code], desk.today)[
            0
        ].open
    ]


def openings(
    offices: Sequence[OfficeRecord],
    asked: Sequence[SoughtBusiness],
    states: Mapping[str, Prefecture],
    day: date,
    halls: Mapping[str, Doors] = NO_HALLS,
) -> list[OpeningView]:
    """All of them. What is not done at an office is left out, unless that is all there is."""
    every = [
        opening(office, each, states[office.region_code], day, halls)
        for office in offices
        for each in asked
    ]
    done = [view for found, view in every if found.why is not Why.NOT_DONE_HERE]
    return done or [view for _, view in every]
