"""A file for a spreadsheet, as an answer that nobody keeps."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

_TYPE: Final = "text/csv; charset=utf-8; header=present"


def csv_answer(content: bytes, name: str, more: Mapping[str, str] | None = None) -> Response:
    """The file is called ``name``, without its ending. ``more`` are further headers."""
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="{name}.csv"',
        **(more or {}),
    }
    return Response(content, headers=headers, media_type=_TYPE)
