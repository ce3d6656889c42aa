"""``/mine``: a citizen who has signed in finds his applications, and acts in them."""

from typing import Final

from fastapi import APIRouter

from api.pages.kit.page import NavigationLink, Page
from api.pages.mine import case_page, fine_page, list_page
from api.pages.mine.applicant import HOME
from api.pages.mine.appointment import page as appointment
from api.pages.mine.enquiry import page as enquiry
from api.pages.mine.examination import page as examination
from api.pages.mine.number import page as number
from api.pages.mine.violations import look_up_page
from domain.titles import Title

router = APIRouter()
for _part in (
    list_page,
    look_up_page,
    enquiry,
    case_page,
    fine_page,
    number,
    appointment,
    examination,
):
    router.include_router(_part.router)

PAGE: Final = Page(
    router=router,
    form_folder=f"{HOME}/",
    file_form_paths=frozenset({case_page.UPLOAD}),
    link=NavigationLink(HOME, Title("我的业务", "My applications")),
)
