"""What can be applied for."""

from typing import Any

from fastapi import APIRouter, Depends

from api.dependencies import TheDesk, TheLanguage
from api.language import Language
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import REGIONS
from domain.services.service import Service

router = APIRouter(prefix="/services", tags=["services"], dependencies=[Depends(public())])


@router.get("", operation_id="listServices", summary="The services, in the order of their numbers")
async def services(desk: TheDesk, language: TheLanguage) -> list[dict[str, Any]]:
    return [_brief(service, language) for service in desk.catalogue.values()]


@router.get("/{code}", operation_id="getService", summary="One service, its form and an example")
async def service(code: str, desk: TheDesk, language: TheLanguage) -> dict[str, Any]:
    """Describes a service. ``POST /api/v1/applications`` takes its ``example`` today."""
    found = desk.catalogue.get(code)
    if found is None:
        raise Problem("not-found", 404)
    return {
        **_brief(found, language),
        "checks": [{"code": c.code, "title": c.title.text(language)} for c in found.checks],
        "form": found.form.model_json_schema(),
        "example": found.example(desk.today),
        "regions": [{"code": r.code, "title": r.title.text(language)} for r in REGIONS.values()],
    }


def _brief(service: Service[Any], language: Language) -> dict[str, Any]:
    return {
        "code": service.code,
        "number": service.number,
        "group": service.group,
        "archetype": service.archetype,
        "title": service.title.text(language),
        "law": service.law.citation(language),
        "automatic": service.automatic,
        "user_kinds": sorted(service.user_kinds),
    }
