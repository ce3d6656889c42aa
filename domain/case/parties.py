"""Whom a case concerns, so that they keep out of it (:mod:`domain.conflict`)."""

from domain.case.state import Case
from domain.conflict import Interests


def interests(current: Case) -> Interests:
    return Interests(
        applicant=current.id_no_index,
        agent=current.agent_index,
        accepted=current.accepted_by,
        clerk=current.taken_in_by,
        decided=current.barred_reviewers | {current.decided_by},
        holders=current.holders,
    )
