"""The page of requirements says which rows are built, and by which tests that is known."""

from tests.kit.tree import ROOT
from tests.requirements.document import document, named
from tests.requirements.rows import ROWS


def test_the_page_is_what_the_tests_say() -> None:
    written = (ROOT / "docs" / "requirements.md").read_text(encoding="utf-8")
    assert written == document(), "run: python -m tests.requirements > docs/requirements.md"


def test_there_are_thirty_six_rows_and_no_test_names_another() -> None:
    assert [row.code for row in ROWS] == [f"R{number:02}" for number in range(1, 37)]
    assert named().keys() <= {row.code for row in ROWS}


def test_what_is_built_can_be_seen_somewhere() -> None:
    assert [row.code for row in ROWS if row.code in named() and not row.seen] == []
