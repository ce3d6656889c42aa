"""BAN: whoever lets a reserved number lapse chooses no other one online for two years."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import asdict, replace

from domain.access import may_see
from domain.aggregate import LINKED, Aggregate, Decision, Effect
from domain.bans import commands, events
from domain.bans.state import Ban, BanStage, EarlierBan
from domain.bans.words import WORDS
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.conflict import Interests, OfficialAct
from domain.people import Actor, Role


def _impose(
    current: Ban, command: commands.ImposeBan, at: Circumstances
) -> Sequence[events.BanEvent]:
    """It begins when the reservation ends. So no ban begins while a relief holds that open."""
    return [
        events.BanImposed(
            case=command.case,
            ground=command.ground,
            imposed_on=at.today,
            barred_until=at.due(Clock.BLACKLIST),
            office=command.office,
            id_no_index=command.id_no_index,
        )
    ]


def _lift(current: Ban, command: commands.LiftBan, at: Circumstances) -> Sequence[events.BanEvent]:
    assert current.case is not None
    return [events.BanLifted(case=current.case, officer=at.by.person)]


def _imposed(current: Ban, event: events.BanImposed) -> Ban:
    return replace(
        current,
        case=event.case,
        ground=event.ground,
        barred_until=event.barred_until,
        office=event.office,
        id_no_index=event.id_no_index,
        earlier=(*current.earlier, *_standing(current)),
    )


def _standing(current: Ban) -> Iterator[EarlierBan]:
    if current.case and current.ground and current.barred_until:
        yield EarlierBan(
            current.case,
            current.ground,
            current.barred_until,
            current.office,
            current.id_no_index,
        )


def _lifted(current: Ban, event: events.BanLifted) -> Ban:
    """Whoever is barred for another case too, is so still."""
    if not current.earlier:
        return Ban()
    *others, last = current.earlier
    return Ban(BanStage.BARRED, **asdict(last), earlier=tuple(others))


def _sees(by: Actor, current: Ban, owner: Actor) -> bool:
    return not current.office or may_see(by, office=current.office, owner=owner)


BAN: Final = Aggregate(
    kind="ban",
    initial=Ban(),
    event=events.BanEvent,
    command=commands.BanCommand,
    decisions=(
        Decision(commands.ImposeBan, at=set(BanStage), by=LINKED, decide=_impose),
        Decision(
            commands.LiftBan,
            at={BanStage.BARRED},
            by={Role.SUPERVISOR, Role.HQ},
            decide=_lift,
            act=OfficialAct.ANSWER,
        ),
    ),
    effects=(
        Effect(events.BanImposed, to=BanStage.BARRED, change=_imposed),
        Effect(events.BanLifted, to=BanStage.NONE, change=_lifted),
    ),
    words=WORDS,
    sees=_sees,
    interests=lambda current: Interests(applicant=current.id_no_index),
    office=lambda current: current.office,
)
