"""The servers of the tests lie in memory only where there is room for them."""

from pathlib import Path

from tests.kit.quick_place import quick_place


def test_where_there_is_room_it_is_taken(tmp_path: Path) -> None:
    assert quick_place(tmp_path, 1) == str(tmp_path)


def test_where_there_is_too_little_room_the_usual_place_is_taken(tmp_path: Path) -> None:
    assert quick_place(tmp_path, 2**80) is None


def test_a_machine_without_such_a_folder_takes_the_usual_place(tmp_path: Path) -> None:
    assert quick_place(tmp_path / "nowhere", 1) is None
