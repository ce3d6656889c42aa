"""Who keeps out of what: nobody does for the office what is his own, and two pairs of eyes decide.

This is the one place that says so. An aggregate tells by its ``interests`` whom a stream concerns,
and each row of its decisions what kind of act the command is. ``BARRED`` says the rest. The rule
is about a human being in whichever role he comes (ADR 40); what the service does by itself is
exempt, and so is whoever comes in his own matter.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from domain.choice import Choice
from domain.circumstances import Circumstances
from domain.people import Role
from domain.refusal import Forbidden


class OfficialAct(Choice):
    """What is done for the office. Whatever no row names otherwise is to handle it."""

    ENTER = "enter", "窗口录入", "enter it for whoever stands at the window"
    HANDLE = "handle", "经办", "handle it"
    CHECK = "check", "核查", "record a check"
    REVEAL = "reveal", "查看个人信息原文", "see personal data unmasked"
    OVERRIDE = "override", "批准特殊办理", "set a failed check aside"
    DECIDE = "decide", "审核决定", "review and decide"
    ANSWER = "answer", "答复其他请求", "answer, reopen or revoke"
    RECONSIDER = "reconsider", "登记复议结果", "record a reconsideration"


class Relation(Choice):
    """What somebody is to a stream, beside his role."""

    OWNER = "owner", "申请人", "it is his application, or he sent it in"
    AGENT = "agent", "代理人", "he is the agent"
    HOLDER = (
        "holder",
        "登记的机动车所有人或者驾驶证持有人",
        "the vehicle or the licence is his by the register",
    )
    ACCEPTED = "accepted", "受理人员", "he accepted it"
    DECIDED = "decided", "原审核人员", "he decided it before"


EVERYTHING: Final = frozenset(OfficialAct) - {OfficialAct.ENTER}
"""Whoever enters an application begins it, and its decision asks whose matter it is."""
BARRED: Final[Mapping[Relation, frozenset[OfficialAct]]] = {
    Relation.OWNER: EVERYTHING,
    Relation.AGENT: EVERYTHING,
    Relation.HOLDER: EVERYTHING,
    Relation.ACCEPTED: EVERYTHING - {OfficialAct.HANDLE},
    Relation.DECIDED: frozenset(
        {OfficialAct.CHECK, OfficialAct.OVERRIDE, OfficialAct.DECIDE, OfficialAct.RECONSIDER}
    ),
}
"""What each must not do. The first relation that bars an act is the reason that is given."""
HIS_OWN: Final = frozenset({Relation.OWNER, Relation.AGENT, Relation.HOLDER})
"""By these it is his own matter, and not only a second look at it."""
EXEMPT: Final = frozenset({Role.SYSTEM, Role.APPLICANT, Role.PARTNER})
"""The service itself, and who comes in his own matter: a row lets him do what is his to do."""


@dataclass(kw_only=True)
class ConflictOfInterest(Forbidden):
    """He does for the office what is his own matter. ``relation`` says how it is his."""

    relation: str


@dataclass(kw_only=True)
class OtherOfficerRequired(Forbidden):
    """Whoever accepted a case, or decided it before, does not review it: two pairs of eyes."""


class Interests(NamedTuple):
    """Whom a stream concerns: blind indexes of ID numbers, and officers as persons.

    ``holders`` are whom the register has for the vehicle or the licence, by indexes under the name
    key, as far as they are known (ADR 67). ``clerk`` began it for somebody else, who stood at his
    window, so it is not his own matter.
    """

    applicant: bytes = b""
    agent: bytes = b""
    accepted: str | None = None
    decided: Set[str | None] = frozenset()
    clerk: str | None = None
    holders: Set[bytes] = frozenset()


def relations(interests: Interests, at: Circumstances) -> Iterator[Relation]:
    """What ``at.by`` is to the stream, the nearest first."""
    person, indexes = at.by.person, at.id_indexes
    began = person == at.owner.person and person != interests.clerk
    if began or interests.applicant in indexes:
        yield Relation.OWNER
    if interests.agent in indexes:
        yield Relation.AGENT
    if not interests.holders.isdisjoint(indexes):
        yield Relation.HOLDER
    if person == interests.accepted:
        yield Relation.ACCEPTED
    if person in interests.decided:
        yield Relation.DECIDED


def barring(act: OfficialAct, interests: Interests, at: Circumstances) -> Relation | None:
    """The nearest relation for which ``at.by`` keeps out of an act, or None if he may do it."""
    if at.by.role in EXEMPT:
        return None
    return next((each for each in relations(interests, at) if act in BARRED[each]), None)


def barred_acts(interests: Interests, at: Circumstances) -> Set[OfficialAct]:
    """All the acts that ``at.by`` keeps out of, if he is not exempt."""
    return frozenset[OfficialAct]().union(*(BARRED[each] for each in relations(interests, at)))


def keep_out(act: OfficialAct, interests: Interests, at: Circumstances) -> None:
    """Raises the refusal of an act from which ``at.by`` is barred."""
    relation = barring(act, interests, at)
    if relation in HIS_OWN:
        raise ConflictOfInterest(relation=relation)
    if relation:
        raise OtherOfficerRequired
