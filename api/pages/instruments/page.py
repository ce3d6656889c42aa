"""The pages on which papers are read and printed."""

from typing import Final

from fastapi import APIRouter

from api.pages.instruments import queue_page, sheet_page
from api.pages.kit.page import NavigationLink, Page, Side
from domain.titles import Title

router = APIRouter()
router.include_router(sheet_page.router)
router.include_router(queue_page.router)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({queue_page.PATH}),
    link=NavigationLink(queue_page.PATH, Title("文书打印", "Printing"), Side.OFFICE),
    card="instruments/card.html",
)
