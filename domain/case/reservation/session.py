"""A session: it is opened by the application, and ends with a number or with its time."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.aggregate import Mode, Ref
from domain.bans.ban import BAN
from domain.case.choosing import Choosing, NumberWanted
from domain.case.reservation import commands, events
from domain.case.reservation.reasons import TryRefused
from domain.case.reservation.refusals import (
    BarredFromChoosing,
    BatchesUsedUp,
    BatchOutOfTurn,
    DrawnNumbersOnly,
    NumberNotWanted,
    NumbersNotDrawn,
    TriesUsedUp,
)
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.case.window import on_site_window
from domain.circumstances import Circumstances
from domain.clocks.plates import (
    PRESELECT_BATCHES,
    PRESELECT_OFFER,
    PRESELECT_TRIES,
    chosen_until,
    hold_of,
)
from domain.draws.candidates import NumberSeries
from domain.numbers.number import NUMBER
from domain.numbers.state import PlateNumber
from domain.offices.business import WindowGroup
from domain.prefectures.windows import prefecture_of_window
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.services.selection_method import SelectionMethod


def opened(wanted: NumberWanted | None, office: str, at: Circumstances) -> Sequence[CaseEvent]:
    """A number that he has composed is reserved with the application, or that is refused."""
    if wanted is None:
        raise NumberNotWanted
    _refuse_barred(wanted.ban_stream, at)
    drawn = wanted.method is SelectionMethod.RANDOM
    session = events.PreselectSessionOpened(
        session=wanted.session,
        method=wanted.method,
        prefix=wanted.prefix,
        plate_kind=wanted.plate_kind,
        letters=wanted.letters,
        batches=PRESELECT_BATCHES.on(at.today) if drawn else 0,
        tries=0 if drawn else PRESELECT_TRIES.on(at.today),
        open_until=chosen_until(at.now, judged_on=at.today),
        owner_index=wanted.owner,
        ban_stream=wanted.ban_stream,
        once_claim=wanted.once,
    )
    if wanted.number_stream is None:
        return [session]
    chosen = commands.ChooseNumber(number_stream=wanted.number_stream, sealed=wanted.sealed)
    return [session, _reserved(office, chosen, at)]


def session_reads(wanted: NumberWanted, office: str) -> Iterable[Ref[Any]]:
    """Nearly nobody is barred, so the ban counts as not begun until it is known better."""
    yield Ref(BAN, wanted.ban_stream, Mode.FRESH)
    yield from _reservation_reads(office)


def _reservation_reads(office: str) -> Iterable[Ref[Any]]:
    """A reservation waits for a window, and no deadline begins without the reliefs."""
    yield OF_THE_PROVINCE
    yield from prefecture_of_window(on_site_window(office, WindowGroup.REGISTRATION))


def offer(current: Case, command: commands.OfferNumbers, at: Circumstances) -> Sequence[CaseEvent]:
    """A new batch may come before the time of the last one is over.

    It is drawn from the seed of today, or nobody could verify it.
    """
    choosing = _choosing(current)
    if choosing.method is not SelectionMethod.RANDOM:
        raise NumbersNotDrawn
    if choosing.batches_left < 1:
        raise BatchesUsedUp
    batch = command.batch
    if batch.session != choosing.session or batch.batch != choosing.batch + 1:
        raise BatchOutOfTurn(batch=choosing.batch)
    series = NumberSeries(choosing.plate_kind, choosing.prefix, choosing.letters)
    if batch.drawn_on != at.today or batch.series != series:
        raise BatchOutOfTurn(batch=choosing.batch)
    until = at.now + timedelta(seconds=PRESELECT_OFFER.on(at.today))
    return [
        events.NumbersOffered(
            batch=batch,
            number_streams=command.number_streams,
            sealed=command.sealed,
            offered_until=until,
        )
    ]


def choose(current: Case, command: commands.ChooseNumber, at: Circumstances) -> Sequence[CaseEvent]:
    """Whoever composes a number in vain has one try less. What is drawn is his for some seconds."""
    choosing = _choosing(current)
    _refuse_barred(choosing.ban, at)
    if choosing.is_offered(command.number_stream, at.now):
        return [_reserved(current.office, command, at)]
    if choosing.method is SelectionMethod.RANDOM:
        raise DrawnNumbersOnly(offered_until=choosing.offered_until)
    if choosing.tries_left < 1:
        raise TriesUsedUp
    number = Ref(NUMBER, command.number_stream).state(at)
    if why := _refused(number, choosing, at):
        return [events.NumberTried(why=why, tries_left=choosing.tries_left - 1)]
    return [_reserved(current.office, command, at)]


def choice_reads(current: Case, command: commands.ChooseNumber) -> Iterable[Ref[Any]]:
    yield Ref(NUMBER, command.number_stream)
    if current.choosing:
        yield Ref(BAN, current.choosing.ban, Mode.FRESH)
    yield from _reservation_reads(current.office)


def _refuse_barred(stream: UUID, at: Circumstances) -> None:
    """Another reservation of his may have lapsed since, also while a session runs."""
    ban = Ref(BAN, stream, Mode.FRESH).state(at)
    if ban.barred_until and ban.bars(at.today):
        raise BarredFromChoosing(until=ban.barred_until)


def _refused(number: PlateNumber, choosing: Choosing, at: Circumstances) -> TryRefused | None:
    if number.is_had():
        return TryRefused.TAKEN
    if number.is_offered(at.now) and number.holder != at.stream:
        return TryRefused.ON_OFFER
    kept = number.kept_until
    if kept and at.today <= kept and number.kept_for_index != choosing.owner:
        return TryRefused.KEPT
    return None


def _reserved(
    office: str, chosen: commands.ChooseNumber, at: Circumstances
) -> events.NumberReserved:
    """The day itself is not counted, and each region has its own number of working days."""
    return events.NumberReserved(
        number_stream=chosen.number_stream,
        sealed=chosen.sealed,
        reserved_on=at.today,
        hold_until=at.calendar.add(at.today, hold_of(office).on(at.today).count),
    )


def _choosing(current: Case) -> Choosing:
    assert current.choosing is not None
    return current.choosing
