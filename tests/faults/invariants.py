"""The invariants of docs/trust-model.md that hold after every fault."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from uuid import UUID

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.intake.events import CaseSubmitted, PaymentExpired, PaymentReceived
from domain.case.intake.payment import ORDER_PAID
from domain.claims.claim import CLAIM
from domain.orders.events import OrderPaid, OrderRefunded
from domain.orders.order import ORDER
from domain.reaction import Cause, command_id
from projections.engine.rebuild import rebuild
from tests.faults.checks import Checks
from tests.faults.cluster import run_sql
from tests.faults.errands import Errand, Step
from tests.faults.facts import Facts
from tests.faults.journal import Line
from tests.faults.witness import Witness


def acknowledged(lines: Iterable[Line], facts: Facts, checks: Checks) -> None:
    """Checks I1, R1, R2 and R3 for the whole journal."""
    first: dict[UUID, Line] = {}
    caused = facts.by_cause
    for line in lines:
        if line.what != "answer":
            continue
        good = line.status // 100 == 2
        checks.that("R2", good or line.status // 100 == 4 or line.status == 503, _words(line))
        checks.that("R3", good or line.status == 503, _words(line))
        if not good:
            continue
        before = first.setdefault(line.command, line)
        if before is line:
            _is_stored(line, facts, caused.get(line.command, ()), checks)
        else:
            checks.that("R1", line.told == before.told, f"{_words(line)}; first {before.told}")
        if line.again and before is not line:
            checks.that("R1", line.replayed, f"{_words(line)} is not marked as a repetition")


def _is_stored(line: Line, facts: Facts, caused: Sequence[object], checks: Checks) -> None:
    carried = facts.commands.get(line.command)
    assert line.told is not None
    case, version, position = line.told
    checks.that("I1", carried is not None, f"lost: {_words(line)}")
    if carried is None:
        return
    stored = (carried.case, carried.version, carried.position)
    checks.that("I1", stored == (case, version, position), f"{_words(line)}; stored {stored}")
    checks.that("I1", bool(caused), f"without events: {_words(line)}")
    about = Errand(line.number, Step(line.step), line.case).stream
    checks.that("I1", about in {None, case}, f"another stream: {_words(line)}")


def settled(states: Mapping[Line, str | None], facts: Facts, checks: Checks) -> None:
    """Checks I2: what ``GET /commands/{id}`` said of commands without an answer is true."""
    for line, state in states.items():
        really = "applied" if line.command in facts.commands else "not_applied"
        checks.that("I2", state == really, f"{line.key}: told {state}, is {really}")


def refused(lines: Iterable[Line], facts: Facts, checks: Checks) -> None:
    """Checks I2: a definite refusal of a command that was never acknowledged left no event."""
    good = {line.command for line in lines if line.status // 100 == 2}
    caused = facts.by_cause
    for line in lines:
        if line.status // 100 == 4 and line.command not in good:
            checks.that("I2", not caused.get(line.command), f"refused but stored: {_words(line)}")


def streams(facts: Facts, checks: Checks) -> None:
    """Checks I3, the versions of every stream."""
    for stream, history in facts.by_stream.items():
        versions = [recorded.version for recorded in history]
        checks.that("I3", versions == list(range(1, len(versions) + 1)), f"{stream}: {versions}")


def log(facts: Facts, witness: Witness, checks: Checks) -> None:
    """Checks I4, the one order of the log, and of I8 that no position went back."""
    positions = [recorded.position for recorded in facts.events]
    checks.that("I4", len(set(positions)) == len(positions), "a position twice")
    checks.that("I4", all(a < b for a, b in pairwise(witness.seen)), "seen out of order or twice")
    missed = set(positions) - set(witness.seen)
    checks.that("I4", not missed, f"missed by the reader: {sorted(missed)[:10]}")
    phantoms = set(witness.seen) - set(positions)
    checks.that("I4", not phantoms, f"seen and gone: {sorted(phantoms)[:10]}")
    gaps = [(a, b) for a, b in pairwise([0, *positions]) if b != a + 1]
    checks.that("I4", not gaps, f"positions without an event between {gaps[:5]}")
    for (name, _), stands in witness.stands.items():
        checks.that("I8", all(a < b for a, b in pairwise(stands)), f"{name} went back: {stands}")


def command_log(facts: Facts, checks: Checks) -> None:
    """Checks I5: command log and events agree.

    A command that found nothing to do names the version at which its stream stood then. Of claims
    it may make several: whoever chooses a number claims the vehicle twice.
    """
    caused = facts.by_cause
    histories = {str(stream): history for stream, history in facts.by_stream.items()}
    for command, carried in facts.commands.items():
        last = max((recorded.position for recorded in caused.get(command, ())), default=0)
        there = histories.get(str(carried.case), ())
        before = [each for each in there if each.position <= carried.position]
        idle = last == 0 and bool(before) and before[-1].version == carried.version
        said = f"{command}: {carried}, last event {last}"
        checks.that("I5", idle or last == carried.position, said)
    for command, history in caused.items():
        checks.that("I5", command in facts.commands, f"events of no command: {history[0]}")
        streams: dict[str, set[UUID]] = defaultdict(set)
        for recorded in history:
            streams[CODEC.of[type(recorded.event)].kind].add(recorded.stream)
        several = [kind for kind, each in streams.items() if kind != CLAIM.kind and len(each) > 1]
        checks.that("I5", not several, f"{command} in more than one {several}")


def followed(facts: Facts, checks: Checks) -> None:
    """Checks I16: what is paid is counted by the case once, or given back once."""
    caused, by_stream = facts.by_cause, facts.by_stream
    for recorded in facts.events:
        if isinstance(paid := recorded.event, OrderPaid):
            cause = Cause(recorded.stream, recorded.version, paid)
            came = caused.get(command_id(ORDER_PAID.name, cause, paid.case), ())
            names = [type(each.event) for each in came]
            once = names in ([PaymentReceived], [OrderRefunded])
            checks.that("I16", once, f"{recorded.stream}: {names} of a payment")
    for stream, history in by_stream.items():
        if CODEC.of[type(history[0].event)] is ORDER:
            order = ORDER.fold(each.event for each in history)
            case = by_stream.get(order.case, ())
            counted = sum(
                each.event.amount_fen for each in case if isinstance(each.event, PaymentReceived)
            ) - sum(getattr(each.event, "refund_fen", 0) for each in case)
            checks.that("I16", counted == order.held_fen, f"{stream}: {order}, counted {counted}")


async def read_models(url: str, facts: Facts, checks: Checks) -> None:
    """Checks I6 and I7. The rebuilt tables take the place of the live ones."""
    for projection in REGISTRY.projections:
        name = projection.name
        before, after = await rebuild(url, projection, CODEC)
        checks.that("I6", before == after, f"{name} differs from its rebuild")
        if CASE in projection.of and not projection.partial:
            ((rows,),) = await run_sql(url, f"SELECT count(*) FROM projections.{name}")
            kinds = [CODEC.of[type(history[0].event)] for history in facts.by_stream.values()]
            streams = sum(kind in projection.of for kind in kinds)
            checks.that("I7", rows == streams, f"{name}: {rows} rows of {streams} streams")
    ((submitted,),) = await run_sql(
        url,
        "SELECT coalesce(sum(value), 0)::bigint FROM projections.throughput_figures"
        " WHERE measure LIKE 'new>%'",
    )
    checks.that("I7", submitted == facts.cases, f"{submitted} counted of {facts.cases} cases")


def deadlines(facts: Facts, checks: Checks) -> None:
    """Checks I10 for the payment that must come within a day."""
    for stream, history in facts.by_stream.items():
        lapsed = [e for e in history if isinstance(e.event, PaymentExpired)]
        if lapsed and isinstance(first := history[0].event, CaseSubmitted):
            checks.that("I10", len(lapsed) == 1, f"{stream}: lapsed {len(lapsed)} times")
            early = first.pay_by is None or lapsed[0].at < first.pay_by
            checks.that("I10", not early, f"{stream}: {lapsed[0].at}, due {first.pay_by}")


def logs(files: Iterable[Path], checks: Checks) -> None:
    """Checks R5: no log has a line of something unforeseen."""
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        bad = [row for row in text.splitlines() if "unforeseen" in row or "Traceback" in row]
        checks.that("R5", not bad, f"{file.stem}: {len(bad)} × {bad[:1]} {_raised(text)}")


def _raised(text: str) -> str:
    """The last place and the exception of the first traceback in a log. Empty without one."""
    rows = text.partition("Traceback")[2].splitlines()[1:]
    end = next((number for number, row in enumerate(rows) if not row.startswith(" ")), 0)
    return " ".join(row.strip() for row in rows[max(end - 2, 0) : end + 1])


def _words(line: Line) -> str:
    return f"{line.key} {line.status} {line.code or ''} {line.told or ''}"
