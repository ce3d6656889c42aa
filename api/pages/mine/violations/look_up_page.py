"""``/mine/violations``: the violations of one's own vehicle. No number stands in an address."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import Arrived, TheDesk
from api.desk import Desk
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.prefilled import prefilled
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.pages.mine.penal_services import of_violations
from api.pages.mine.violations.found import MOST, FoundViolation, entries_about, found_of
from api.pages.mine.violations.own_vehicle import ASKED, plate_of_his, read
from api.problems import Problem
from domain.identifiers.plate import PlateKind
from domain.register.port import RegisterAway
from domain.titles import Title

_PATH: Final = f"{HOME}/violations"
_NOT_HIS: Final = Title(
    "登记信息中没有以您为所有人的这辆机动车，请对照行驶证核对后重新填写。",
    "The register has no such vehicle of yours. Compare it with the driving permit.",
)
_AWAY: Final = Title("登记信息暂时无法查询，请稍后再试。", "The register does not answer just now.")

router = APIRouter(route_class=OwnRoute)


@router.get(_PATH)
async def ask(desk: TheDesk, applicant: TheApplicant, viewer: TheViewer) -> Response:
    return _shown(desk, viewer, {}, {})


@router.post(_PATH)
async def look_up(
    request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer, arrived: Arrived
) -> Response:
    """Shows what may be looked up of a vehicle of his."""
    sent = await fields(request)
    asked, wrong = read(desk, applicant, sent)
    if asked is None:
        return _shown(desk, viewer, sent, wrong)
    try:
        plate = await plate_of_his(desk, applicant, asked)
    except RegisterAway:
        return _shown(desk, viewer, sent, {"vin": _AWAY})
    if plate is None:
        return _shown(desk, viewer, sent, {"vin": _NOT_HIS})
    found = await found_of(desk, applicant, plate, asked, viewer.language)
    return _shown(desk, viewer, sent, {}, found)


@router.post(f"{_PATH}/handle")
async def handle(
    request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Begins the application with what is on record, if the vehicle is still his."""
    sent = await fields(request)
    asked, wrong = read(desk, applicant, sent)
    if asked is None:
        return _shown(desk, viewer, sent, wrong)
    try:
        plate, stream = await plate_of_his(desk, applicant, asked), UUID(sent.get("violation", ""))
    except RegisterAway:
        return _shown(desk, viewer, sent, {"vin": _AWAY})
    except ValueError:
        raise Problem("not-found", 404) from None
    entries = await entries_about(desk, plate, asked, stream) if plate else None
    if entries is None:
        raise Problem("not-found", 404)
    return RedirectResponse(await prefilled(desk, applicant, of_violations().code, entries), 303)


def _shown(
    desk: Desk,
    viewer: Viewer,
    sent: Mapping[str, str],
    wrong: Mapping[str, Title],
    found: Sequence[FoundViolation] | None = None,
) -> Response:
    """The form, and what was found for what was filled in."""
    kept = {name: sent.get(name, "") for name in ASKED}
    kinds = [kind for kind in PlateKind if kind is not PlateKind.TEMPORARY]
    return render(
        viewer,
        "mine/violations.html",
        422 if wrong else 200,
        resend=kept if sent else None,
        sent=kept,
        errors={name: title.text(viewer.language) for name, title in wrong.items()},
        kinds=[(kind.value, kind.text(viewer.language)) for kind in kinds],
        known=desk.register is not None,
        found=found,
        most=MOST,
    )
