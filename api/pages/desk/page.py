"""``/desk``: an officer finds what waits for his office, takes a case and decides on it."""

from typing import Final

from fastapi import APIRouter

from api.pages.desk import case_page, documents, keys, officers, overview
from api.pages.desk.blanks import page as blanks
from api.pages.desk.bulk import page as bulk
from api.pages.desk.way_in import PATH
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from domain.titles import Title

router = APIRouter(route_class=PageRoute)
for part in (overview, case_page, documents, officers, blanks, bulk, keys):
    router.include_router(part.router)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH}),
    form_folder=f"{PATH}/",
    link=NavigationLink(PATH, Title("办件工作台", "Desk"), Side.OFFICE),
    card="desk/card.html",
)
