"""What a document or the code points to is there: files, headings, decisions."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("api", "cheguan", "docs", "domain", "projections", "tests", "workers")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([\w-]+)">')
_SHOWN = re.compile(r"```.*?```", re.DOTALL)


def files(*endings: str) -> list[Path]:
    """Our own texts of these kinds."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    return sorted(
        path
        for path in [*ROOT.glob("*"), *found]
        if path.suffix in endings and path.is_file() and "node_modules" not in path.parts
    )


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def places(document: Path) -> frozenset[str]:
    """What a link may name in a document: its headings, as GitHub spells them, and anchors."""
    plain = _SHOWN.sub("", text(document))
    headings = (
        re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        for heading in _HEADING.findall(plain)
    )
    return frozenset(headings) | frozenset(_ANCHOR.findall(plain))


@pytest.mark.parametrize("document", files(".md"), ids=lambda path: path.name)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    for link in _LINK.findall(_SHOWN.sub("", text(document))):
        file, _, place = link.partition("#")
        if "://" in link:
            continue
        target = (document.parent / file).resolve() if file else document
        assert target.exists(), link
        assert not place or place in places(target), link


def test_every_decision_that_is_named_is_written_down() -> None:
    numbers = [int(path.name[:4]) for path in (ROOT / "docs" / "adr").glob("*.md")]
    assert len(set(numbers)) == len(numbers)
    for path in files(".py", ".sql", ".md"):
        for named in re.findall(r"\bADR (\d+)", text(path)):
            assert int(named) in numbers, f"{path}: ADR {named}"
