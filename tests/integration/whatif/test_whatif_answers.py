"""What the command line says of other decisions."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.whatif.example import EXAMPLE
from cheguan.whatif.table import MODEL, NO_FIGURE_CHANGED, NOTHING_CHANGED
from domain.offices.tree import REGIONS
from tests.kit.whatif_town import LUOYANG


@pytest.fixture
def told(town_url: str, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("DATABASE_URL", town_url)
    return CliRunner()


def test_what_is_printed_is_used_as_it_stands_and_changes_nothing(
    told: CliRunner, tmp_path: Path
) -> None:
    printed = told.invoke(app, ["whatif", "--print-decisions"])
    assert printed.exit_code == 0
    assert printed.stdout.startswith('[[decision]]\ncommand = "SuspendWindows"\n')
    file = tmp_path / "taken.toml"
    file.write_text(printed.stdout, encoding="utf-8")
    answer = told.invoke(app, ["whatif", "--decision", str(file)])
    assert answer.exit_code == 0
    words = " ".join(answer.stdout.split())
    for part in (NOTHING_CHANGED, NO_FIGURE_CHANGED, *MODEL):
        assert part.zh in "".join(answer.stdout.split())
        assert part.en in words
    lines = [line for line in answer.stdout.splitlines() if "→" in line]
    assert len(lines) == 1
    assert words.index("郑州") < words.index("洛阳") < words.index("济源") < words.index("合计")


def test_a_program_is_told_every_city_and_what_differs(told: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "example.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    answer = told.invoke(app, ["whatif", "--decision", str(file), "--json"])
    assert answer.exit_code == 0
    found = json.loads(answer.stdout)
    assert found["changes"] is True
    assert [city["region"] for city in found["cities"]] == sorted(REGIONS)
    assert {city["region"] for city in found["cities"] if any(city["difference"].values())} == {
        LUOYANG
    }
    figures = {"handled", "held", "held_days", "late", "passed"}
    assert all(
        city[which].keys() == figures for city in found["cities"] for which in ("was", "would_be")
    )


def test_a_file_that_cannot_be_used_is_told_line_by_line(told: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(EXAMPLE.replace('"410300"', '"41"').replace('"second"', '"2"'), "utf-8")
    answer = told.invoke(app, ["whatif", "--decision", str(file)])
    assert (answer.exit_code, answer.stdout) == (2, "")
    lines = answer.stderr.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith(
        f"cheguan: {file}:6: /decision/0/region choice: 不在可选范围内 Not one"
    )
    assert all(code in lines[0] for code in REGIONS)
    refused = EXAMPLE.replace('"second"', '"third"')
    file.write_text(refused, "utf-8")
    answer = told.invoke(app, ["whatif", "--decision", str(file)])
    assert answer.exit_code == 2
    assert "/decision/3 step-out-of-order" in answer.stderr
    assert "expected=second" in answer.stderr
