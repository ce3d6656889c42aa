"""The routers of the pages for people: ``/``, and what can be reached from it."""

from typing import Final

from api.pages.all_pages import PAGES
from api.pages.kit import static_files

FORM_PATHS: Final = frozenset(path for page in PAGES for path in page.form_paths)
"""The paths on which the gate lets a form pass."""
FORM_FOLDERS: Final = frozenset(page.form_folder for page in PAGES if page.form_folder)
"""Below these it lets forms pass on every path."""
FILE_FORM_PATHS: Final = frozenset(path for page in PAGES for path in page.file_form_paths)
"""The paths on which a form brings a file."""

ROUTERS: Final = (*(page.router for page in PAGES), static_files.router)
