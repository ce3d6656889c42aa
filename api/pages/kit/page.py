"""A page, as whoever puts the pages together sees it."""

from dataclasses import dataclass
from enum import StrEnum

from fastapi import APIRouter

from domain.titles import Title


class Side(StrEnum):
    """Whose work a page is for. The navigation shows one side at a time."""

    PUBLIC = "public"
    OFFICE = "office"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """A page's place in the navigation. It is marked on ``path`` and on all paths below."""

    path: str
    title: Title
    side: Side = Side.PUBLIC

    def leads_to(self, path: str) -> bool:
        """Whether that path is the page's own, or one below."""
        return path == self.path or path.startswith(f"{self.path}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page's folder gives to the rest: its routes, and what other pages show of it.

    ``form_paths`` are the paths on which the gate lets a form pass, as it does below
    ``form_folder``; on ``file_form_paths`` a form brings a file. ``card`` and ``panel``
    are templates for the home page: a card leads to the page, a panel is used on the spot.
    """

    router: APIRouter
    form_paths: frozenset[str] = frozenset()
    form_folder: str | None = None
    file_form_paths: frozenset[str] = frozenset()
    link: NavigationLink | None = None
    card: str | None = None
    panel: str | None = None

    @property
    def for_officials(self) -> bool:
        """Whether only officials work on it."""
        return self.link is not None and self.link.side is Side.OFFICE
