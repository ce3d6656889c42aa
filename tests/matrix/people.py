"""Who asks: a role, and what he is to the case beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from api.demo_issuer import DemoIssuer
from api.token_claims import OF_AN_OFFICE
from domain.choice import Choice
from domain.people import Actor, Role
from tests.kit.life import CLERK, REVIEWER

CALLERS: Final = tuple(role for role in Role if role is not Role.SYSTEM)
OWNER: Final = Actor(Role.APPLICANT, "citizen")
AGENT_INDEX: Final = b"index-of-agent-1"
ACCEPTED, REVIEWED = CLERK.id, REVIEWER.id


class Relation(Choice):
    """What somebody is to the case: by the subject, the office or the ID index of his token."""

    OWNER = "owner", "申请人", "owner"
    AGENT = "agent", "代理人", "agent"
    ACCEPTED = "accepted", "受理人员", "accepted it"
    REVIEWING = "reviewing", "审核人员", "reviews it"
    SAME_OFFICE = "same_office", "本机构", "same office"
    OTHER_OFFICE = "other_office", "本市其他机构", "other office"
    DETACHMENT = "detachment", "本市公安局交警支队", "detachment"
    NONE = "none", "无关", "none"


class Holder(NamedTuple):
    """What a token says of who holds it."""

    subject: str
    office: str = "410100"
    id_index: bytes | None = None


HOLDERS: Final = {
    Relation.OWNER: Holder(OWNER.id),
    Relation.AGENT: Holder("agent", id_index=AGENT_INDEX),
    Relation.ACCEPTED: Holder(ACCEPTED),
    Relation.REVIEWING: Holder(REVIEWED),
    Relation.SAME_OFFICE: Holder("colleague"),
    Relation.OTHER_OFFICE: Holder("neighbour", "410122"),
    Relation.DETACHMENT: Holder("head", "410100-det"),
    Relation.NONE: Holder("stranger", "410300"),
}
"""The owner is one as an applicant only: in any other role he has the same subject."""


def asking(role: Role) -> Sequence[Relation]:
    """The relations in which a role asks. Without an office, no office is another one."""
    if role in OF_AN_OFFICE:
        return tuple(Relation)
    return [each for each in Relation if each not in (Relation.OTHER_OFFICE, Relation.DETACHMENT)]


def token(secrets: Path, role: Role, relation: Relation) -> str:
    holder = HOLDERS[relation]
    return DemoIssuer(secrets).token(
        role=role,
        subject=holder.subject,
        office=holder.office if role in OF_AN_OFFICE else None,
        id_index=holder.id_index,
    )
