"""Free text is found in a command by its mark."""

import pytest

from domain.case.intake.commands import AcceptCase, DeclineAcceptance, RequestCorrection
from domain.case.review.commands import OverrideCheck, RefuseCase
from domain.free_text import free_text
from domain.message import Command


@pytest.mark.parametrize("kind", [DeclineAcceptance, RequestCorrection, OverrideCheck, RefuseCase])
def test_a_note_is_free_text_whether_or_not_it_may_be_left_out(kind: type[Command]) -> None:
    assert free_text(kind) == ("note",)


def test_codes_and_counts_are_none() -> None:
    assert free_text(AcceptCase) == ()
