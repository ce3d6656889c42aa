"""The pages for people as one router: ``/``, and what can be reached from it."""

from typing import Final

from fastapi import APIRouter

from api.pages.all_pages import PAGES
from api.pages.kit import static_files

FORM_PATHS: Final = frozenset(path for page in PAGES for path in page.form_paths)
"""The paths on which the gate lets a form pass."""
FORM_FOLDERS: Final = frozenset(page.form_folder for page in PAGES if page.form_folder)
"""Below these it lets forms pass on every path."""
FILE_FORM_PATHS: Final = frozenset(path for page in PAGES for path in page.file_form_paths)
"""The paths on which a form brings a file."""

router = APIRouter(include_in_schema=False)
for _page in PAGES:
    router.include_router(_page.router)
router.include_router(static_files.router)
