"""The mark of a personal field. The field is sealed, and the published schema says so."""

from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Personal:
    """It stands in ``Annotated`` beside the type, and appears as ``x-personal: true``."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {**handler(schema), "x-personal": True}


PERSONAL: Final = Personal()


@cache
def personal_fields(model: type[BaseModel]) -> frozenset[str]:
    """Finds the fields of the model that are personal themselves, not those of its blocks."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if PERSONAL in field.metadata or _marked(field.annotation)
    )


def _marked(annotation: Any) -> bool:
    return annotation is PERSONAL or any(_marked(part) for part in get_args(annotation))
