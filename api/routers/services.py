"""What can be applied for."""

from random import SystemRandom
from typing import Any, TypedDict

from fastapi import APIRouter, Depends

from api.dependencies import TheDesk, TheLanguage
from api.form_schema import form_schema
from api.language import Language
from api.openapi.answer import Answer, TypedRoute
from api.permissions import public
from api.problems import Problem
from api.views.service_guide import ServiceGuideView, service_guide
from domain.offices.tree import REGIONS
from domain.services.archetype import Archetype
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.services.choices import UserKind
from domain.services.guide import guide_of
from domain.services.instead import instead_of
from domain.services.service import Group, Service

router = APIRouter(
    prefix="/services", tags=["services"], dependencies=[Depends(public())], route_class=TypedRoute
)


class ServiceBrief(TypedDict):
    """A service by name. ``law`` is left empty where nobody has read its text.

    No applications are taken for one that is not ``open``, and ``instead`` says where to go.
    """

    code: str
    number: str
    group: Group
    archetype: Archetype
    title: str
    law: str | None
    open: bool
    instead: str | None
    automatic: bool
    user_kinds: list[UserKind]


class TitledCode(TypedDict):
    """A code and what it means."""

    code: str
    title: str


class ServiceView(ServiceBrief):
    """A service with its guide, the JSON Schema of its form, and an application in order."""

    checks: list[TitledCode]
    guide: ServiceGuideView
    form: dict[str, Any]
    example: dict[str, Any]
    regions: list[TitledCode]


@router.get("", operation_id="listServices", summary="The services, in the order of their numbers")
async def services(desk: TheDesk, language: TheLanguage) -> Answer[list[ServiceBrief]]:
    return Answer(
        [_brief(service, language) for service in desk.catalogue.values() if not service.at_window]
    )


@router.get("/{code}", operation_id="getService", summary="One service, its form and an example")
async def service(code: str, desk: TheDesk, language: TheLanguage) -> Answer[ServiceView]:
    """Describes a service. ``POST /api/v1/applications`` takes its ``example`` while it is open.

    The numbers of the example are drawn anew for each answer, so no two are in each other's way.
    """
    found = desk.catalogue.get(code)
    if found is None:
        raise Problem("not-found", 404)
    view: ServiceView = {
        **_brief(found, language),
        "checks": [{"code": c.code, "title": c.title.text(language)} for c in found.checks],
        "guide": service_guide(guide_of(found, desk.today), language),
        "form": form_schema(found.form),
        "example": with_fresh_numbers(found.example(desk.today), SystemRandom()),
        "regions": [{"code": r.code, "title": r.title.text(language)} for r in REGIONS.values()],
    }
    return Answer(view)


def _brief(service: Service[Any], language: Language) -> ServiceBrief:
    instead = instead_of(service)
    return {
        "code": service.code,
        "number": service.number,
        "group": service.group,
        "archetype": service.archetype,
        "title": service.title.text(language),
        "law": service.law.citation(language),
        "open": service.open,
        "instead": instead.text(language) if instead else None,
        "automatic": service.automatic,
        "user_kinds": sorted(service.user_kinds),
    }
