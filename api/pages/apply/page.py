"""``/apply``: a citizen applies for a service, page by page, and his draft waits for him."""

from typing import Final

from fastapi import APIRouter

from api.pages.apply import (
    check_page,
    code_page,
    declaration_page,
    done_page,
    example,
    papers_page,
    pay_page,
    questions_page,
    start,
)
from api.pages.apply.applicant import HOME
from api.pages.apply.examinations import page as examinations
from api.pages.apply.seats import page as seats
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.questionnaire import words

# Of two paths that fit, the first counts: what is fixed stands before what has a name in it.
router = APIRouter()
for _part in (
    done_page.router,
    pay_page.router,
    papers_page.router,
    code_page.router,
    declaration_page.router,
    check_page.router,
    examinations.router,
    examinations.open_router,
    seats.router,
    seats.open_router,
    example.router,
    start.router,
    start.open_router,
    questions_page.router,
):
    router.include_router(_part)

PAGE: Final = Page(
    router=router,
    form_folder=f"{HOME}/",
    file_form_paths=frozenset({papers_page.UPLOAD}),
    link=NavigationLink(HOME, words.APPLY),
    card="apply/card.html",
)
