"""What of his form an applicant is shown again."""

from collections.abc import Mapping
from typing import Any, Final

from api.language import Language
from api.pages.kit.sealed_parts import SEALED_PARTS
from domain.services.blocks.applicant.identity import IdType
from domain.services.blocks.applicant.words import NAME, PERSON_NAME, UNIT_NAME
from domain.services.texts import FIELDS

_SHOWN: Final = {
    "applicant": ("name", "id_no", "mobile"),
    "vehicle": ("plate_no", "plate_kind", "brand_model", "vehicle_type"),
    "licence": ("licence_no", "classes"),
    "delivery": ("recipient_name", "recipient_mobile", "address"),
}


def person_rows(
    parts: Mapping[str, Mapping[str, Any]], language: Language
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Masked parts as headings with rows of name and value, fit for a page."""
    shown = []
    for part, fields in _SHOWN.items():
        rows = [
            _row(f"{part}.{field}", parts[part][field], parts[part].get("id_type"), language)
            for field in fields
            if field in parts.get(part, {})
        ]
        if rows:
            shown.append((SEALED_PARTS[part].text(language), rows))
    return shown


def _row(path: str, value: Any, id_type: str | None, language: Language) -> tuple[str, str]:
    field = FIELDS[path]
    title = field.title
    if title == NAME and id_type:
        title = UNIT_NAME if id_type == IdType.USCC else PERSON_NAME
    choice = field.choices.get(value)
    return (
        title.text(language) if title else path,
        choice.text(language) if choice else str(value),
    )
