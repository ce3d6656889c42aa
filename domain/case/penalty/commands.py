"""Commands of this chapter. A ``note`` is sealed before the decision sees it."""

from datetime import date, timedelta
from typing import Annotated

import msgspec

from domain.case.review.commands import CheckResult
from domain.case.vocabulary import CaseCommand, Note
from domain.penalties.reasons import ServiceManner
from domain.plausible import FromNow

ReceivedOn = Annotated[date, FromNow(timedelta(days=366), timedelta(0))]
"""The day on which somebody received a decision, which may be entered later."""


class ShowFacts(CaseCommand, frozen=True, kw_only=True):
    """Tell the driver the facts, if they are on record as he has told them.

    ``results`` are of the checks that the register could not judge.
    """

    results: Annotated[tuple[CheckResult, ...], msgspec.Meta(max_length=20)] = ()


class AcceptFacts(CaseCommand, frozen=True, kw_only=True):
    """Have nothing against them any more."""


class MakeStatement(CaseCommand, frozen=True, kw_only=True):
    """Say what speaks against them."""

    note: Note


class RejectStatement(CaseCommand, frozen=True, kw_only=True):
    """Let the facts stand, with the reason."""

    note: Note


class UpholdStatement(CaseCommand, frozen=True, kw_only=True):
    """Let nobody be punished, with the reason."""

    note: Note


class DecidePenalty(CaseCommand, frozen=True, kw_only=True):
    """Make the decision."""


class ServeDecision(CaseCommand, frozen=True, kw_only=True):
    """Note that the driver received the decision on paper."""

    received_on: ReceivedOn
    manner: ServiceManner


class AskForFine(CaseCommand, frozen=True, kw_only=True):
    """Ask for what is owed today."""
