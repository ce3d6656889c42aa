"""How a case stands, as rows of name and value."""

from collections.abc import Collection, Iterator

from api.language import Language
from api.pages.kit import formats
from api.pages.kit.history.event_values import check_text
from api.pages.kit.history.provisional import last_day
from api.pages.kit.places import office_text, place_text
from api.sum_text import sum_text
from domain.case.case import CASE
from domain.case.rest import is_at_rest
from domain.case.state import Case, Running, Stopped
from domain.case.wording import CLOCKS, REASONS
from domain.clocks.clock import Clock
from domain.services.facts import ByPost
from domain.titles import Title, counted

_NAMES = {
    "clock": Title("办理期限", "statutory clock"),
    "deadline": Title("当前期限", "waits for"),
    "lent": Title("代审", "lent to"),
    "checks": Title("核查", "checks"),
    "paid": Title("已缴费用", "paid"),
    "payable": Title("待缴费用", "to pay"),
    "posts": Title("寄递次数", "postings"),
    "green": Title("绿色通道", "green channel"),
    "holds": Title("暂缓原因", "on hold"),
    "reconsideration": Title("行政复议", "reconsideration"),
    "deferred_until": Title("延期至", "deferred until"),
}


def state_rows(
    current: Case, language: Language, only: Collection[str] = ()
) -> list[tuple[str, str]]:
    """What is known of the case, or ``only`` some of it, by name."""
    return [
        (title, value)
        for name, title, value in named_state_rows(current, language)
        if not only or name in only
    ]


def named_state_rows(current: Case, language: Language) -> list[tuple[str, str, str]]:
    """The rows of :func:`state_rows`, each behind its name."""
    return [
        (name, (_NAMES.get(name) or CASE.words.fields[name]).text(language), value)
        for name, value in _rows(current, language)
    ]


def _rows(current: Case, language: Language) -> Iterator[tuple[str, str]]:
    def say(zh: str, en: str) -> str:
        return Title(zh, en).text(language)

    yield "office", office_text(current.office, language)
    match current.clock:
        case Running(decide_by):
            on = last_day(Clock.DECIDE, decide_by, language)
            yield "clock", say(f"计算中，至{on}", f"running until {on}")
        case Stopped(left):
            yield (
                "clock",
                say(f"中止，剩余 {left} 个工作日", f"stopped, {counted(left, 'working day')} left"),
            )
    if waited := current.deadline:
        on = last_day(waited.clock, waited.on, language)
        what = CLOCKS[waited.clock].text(language)
        if is_at_rest(current) or waited.is_open:
            yield "deadline", say(f"{what}，暂停计算", f"{what}, at rest")
        else:
            yield "deadline", say(f"{what}，至{on}", f"{what}, by {on}")
    for name in ("accepted_on", "decided_on"):
        if day := getattr(current, name):
            yield name, formats.day(day, language).striptags()
    if current.handler:
        yield "handler", current.handler
    if current.reviewer:
        yield "reviewer", current.reviewer
    if loan := current.lent:
        on = formats.day(loan.until, language).striptags()
        yield "lent", say(f"{loan.to}，至{on}", f"{loan.to}, until {on}")
    if current.checks:
        yield "checks", say("；", "; ").join(_checks(current, language))
    if current.fee_fen or current.postage_fen:
        yield "paid", sum_text(current.paid_fen - current.refunded_fen, language)
        yield "payable", sum_text(max(0, current.payable_fen), language)
    if isinstance(current.delivery, ByPost):
        yield "destination_region", place_text(current.delivery.region, language)
    if current.item_no:
        yield "item_no", current.item_no
        yield "posts", str(current.posts)
    if current.green:
        yield "green", say("是", "yes")
    if current.holds:
        yield (
            "holds",
            say("、", ", ").join(REASONS[hold].text(language) for hold in sorted(current.holds)),
        )
    if current.under_reconsideration:
        yield "reconsideration", say("复议中", "pending")
    if current.deferred_until:
        yield "deferred_until", formats.day(current.deferred_until, language).striptags()


def _checks(current: Case, language: Language) -> Iterator[str]:
    for code, passed in current.checks.items():
        mark = "✓" if passed else "✓*" if code in current.overridden else "✗"
        yield f"{check_text(code, language)} {mark}"
