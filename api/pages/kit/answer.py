"""Makes an answer of a template."""

from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from api.pages.kit import assets, formats
from api.pages.kit.viewer import Viewer

TEMPLATES: Final = Environment(
    loader=FileSystemLoader(str(files("api.pages"))),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_HEADERS: Final = {
    "cache-control": "no-store",
    "vary": "accept-language, cookie",
    # Under no-referrer a browser names no origin when it posts a form, and the form is refused.
    "referrer-policy": "same-origin",
}
_TAGS: Final = {"zh": "zh-CN", "en": "en"}


def render(
    viewer: Viewer,
    template: str,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **content: Any,
) -> HTMLResponse:
    """Renders a template. It has ``say(zh, en)`` and :mod:`api.pages.kit.formats` at hand."""
    tag = _TAGS[viewer.language]
    html = TEMPLATES.get_template(template).render(
        viewer=viewer,
        say=viewer.say,
        tag=tag,
        asset=assets.address,
        number=formats.number,
        share=formats.share,
        days=formats.days,
        yuan=lambda fen: formats.yuan(fen, viewer.language),
        day=lambda value: formats.day(value, viewer.language),
        moment=lambda value: formats.moment(value, viewer.language),
        exact=lambda value: formats.moment(value, viewer.language, exact=True),
        ago=lambda seconds: formats.ago(seconds, viewer.language),
        **content,
    )
    answer = HTMLResponse(html, status, {**_HEADERS, "content-language": tag, **(headers or {})})
    viewer.remember(answer)
    return answer
