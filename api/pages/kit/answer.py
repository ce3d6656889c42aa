"""Makes an answer of a template."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined
from starlette.responses import HTMLResponse

from api.pages.kit import assets, formats
from api.pages.kit.charts.drawing import drawing, spark
from api.pages.kit.charts.scale import written
from api.pages.kit.viewer import Viewer
from api.sum_text import sum_text
from domain.titles import counted


def _found() -> Iterator[tuple[str, str]]:
    """Every template. A tree that changes under a running service changes no page of it."""
    pages = files("api.pages")
    for page in (each for each in pages.iterdir() if each.is_dir()):
        yield from _within(page, page.name)


def _within(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _within(each, f"{name}/{each.name}")
        elif each.name.endswith(".html"):
            yield f"{name}/{each.name}", each.read_text("utf-8")


TEMPLATES: Final = Environment(
    loader=DictLoader(dict(_found())),
    auto_reload=False,
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
TEMPLATES.filters["capital"] = formats.capital
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
    resend: Mapping[str, str] | None = None,
    **content: Any,
) -> HTMLResponse:
    """Renders a template. It has ``say(zh, en)`` and :mod:`api.pages.kit.formats` at hand.

    The answer to a form is asked for again in another language or size with the same fields, which
    ``resend`` has: no address may show them.
    """
    tag = _TAGS[viewer.language]
    html = TEMPLATES.get_template(template).render(
        viewer=viewer,
        say=viewer.say,
        tag=tag,
        asset=assets.address,
        resend=resend,
        number=formats.number,
        counted=counted,
        share=formats.share,
        days=formats.days,
        yuan=lambda fen: sum_text(fen, viewer.language),
        day=lambda value: formats.day(value, viewer.language),
        weekday=lambda value: formats.weekday(value, viewer.language),
        moment=lambda value: formats.moment(value, viewer.language),
        deadline=lambda value: formats.deadline(value, viewer.language),
        exact=lambda value: formats.moment(value, viewer.language, exact=True),
        clock=formats.clock,
        named=lambda text: formats.named(text, viewer.language),
        ago=lambda seconds: formats.ago(seconds, viewer.language),
        drawing=drawing,
        spark=spark,
        written=written,
        **content,
    )
    answer = HTMLResponse(html, status, {**_HEADERS, "content-language": tag, **(headers or {})})
    viewer.remember(answer)
    return answer
