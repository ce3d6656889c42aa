"""``/docs``: Swagger UI, from our own address, under a policy that names its inline script."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Final

import fastapi_offline
from fastapi import APIRouter, Depends, Request
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from api.pages.kit.page import Page
from api.pages.kit.viewer import TheViewer
from api.permissions import public

PATH: Final = "/docs"
_STATIC: Final = f"{PATH}/static"
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_FILES: Final = StaticFiles(directory=Path(fastapi_offline.__file__).parent / "static")
"""The files of Swagger UI, as they come with the library."""
_BANNER: Final = "padding: .45rem 1.5rem; background: #f0b429; text-align: center"

router = APIRouter(dependencies=[Depends(public())])

PAGE: Final = Page(router=router)


@router.get(PATH)
async def docs(viewer: TheViewer) -> HTMLResponse:
    page = get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="车管 Cheguan API",
        swagger_js_url=f"{_STATIC}/swagger-ui-bundle.js",
        swagger_css_url=f"{_STATIC}/swagger-ui.css",
        swagger_favicon_url=f"{_STATIC}/favicon.png",
    )
    if viewer.banner:
        shown = f'<body><aside style="{_BANNER}">{escape(viewer.banner)}</aside>'
        page = HTMLResponse(bytes(page.body).decode().replace("<body>", shown, 1))
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(script).digest()).decode()}'"
        for script in (found.encode() for found in _INLINE.findall(bytes(page.body).decode()))
    )
    page.headers["content-security-policy"] = (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
        "form-action 'self'"
    )
    return page


@router.get(f"{_STATIC}/{{name}}")
async def static(name: str, request: Request) -> Response:
    return await _FILES.get_response(name, request.scope)
