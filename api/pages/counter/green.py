"""The green channel at a window: a duty leader lets a case in, and says on what ground."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from api.identity import Identity
from api.language import Language
from api.pages.counter import words
from domain.case.grounds import GreenKind
from domain.case.intake.commands import GreenAtWindow
from domain.case.overlays.reasons import GreenProof
from domain.case.roles import LEADERS
from domain.services.choices import Channel

LONGEST: Final = 500
PROOFS = tuple(each for each in GreenProof if each is not GreenProof.PAPERS)
"""Nothing is uploaded at a counter, so no papers prove the ground there."""


class GreenEntered(NamedTuple):
    """``given`` is None where he does not use it, or where something is wrong with it."""

    given: GreenAtWindow | None
    errors: Mapping[str, str]


def may_let_in(identity: Identity) -> bool:
    """Whether he answers for what comes in by the green channel."""
    leads = identity.actor.role in LEADERS
    return leads and Channel.EMERGENCY in identity.vouched.channels


def green_in(sent: Mapping[str, str], language: Language) -> GreenEntered:
    if sent.get("green") != "yes":
        return GreenEntered(None, {})
    kind, proof = sent.get("green_kind", ""), sent.get("green_proof", "")
    note = sent.get("green_note", "").replace("\r\n", "\n").strip()
    errors = {}
    if kind not in set(GreenKind):
        errors["green_kind"] = words.PLEASE_CHOOSE.text(language)
    if proof not in set(PROOFS):
        errors["green_proof"] = words.PLEASE_CHOOSE.text(language)
    if not note:
        errors["green_note"] = words.TO_WRITE.text(language)
    elif len(note) > LONGEST:
        errors["green_note"] = words.TOO_LONG.text(language)
    if errors:
        return GreenEntered(None, errors)
    return GreenEntered(GreenAtWindow(kind=GreenKind(kind), proof=GreenProof(proof), note=note), {})


def green_rows(green: GreenAtWindow, language: Language) -> list[tuple[str, str]]:
    return [
        (words.GREEN_KIND.text(language), green.kind.text(language)),
        (words.GREEN_PROOF.text(language), green.proof.text(language)),
        (words.GREEN_NOTE.text(language), green.note),
    ]
