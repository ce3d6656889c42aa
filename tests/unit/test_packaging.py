"""The package asks for what it uses, the locks pin it, and the wheel has every file."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.kit.tree import ROOT, imports, modules

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def locked(lock: str) -> dict[str, str]:
    """Distribution and version of every line of a lock."""
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", (ROOT / lock).read_text(), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in pins}


def imported() -> set[str]:
    """The outermost name of every module imported anywhere in the product."""
    names = {name for path in modules(*PACKAGES) for name in imports(path)}
    return {name.partition(".")[0] for name in names}


def wanted(requirements: list[str]) -> set[str]:
    return {canonicalize_name(Requirement(text).name) for text in requirements}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-|/)(?!-hash=)", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_pinned_with_hashes(lock: str) -> None:
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.sub(r"\\\n", "", text).splitlines()
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_locks_have_what_the_project_asks_for() -> None:
    needed = wanted(PROJECT["project"]["dependencies"])
    assert needed <= locked("requirements.lock").keys()
    for_itself = wanted(PROJECT["dependency-groups"]["install"])
    assert for_itself >= wanted(PROJECT["build-system"]["requires"])
    assert for_itself <= locked("requirements.lock").keys()
    for_tests = wanted(PROJECT["project"]["optional-dependencies"]["dev"])
    assert for_tests <= locked("requirements-dev.lock").keys()


def test_tests_run_with_the_versions_that_are_run() -> None:
    assert locked("requirements.lock").items() <= locked("requirements-dev.lock").items()


def test_every_library_the_product_imports_is_asked_for() -> None:
    known = packages_distributions()
    asked_for = wanted(PROJECT["project"]["dependencies"])
    foreign = imported() - set(PACKAGES) - sys.stdlib_module_names
    assert {
        name
        for name in foreign
        if asked_for.isdisjoint(canonicalize_name(text) for text in known.get(name, ()))
    } == set()


def test_the_wheel_has_every_file_of_its_packages() -> None:
    shipped = {file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    present = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert present <= shipped
    assert {Path(name).suffix for name in shipped} >= {".py", ".sql", ".html", ".css"}


def test_the_command_of_the_wheel_exists() -> None:
    assert callable(resolve_name(PROJECT["project"]["scripts"]["cheguan"]))
