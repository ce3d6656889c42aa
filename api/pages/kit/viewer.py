"""Who looks at a page, as far as it needs to know: language, text size, and where he is.

Both choices are made by a link, ``?lang=en`` or ``?size=large``, and kept in a cookie.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Depends, Request
from starlette.responses import Response

from api.language import Language, preferred
from api.pages.kit.banner import banner
from api.pages.kit.page import NavigationLink, Page, Side

_CHOICES: Final = {"lang": ("zh", "en"), "size": ("normal", "large")}
_SCREENS: Final = ("wall", "paper")
_OURS: Final = re.compile(r"/(?!/)[^\\\s]*")
_YEAR_S: Final = 31_536_000
# A browser keeps a cookie of this prefix for our host alone, and sends it by https alone (or to
# this machine), as RFC 6265bis 4.1.3.2 says.
_COOKIE: Final = "__Host-cheguan"


@dataclass(frozen=True, slots=True)
class Viewer:
    """``query`` is that of the page without the choices. It is empty in the answer to a form.
    ``stood_on`` is the address and query of the page on which that form stood.

    ``screen`` is ``wall`` or ``paper`` where a page is made for either. ``pages`` are all pages of
    the house, for the navigation. ``banner`` says in a demonstration which day it is there.
    """

    language: Language
    large: bool
    screen: str
    path: str
    query: dict[str, str]
    stood_on: tuple[str, dict[str, str]]
    chosen: dict[str, str]
    pages: tuple[Page, ...]
    banner: str | None = None

    @property
    def wall(self) -> bool:
        return self.screen == "wall"

    @property
    def at_office(self) -> bool:
        """Whether this page is one on which officials work."""
        officials = (page.link for page in self.pages if page.for_officials)
        return any(link and link.leads_to(self.path) for link in officials)

    @property
    def links(self) -> tuple[NavigationLink, ...]:
        """The links of the side on which he is, in the order of the navigation."""
        other = Side.PUBLIC if self.at_office else Side.OFFICE
        links = (page.link for page in self.pages if page.link)
        return tuple(each for each in links if each.side is not other)

    def say(self, zh: str, en: str) -> str:
        """The text in the viewer's language: ``say("查询", "Search")``."""
        return en if self.language == "en" else zh

    def here(self, **changes: str | int | None) -> str:
        """The address of this page, with some of its query changed. ``None`` leaves one out."""
        query = {**self.query, **changes}
        kept = {name: str(value) for name, value in query.items() if value is not None}
        return f"{self.path}?{urlencode(kept)}" if kept else self.path

    def switch(self, name: str, value: str) -> str:
        """Where a link leads that changes the language or the size.

        What answers a form has no address of its own, so that is the page with the form.
        """
        path, query = self.stood_on
        return f"{path}?{urlencode({**query, name: value})}"

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
        screen=query["screen"] if query.get("screen") in _SCREENS else "",
        path=request.url.path,
        query=query if request.method == "GET" else {},
        stood_on=(request.url.path, query) if request.method == "GET" else _form_of(request),
        chosen=chosen,
        pages=request.app.state.pages,
        banner=banner(request.app.state.desk.demo_clock, language),
    )


def _form_of(request: Request) -> tuple[str, dict[str, str]]:
    """The page of ours on which the form stood, as the browser names it."""
    try:
        stood = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return request.url.path, {}
    if stood.netloc != request.headers.get("host") or not _OURS.fullmatch(stood.path):
        return request.url.path, {}
    query = {name: value for name, value in parse_qsl(stood.query) if name not in _CHOICES}
    return stood.path, query


async def _viewer(request: Request) -> Viewer:
    return viewer(request)


TheViewer = Annotated[Viewer, Depends(_viewer)]
