"""Who must not have done what happened to a case, told from its history alone."""

import dataclasses
from collections.abc import Mapping, Sequence, Set
from typing import Final

from msgspec.structs import replace

from domain.case.intake.commands import SubmitCase
from domain.case.intake.events import CaseAccepted, CaseSubmitted
from domain.case.overlays.events import (
    GreenChannelDenied,
    GreenChannelGranted,
    WithdrawalDenied,
    WithdrawalGranted,
)
from domain.case.remedies.events import CaseReopened, DecisionRevoked, ReconsiderationDecided
from domain.case.review.events import (
    CaseApproved,
    CaseRefused,
    CheckOverridden,
    CheckResultRecorded,
    DeferralRevoked,
    ReviewStarted,
)
from domain.circumstances import Circumstances
from domain.people import Actor, Role
from domain.recorded_event import RecordedEvent

DECISIONS: Final = (
    ReviewStarted,
    CheckResultRecorded,
    CheckOverridden,
    CaseApproved,
    CaseRefused,
    GreenChannelDenied,
    GreenChannelGranted,
    WithdrawalDenied,
    WithdrawalGranted,
    CaseReopened,
    DecisionRevoked,
    DeferralRevoked,
    ReconsiderationDecided,
)
OWNER: Final = Actor(Role.APPLICANT, "applicant-1")
THE_OWNER_S, THE_AGENT_S = (1).to_bytes(16, "big"), b"index of an agent"
INDEX_OF: Final[Mapping[str, Set[bytes]]] = {
    "himself": frozenset({THE_OWNER_S}),
    "agent": frozenset({b"another", THE_AGENT_S}),
}
"""Those whose tokens tell the index of their ID number."""
RELATED: Final = [
    Actor(role, id, "410100")
    for role in (Role.CLERK, Role.SUPERVISOR, Role.HQ, Role.CARRIER)
    for id in (OWNER.id, *INDEX_OF, "clerk-1")
]
"""People who are in the case, or have it in their hands, and come in other roles too."""
FOR_HIMSELF: Final = (Role.APPLICANT, Role.PARTNER)


def of_the_agent(submission: SubmitCase) -> SubmitCase:
    return replace(submission, agent_index=THE_AGENT_S)


def known_of(at: Circumstances) -> Circumstances:
    """What is known of who asks, beside his token's subject."""
    return dataclasses.replace(at, owner=OWNER, id_indexes=INDEX_OF.get(at.by.person, frozenset()))


def nobody_acts_in_them(history: Sequence[RecordedEvent]) -> None:
    """No official has touched his own case, nor decided in one that he accepted."""
    accepted: set[str] = set()
    for recorded in history:
        by, event = recorded.envelope.by, recorded.event
        if isinstance(event, CaseSubmitted):
            owner, parties = by.person, {event.id_no_index, event.agent_index}
        if by.role is Role.SYSTEM or by.role in FOR_HIMSELF:
            continue
        assert by.person != owner, event
        assert not parties & INDEX_OF.get(by.person, set()), event
        if isinstance(event, DECISIONS):
            assert by.person not in accepted, event
        if isinstance(event, CaseAccepted):
            accepted.add(by.person)
