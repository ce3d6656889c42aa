"""The operators' guide shows every bucket as it is."""

from api.rates.buckets import GUESSED
from api.rates.general import GENERAL
from tests.kit.tree import ROOT


def test_the_guide_shows_the_buckets_as_they_are() -> None:
    guide = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    for each in (*GUESSED, *GENERAL):
        row = (
            f"| `{each.name}` | {each.key.en} | {each.burst:,} | {each.refill_s:,} s |"
            f" {each.what_for.en} |"
        )
        assert row in guide, row
