"""What is known of the store outside of it: the file, the journal, and how a store differs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from domain.event_store.acknowledged import Journal, line
from domain.event_store.epoch import Difference, Seen, difference
from domain.event_store.known import Known, KnownFile, KnownUnreadable, LogMark, alone, later
from domain.event_store.pending import Pending
from tests.kit.envelopes import pending

AT = datetime(2020, 2, 24, tzinfo=UTC)
KNOWN = Known(epoch=2, position=100, mark=LogMark(100, "a"), system_identifier=7, timeline=1, at=AT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with alone(tmp_path / "known"):
        return tmp_path / "known"


def seen(*, at_known: str | None = "a", **fields: object) -> Seen:
    return Seen(replace(KNOWN, **fields), at_known)


def test_a_store_that_goes_on_from_what_is_known_does_not_differ() -> None:
    assert difference(None, seen()) is None
    assert difference(KNOWN, seen()) is None
    assert difference(KNOWN, seen(position=150, mark=LogMark(150, "b"))) is None
    assert difference(KNOWN, seen(timeline=2)) is None
    assert difference(KNOWN, seen(epoch=3, position=90, at_known=None)) is None


def test_a_store_that_does_not_go_on_from_it_says_how() -> None:
    assert difference(KNOWN, seen(epoch=1)) is Difference.EPOCH_BEHIND
    assert difference(KNOWN, seen(position=99, at_known=None)) is Difference.EVENTS_MISSING
    assert difference(KNOWN, seen(at_known="z")) is Difference.HISTORY_DIFFERS
    assert difference(KNOWN, seen(system_identifier=8)) is Difference.ANOTHER_SERVER


def test_what_was_acknowledged_counts_before_its_events_were_seen() -> None:
    heard = replace(KNOWN, position=105)
    assert difference(heard, seen(position=104)) is Difference.EVENTS_MISSING
    assert difference(heard, seen(position=105)) is None


def test_of_two_that_know_something_the_further_is_kept() -> None:
    later_on = replace(KNOWN, position=120, mark=LogMark(120, "b"), at=AT + timedelta(seconds=1))
    heard = replace(KNOWN, position=130)
    assert later(None, KNOWN) == KNOWN
    assert later(KNOWN, later_on) == later(later_on, KNOWN) == later_on
    assert later(heard, later_on) == replace(later_on, position=130)
    assert later(later_on, replace(KNOWN, epoch=3, position=1)).epoch == 3
    assert later(replace(KNOWN, epoch=3), later_on).epoch == 3


def test_the_file_says_what_was_put_there_and_never_less(folder: Path) -> None:
    file = KnownFile(folder)
    assert file.load() is None
    file.advance(KNOWN)
    file.advance(replace(KNOWN, position=90, mark=LogMark(90, "b")))
    assert file.load() == KNOWN
    assert (folder / "store.json").stat().st_mode & 0o077 == 0


def test_a_damaged_file_is_not_taken_for_a_first_start(folder: Path) -> None:
    (folder / "store.json").write_text('{"epoch":2,"posi')
    with pytest.raises(KnownUnreadable, match=r"store\.json"):
        KnownFile(folder).load()


def test_a_folder_that_another_holds_for_long_is_not_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.event_store.known.PATIENCE_S", 0.0)
    with (
        alone(folder),
        pytest.raises(TimeoutError, match="another process holds it"),
        alone(folder),
    ):
        raise AssertionError
    with alone(folder):
        KnownFile(folder).put(KNOWN)


def journalled(journal: Journal) -> list[UUID]:
    return [done.command for done in journal.read()]


def test_the_journal_names_commands_streams_and_versions(folder: Path) -> None:
    asked, journal = pending(uuid4(), after=3, count=2), Journal(folder)
    journal.add([line(2, 17, asked)])
    (done,) = journal.read()
    assert (done.epoch, done.position, done.command) == (2, 17, asked.command_id)
    assert [(p.stream, p.after, p.events) for p in done.parts] == [(asked.writes[0].stream, 3, 2)]
    assert done.events == 2


def many(count: int) -> list[Pending]:
    return [pending(uuid4(), after=0) for _ in range(count)]


def test_a_line_cut_off_by_a_crash_spoils_no_other(folder: Path) -> None:
    asked, journal = many(3), Journal(folder)
    journal.add([line(1, 1, asked[0]), line(1, 2, asked[1])])
    log = folder / "acknowledged.log"
    log.write_bytes(log.read_bytes()[:-20])
    assert journalled(journal) == [asked[0].command_id]
    journal.add([line(1, 3, asked[2])])
    assert journalled(journal) == [asked[0].command_id, asked[2].command_id]


def test_the_journal_forgets_only_what_is_two_files_old(folder: Path) -> None:
    asked, journal = many(6), Journal(folder, size=200)
    for position, each in enumerate(asked):
        journal.add([line(1, position, each)])
    kept = journalled(journal)
    assert kept == [each.command_id for each in asked][-len(kept) :]
    assert 2 <= len(kept) < 6


def test_what_was_lost_in_an_epoch_is_put_aside_and_the_rest_stays(folder: Path) -> None:
    asked, journal = many(3), Journal(folder)
    journal.add([line(1, position, each) for position, each in enumerate(asked)])
    journal.set_aside({asked[1].command_id}, 1)
    assert journalled(journal) == [asked[0].command_id, asked[2].command_id]
    aside = (folder / "lost.epoch-1.log").read_text(encoding="ascii")
    assert aside == line(1, 1, asked[1])
