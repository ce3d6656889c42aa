"""What `make run` and `make test` make first: an environment with the command of its tree."""

import os
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOY = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "cheguan"
version = "{version}"

[project.scripts]
cheguan = "toy:main"

[tool.hatch.build.targets.wheel]
packages = ["toy"]
"""
MAIN = """\
from importlib.metadata import version

def main():
    print(version("cheguan"), {name!r})
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small project under our Makefile. Its environment sees the packages of the tests' own."""
    _project(tmp_path / "one")
    venv.create(tmp_path / "environment")
    (site,) = (tmp_path / "environment" / "lib").glob("python*/site-packages")
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = tmp_path / "environment" / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\nexec "{pip.parent}/python" -m pip "$@"\n', encoding="utf-8")
    pip.chmod(0o755)
    return tmp_path / "one"


def _project(tree: Path) -> None:
    (tree / "toy").mkdir(parents=True)
    (tree / "toy" / "__init__.py").write_text(MAIN.format(name=tree.name), encoding="utf-8")
    (tree / "pyproject.toml").write_text(TOY.format(version="1"), encoding="utf-8")
    (tree / "requirements.lock").touch()
    shutil.copy(ROOT / "Makefile", tree)


def _make(tree: Path) -> str:
    """What making the environment says. It says nothing when there is nothing to do."""
    done = subprocess.run(
        ["make", "--silent", "run-environment"],
        cwd=tree,
        env={**os.environ, "VENV": str(tree.parent / "environment")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def _command(tree: Path) -> str:
    command = tree.parent / "environment" / "bin" / "cheguan"
    return subprocess.check_output([command], cwd="/", text=True).strip()


def test_the_command_is_installed_once_and_again_for_another_project_or_tree(tree: Path) -> None:
    assert "Installing" in _make(tree)
    assert _command(tree) == "1 one"
    assert _make(tree) == ""

    (tree / "toy" / "__init__.py").write_text(MAIN.format(name="edited"), encoding="utf-8")
    assert _make(tree) == ""
    assert _command(tree) == "1 edited"

    (tree / "pyproject.toml").write_text(TOY.format(version="2"), encoding="utf-8")
    assert "cheguan" in _make(tree)
    assert _command(tree) == "2 edited"

    moved = tree.rename(tree.with_name("moved"))
    assert "cheguan" in _make(moved)
    assert _command(moved) == "2 edited"
