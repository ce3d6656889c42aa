"""A service is its folder and one line of the catalogue: nobody else names it."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from domain.services.catalogue import CATALOGUE
from tests.kit.tree import ROOT, files, name, text

SERVICES = ROOT / "domain" / "services"
CLOCKS = ROOT / "domain" / "clocks"
CATALOGUE_FILE = SERVICES / "catalogue.py"
GROUPS = {("domain/offices/business.py", "temp_plate")}
"""The announcement has a group of business that bears the name of a service."""
_WORD = re.compile(r"(?<!Clock\.)\b\w+")


@cache
def words() -> Mapping[Path, frozenset[str]]:
    """The words of every file of the product that may name a service.

    Clocks know no service, and one of theirs has the name of one. Whoever means it says so.
    """
    return {
        file: frozenset(_WORD.findall(text(file)))
        for file in files("domain", "projections", "api", "workers")
        if file.suffix in {".py", ".html", ".sql", ".js"} and CLOCKS not in file.parents
    }


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_service_has_a_folder_with_all_that_it_is(code: str) -> None:
    files = {file.name for file in (SERVICES / code).glob("*.py")}
    assert {"form.py", "facts.py", "service.py", "words.py", "example.py"} <= files


@pytest.mark.parametrize("code", CATALOGUE)
def test_nobody_names_a_service_but_its_folder_and_the_catalogue(code: str) -> None:
    service = CATALOGUE[code]
    own = {code, code.upper(), service.form.__name__, service.facts.__name__}
    assert [
        name(file)
        for file, said in words().items()
        if not own.isdisjoint(said) and SERVICES / code not in file.parents
        if (name(file), code) not in GROUPS
    ] == [name(CATALOGUE_FILE)]


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_service_stands_in_the_catalogue_by_its_import_and_one_line(code: str) -> None:
    listed = text(CATALOGUE_FILE)
    assert listed.count(f"        {code.upper()},\n") == 1
    assert len(re.findall(rf"\b{code.upper()}\b", listed)) == 2
