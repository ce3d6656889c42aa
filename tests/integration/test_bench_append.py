"""The contenders of ``bench append`` store what they say they do, on a server of their own."""

from collections.abc import Iterator
from typing import LiteralString

import psycopg
import pytest

from cheguan.bench.callers import positions_since
from cheguan.bench.contest import Contest, copies, counted, ours
from cheguan.bench.load import Window
from cheguan.bench.rawcopy import batches
from cheguan.bench.scratch import Scratch, scratch

MOMENT = 0.05


@pytest.fixture(scope="module")
def base() -> Iterator[Scratch]:
    with scratch() as made:
        yield made


@pytest.fixture(scope="module")
def contest(base: Scratch) -> Contest:
    """After one short turn of everyone that needs no network."""
    made = Contest(base, tell=lambda text: None)
    made.ours(16, MOMENT)
    made.inserts(4, MOMENT)
    made.saves(4, MOMENT)
    made.ours(3, MOMENT)
    return made


def number(base: Scratch, query: LiteralString) -> int:
    with psycopg.connect(base.url) as connection:
        row = connection.execute(query).fetchone()
    assert row
    return int(row[0])


def test_what_was_acknowledged_is_stored(contest: Contest) -> None:
    checks = contest.checks()
    assert [check.text.partition(":")[0] for check in checks] == [
        "ours",
        "pgbench inserts",
        "raw COPY",
        "Application.save",
    ]
    assert all(check.held for check in checks)
    assert all(window.answered for windows in contest.windows.values() for window in windows)


def test_copy_is_given_the_very_rows_of_ours(contest: Contest, base: Scratch) -> None:
    assert number(base, "SELECT count(*) FROM stored_events") > 0
    differing: LiteralString = """
    SELECT count(*) FROM stored_events AS ours FULL JOIN copied_events AS copied
    USING (originator_id, originator_version) WHERE ours IS DISTINCT FROM copied"""
    assert number(base, differing) == 0


def test_a_batch_of_copy_is_a_transaction_of_ours(contest: Contest, base: Scratch) -> None:
    ready = batches(base.url, 0)
    assert sum(batch.rows for batch in ready) == number(base, "SELECT count(*) FROM stored_events")
    assert len(ready) == number(base, "SELECT count(DISTINCT xmin::text) FROM stored_events")
    assert max(batch.rows for batch in ready) <= 16
    assert len(contest.windows[copies(16)]) == len(contest.windows[ours(16)]) == 1


def test_pgbench_inserts_the_bytes_of_ours(contest: Contest, base: Scratch) -> None:
    with psycopg.connect(base.url) as connection:
        found = connection.execute("SELECT DISTINCT state FROM inserted_events").fetchall()
        kept = connection.execute("SELECT DISTINCT state FROM stored_events").fetchall()
    assert found == kept == [(contest.sample.state,)]


def test_the_check_sees_an_event_without_its_command_and_a_lost_event(
    contest: Contest, base: Scratch
) -> None:
    whole = positions_since(base.url, 0)
    assert len(whole) == number(base, "SELECT count(*) FROM stored_events")
    lost = min(whole.values())
    for deleting in (
        "DELETE FROM command_log WHERE position = %s",
        "DELETE FROM stored_events WHERE notification_id = %s",
    ):
        with psycopg.connect(base.url) as connection:
            connection.execute(deleting, (lost,))
            connection.commit()
        assert positions_since(base.url, 0) != whole


@pytest.mark.parametrize("stored", [2, 4])
def test_a_peer_that_stored_more_or_less_than_it_said_breaks_the_check(stored: int) -> None:
    seen = [Window(seconds=1, answered=1), Window(seconds=1, answered=2)]
    assert counted("peer", seen, (3,)).held
    assert not counted("peer", seen, (stored,)).held
