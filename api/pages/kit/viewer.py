"""Who looks at a page, as far as it needs to know: language, text size, and where he is.

Both choices are made by a link, ``?lang=en`` or ``?size=large``, and kept in a cookie.
"""

from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import Depends, Request
from starlette.responses import Response

from api.language import Language, preferred
from api.pages.kit.banner import banner
from api.pages.kit.page import Page

_CHOICES: Final = {"lang": ("zh", "en"), "size": ("normal", "large")}
_YEAR_S: Final = 31_536_000
# A browser keeps a cookie of this prefix for our host alone, and sends it by https alone (or to
# this machine), as RFC 6265bis 4.1.3.2 says.
_COOKIE: Final = "__Host-cheguan"


@dataclass(frozen=True, slots=True)
class Viewer:
    """``query`` is that of the page without the choices. It is empty in the answer to a form.

    ``pages`` are all pages of the house, for the navigation. ``banner`` says in a demonstration
    which day it is there.
    """

    language: Language
    large: bool
    wall: bool
    path: str
    query: dict[str, str]
    chosen: dict[str, str]
    pages: tuple[Page, ...]
    banner: str | None = None

    def say(self, zh: str, en: str) -> str:
        """The text in the viewer's language: ``say("查询", "Search")``."""
        return en if self.language == "en" else zh

    def here(self, **changes: str | int | None) -> str:
        """The address of this page, with some of its query changed. ``None`` leaves one out."""
        query = {**self.query, **changes}
        kept = {name: str(value) for name, value in query.items() if value is not None}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def remember(self, answer: Response) -> None:
        """Keeps what was just chosen for the next pages."""
        for name, value in self.chosen.items():
            answer.set_cookie(
                f"{_COOKIE}-{name}",
                value,
                max_age=_YEAR_S,
                path="/",
                secure=True,
                httponly=True,
                samesite="lax",
            )


def viewer(request: Request) -> Viewer:
    """The viewer, by what address, cookies and the browser's languages say, in this order."""
    query = dict(request.query_params)
    asked = {name: query.pop(name, "") for name in _CHOICES}
    chosen = {name: value for name, value in asked.items() if value in _CHOICES[name]}
    kept = {name: request.cookies.get(f"{_COOKIE}-{name}", "") for name in _CHOICES} | chosen
    language: Language = preferred(request.headers.get("accept-language"))
    if kept["lang"] in _CHOICES["lang"]:
        language = "en" if kept["lang"] == "en" else "zh"
    return Viewer(
        language=language,
        large=kept["size"] == "large",
        wall=query.get("screen") == "wall",
        path=request.url.path,
        query=query if request.method == "GET" else {},
        chosen=chosen,
        pages=request.app.state.pages,
        banner=banner(request.app.state.desk.demo_clock, language),
    )


async def _viewer(request: Request) -> Viewer:
    return viewer(request)


TheViewer = Annotated[Viewer, Depends(_viewer)]
