"""The JSON Schema of a form. It is made once, because that takes as long as many answers."""

from functools import cache
from typing import Any

from domain.services.form import Form


@cache
def form_schema(form: type[Form]) -> dict[str, Any]:
    """Everybody shares it, so nobody changes it."""
    return form.model_json_schema()
