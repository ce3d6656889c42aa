"""What can be applied for."""

from typing import Any

from fastapi import APIRouter, Depends

from api.dependencies import TheLanguage, TheParts
from api.language import Language
from api.permissions import public
from api.problems import Problem
from domain.offices.tree import REGIONS
from domain.services.service import Service

router = APIRouter(prefix="/services", tags=["services"], dependencies=[Depends(public())])


@router.get("", operation_id="listServices", summary="The services, in the order of their numbers")
async def services(parts: TheParts, language: TheLanguage) -> list[dict[str, Any]]:
    return [_brief(service, language) for service in parts.catalogue.values()]


@router.get("/{code}", operation_id="getService", summary="One service, its form and an example")
async def service(code: str, parts: TheParts, language: TheLanguage) -> dict[str, Any]:
    """Describes a service. ``POST /api/v1/applications`` takes its ``example`` today."""
    found = parts.catalogue.get(code)
    if found is None:
        raise Problem("not-found", 404)
    return {
        **_brief(found, language),
        "checks": [{"code": c.code, "title": c.title.text(language)} for c in found.checks],
        "form": found.form.model_json_schema(),
        "example": found.example(parts.today),
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
