"""``cheguan draws verify``: one command, a file, and at best one that was saved before."""

import sys
from collections.abc import Iterable
from pathlib import Path
from subprocess import run

from msgspec.structs import replace
from typer.testing import CliRunner

from cheguan.cli import app
from domain.calendar import start_of_day
from tests.kit.published_draws import (
    MONDAY,
    a_draw,
    a_week,
    changed,
    commitments,
    file,
    seed,
)

LINES = a_week()


def verify(*arguments: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(app, ["draws", "verify", *arguments])
    return done.exit_code, done.output.splitlines()


def saved(folder: Path, name: str, lines: Iterable[bytes]) -> str:
    path = folder / name
    path.write_bytes(b"".join(lines))
    return str(path)


def test_a_week_is_verified_by_one_command_and_the_commitments(tmp_path: Path) -> None:
    week, before = saved(tmp_path, "week", file(LINES)), saved(tmp_path, "b", file(commitments()))
    assert verify(week, "--commitments", before) == (
        0,
        [
            "2020-02-24 to 2020-03-01, 410100, 410200; as of 2020-03-02 01:00:00+00:00",
            "draws: 14; sessions: 14; batches: 28; numbers passed over: 2",
            "No difference.",
        ],
    )


def test_without_them_it_says_what_it_cannot_show(tmp_path: Path) -> None:
    code, told = verify(saved(tmp_path, "week", file(LINES)), "--passed-over")
    assert code == 0
    assert "--commitments FILE" in told[-2]
    assert [line[:15] for line in told if line.startswith("passed over: ")] == [
        "passed over: 豫A",
        "passed over: 豫A",
    ]


def test_every_difference_is_named_and_the_exit_code_is_one(tmp_path: Path) -> None:
    told = b"".join(file(LINES)).replace(b'"offered":10', b'"offered":11', 1)
    code, lines = verify(saved(tmp_path, "week", [told]))
    assert code == 1
    assert lines[-1] == "3 differences."
    assert [line.rpartition(": ")[2] for line in lines if line.startswith("differs: ")] == [
        "the numbers are not those that follow from the seed",
        "more numbers could have been offered",
        "the digest of the file is another one",
    ]


def test_a_late_commitment_is_told(tmp_path: Path) -> None:
    at = start_of_day(MONDAY).replace(hour=23)
    late = replace(a_draw("410200", MONDAY), committed_at=at, opens_at=at)
    code, told = verify(saved(tmp_path, "week", file(changed(LINES, 2, lambda line: late))))
    assert (code, told[2]) == (
        0,
        "late: draw 410200 2020-02-24 was committed to after its day had begun",
    )


def test_it_needs_no_database_and_no_keys() -> None:
    code = (
        "import sys; from cheguan.verified_draws import verdict; "
        "print(sorted({'psycopg', 'eventsourcing', 'fastapi', 'pydantic'} & set(sys.modules)))"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_exchanged_seed_is_named_by_the_saved_commitments(tmp_path: Path) -> None:
    other = replace(a_draw("410100", MONDAY, revealed=False), commitment=seed("x", MONDAY).hex())
    before = saved(tmp_path, "before", file(changed(commitments(), 1, lambda line: other)))
    code, told = verify(saved(tmp_path, "week", file(LINES)), "--commitments", before)
    assert code == 1
    assert told[-2:] == [
        "differs: line 1: draw 410100 2020-02-24: "
        "the commitment is not the one that was published before",
        "1 difference.",
    ]
