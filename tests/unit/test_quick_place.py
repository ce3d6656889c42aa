"""The servers of the tests lie in memory only where there is room for them."""

import os
from pathlib import Path

from tests.kit.quick_place import quick_folder


def _aged(folder: Path) -> Path:
    os.utime(folder, (0, 0))
    return folder


def test_where_there_is_room_it_is_taken_and_given_back(tmp_path: Path) -> None:
    with quick_folder(tmp_path, 1) as folder:
        assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_too_little_room_the_usual_place_is_taken(tmp_path: Path) -> None:
    with quick_folder(tmp_path, 2**80) as folder:
        assert folder.parent != tmp_path


def test_a_machine_without_such_a_folder_takes_the_usual_place(tmp_path: Path) -> None:
    with quick_folder(tmp_path / "nowhere", 1) as folder:
        assert folder.parent != tmp_path


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    left = tmp_path / "cheguan-quick-left"
    (left / "postgres").mkdir(parents=True)
    _aged(left)
    with quick_folder(tmp_path, 1):
        assert not left.exists()


def test_a_folder_whose_owner_lives_is_left_alone(tmp_path: Path) -> None:
    with quick_folder(tmp_path, 1) as first, quick_folder(tmp_path, 1):
        _aged(first)
        with quick_folder(tmp_path, 1):
            assert first.exists()


def test_a_folder_that_has_just_been_made_is_left_alone(tmp_path: Path) -> None:
    fresh = tmp_path / "cheguan-quick-fresh"
    fresh.mkdir()
    with quick_folder(tmp_path, 1):
        assert fresh.exists()
