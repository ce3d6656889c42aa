"""A page is its folder and one line: nobody else names it, and its texts find each other."""

import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import meta

from api.pages.all_pages import PAGES
from api.pages.kit.answer import TEMPLATES
from tests.kit.tree import PRODUCT, ROOT, files, text

FOLDERS = ROOT / "api" / "pages"
REGISTRY = FOLDERS / "all_pages.py"
MEASURES = {"dashboard": ROOT / "cheguan" / "bench" / "dashboard.py"}
"""What measures all that a page asks calls the very function of the page."""
NAMES = sorted(f.parent.name for f in FOLDERS.glob("*/page.py") if f.parent.name != "kit")


@cache
def texts() -> tuple[Path, ...]:
    """The files of the product that may name a page."""
    return tuple(file for file in files(*PRODUCT) if file.suffix in {".py", ".html"})


def test_every_page_has_its_line_and_every_line_its_page() -> None:
    listed = re.findall(r"^    (\w+)\.PAGE,$", text(REGISTRY), re.MULTILINE)
    assert sorted(listed) == NAMES
    assert len(PAGES) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nobody_names_a_page_but_its_folder_and_its_line(name: str) -> None:
    naming = re.compile(
        rf"\bapi\.pages\.{name}\b|from api\.pages import .*\b{name}\b|\"{name}/\w+\.html"
    )
    assert [
        file.relative_to(ROOT).as_posix()
        for file in texts()
        if name in text(file)
        and FOLDERS / name not in file.parents
        and file not in {REGISTRY, MEASURES.get(name)}
        and naming.search(text(file))
    ] == []


def test_every_template_that_is_asked_for_is_there_and_none_lies_about() -> None:
    asked = {name for page in PAGES for name in (page.card, page.panel) if name}
    for file in FOLDERS.rglob("*.py"):
        asked.update(re.findall(r'"(\w+(?:/\w+)+\.html)"', text(file)))
    for name in TEMPLATES.list_templates(extensions=["html"]):
        source = text(FOLDERS / name)
        asked.update(filter(None, meta.find_referenced_templates(TEMPLATES.parse(source))))
    assert asked == set(TEMPLATES.list_templates(extensions=["html"]))
