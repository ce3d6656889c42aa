"""The document in docs/ is the one the code makes."""

from datetime import date
from pathlib import Path

from cheguan.catalogue_document import document

ROOT = Path(__file__).resolve().parents[2]


def test_the_catalogue_in_docs_is_what_the_code_says() -> None:
    written = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")

    assert written == document(date(2020, 2, 24)), "run: cheguan catalogue > docs/catalogue.md"
