"""A service is its folder and one line of the catalogue: nobody else names it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.services.catalogue import CATALOGUE
from tests.kit.tree import ROOT, text

SERVICES = ROOT / "domain" / "services"
CLOCKS = ROOT / "domain" / "clocks"
CATALOGUE_FILE = SERVICES / "catalogue.py"


def others(code: str) -> Iterator[Path]:
    """The files of the product outside those of the service.

    Clocks know no service, and one of theirs has the name of one. Whoever means it says so.
    """
    for package in ("domain", "projections", "api", "workers"):
        for file in (ROOT / package).rglob("*"):
            if file.suffix in {".py", ".html", ".sql", ".js"} and not {SERVICES / code, CLOCKS} & {
                *file.parents
            }:
                yield file


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_service_has_a_folder_with_all_that_it_is(code: str) -> None:
    files = {file.name for file in (SERVICES / code).glob("*.py")}
    assert {"form.py", "facts.py", "service.py", "words.py", "example.py"} <= files


@pytest.mark.parametrize("code", CATALOGUE)
def test_nobody_names_a_service_but_its_folder_and_the_catalogue(code: str) -> None:
    service = CATALOGUE[code]
    naming = re.compile(
        rf"(?<!Clock\.)\b({code}|{code.upper()}|{service.form.__name__}|{service.facts.__name__})\b"
    )
    assert [
        file.relative_to(ROOT).as_posix() for file in others(code) if naming.search(text(file))
    ] == [CATALOGUE_FILE.relative_to(ROOT).as_posix()]


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_service_stands_in_the_catalogue_by_its_import_and_one_line(code: str) -> None:
    listed = text(CATALOGUE_FILE)
    assert listed.count(f"        {code.upper()},\n") == 1
    assert len(re.findall(rf"\b{code.upper()}\b", listed)) == 2
