"""Reads the fields that a person sent from one of our pages."""

from urllib.parse import urlsplit

from starlette.requests import Request

from api.form_body import read_fields
from api.problems import Problem


async def fields(request: Request) -> dict[str, str]:
    """Reads what was filled in.

    Raises 403 for a form that stands on another site, or does not say where it stands. With
    ``SameSite`` cookies this keeps others from acting in a visitor's name.
    """
    origin = request.headers.get("origin", "")
    if urlsplit(origin).netloc != request.headers.get("host"):
        raise Problem("form-origin", 403)
    return read_fields(await request.body())
