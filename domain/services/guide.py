"""The guide to a service 办事指南: for whom, what comes of it, term, fee, papers, steps, law."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple, get_args

import msgspec

from domain.services.archetype import Archetype
from domain.services.choices import Capacity, DocumentKind, UserKind
from domain.services.facts import Facts
from domain.services.instead import instead_of
from domain.services.reader import read_form, read_window_form
from domain.services.service import Service
from domain.services.steps import steps_of
from domain.titles import Title

_OUTCOMES: Final[Mapping[Archetype, Title]] = MappingProxyType(
    {
        Archetype.RECORD: Title(
            "更新登记信息，不制发证件", "the record changes; no document is made"
        ),
        Archetype.DEFERRAL: Title(
            "准予延期，不制发证件；延期期间不得驾驶机动车",
            "the day is put off; no document is made, and the holder may not drive meanwhile",
        ),
        Archetype.RESERVATION: Title("保留号牌号码", "a plate number is reserved"),
        Archetype.APPOINTMENT: Title("确认预约", "an appointment"),
        Archetype.PENALTY: Title("处理结果", "the result"),
    }
)

_FOR_UNITS: Final = Title(
    "代理人（网上限单位用户，个人委托的到窗口办理）",
    "agent (online for units; for a person at the window)",
)
_AT_WINDOWS: Final = Title("代理人（到窗口办理）", "agent (at the window)")


class ServiceGuide(NamedTuple):
    """``payable``: the office charges a fee, and it is that of the service's own example, as are
    the ``documents``. ``on_request`` may be asked for beside them, and ``bring`` is shown on the
    spot. ``instead`` is where to go while the service is not open.
    """

    applicants: tuple[Title, ...]
    user_kinds: tuple[UserKind, ...]
    outcome: Title
    term: Title
    fee: Title
    payable: bool
    documents: tuple[DocumentKind, ...]
    on_request: tuple[DocumentKind, ...]
    bring: tuple[Title, ...]
    steps: tuple[Title, ...]
    instead: Title | None


def guide_of(service: Service[Any], day: date) -> ServiceGuide:
    """The guide with what is in force on that day."""
    facts = _example_facts(service, day)
    documents = service.documents(facts)
    further = service.on_request - documents
    payable = service.fee(facts, day) > 0
    return ServiceGuide(
        applicants=tuple(_applicants(service)),
        user_kinds=tuple(kind for kind in UserKind if kind in service.user_kinds),
        outcome=_outcome(service),
        term=term_of(service, day),
        fee=fee_of(service, day),
        payable=payable,
        documents=tuple(kind for kind in DocumentKind if kind in documents),
        on_request=tuple(kind for kind in DocumentKind if kind in further),
        bring=service.told.bring,
        steps=steps_of(service, papers=bool(documents), fee=payable),
        instead=instead_of(service),
    )


def term_of(service: Service[Any], day: date) -> Title:
    """The term in force on that day, from acceptance."""
    if service.told.term:
        return service.told.term
    days = service.decide_within.on(day)
    if not days:
        return Title("即时办结", "at once")
    longest = Title(f"{days}个工作日", f"{days} working day{'s' if days > 1 else ''}")
    if service.automatic:
        return Title(
            f"核对通过的即时办结，最长{longest.zh}", f"at once if all agrees; at most {longest.en}"
        )
    return Title(f"受理后{longest.zh}内", f"{longest.en} from acceptance")


def fee_of(service: Service[Any], day: date) -> Title:
    """The fee in force on that day for the service's own example, without postage.

    Of what is free and leads to a case that is not, the words name the fee of that case.
    """
    priced = service.later_fee or service.fee
    fen = priced(_example_facts(service, day), day)
    yuan = Title(f"{fen / 100:g}元", f"{fen / 100:g} yuan")
    if service.told.fee:
        return service.told.fee.filled(fee=yuan)
    return yuan if fen else Title("不收费", "free")


def _example_facts(service: Service[Any], day: date) -> Facts:
    read = read_window_form if service.at_window else read_form
    return read(msgspec.json.encode(service.example(day)), today=day).facts()


def _applicants(service: Service[Any]) -> Iterator[Title]:
    """The capacities that the form takes. An agent acts for units, or at the window."""
    if service.capacities:
        at_window = {Capacity.AGENT: _AT_WINDOWS}
        yield from (at_window.get(each, each.words) for each in service.capacities)
        return
    applicant: Any = service.form.model_fields["applicant"].annotation
    annotation = applicant.model_fields["capacity"].annotation
    taken: tuple[Capacity, ...] = get_args(annotation) or tuple(annotation)
    for capacity in Capacity:
        if capacity is Capacity.AGENT and capacity in taken:
            online = UserKind.UNIT in service.user_kinds and service.form.UNITS_ONLINE
            yield _FOR_UNITS if online else _AT_WINDOWS
        elif capacity in taken:
            yield capacity.words


def _outcome(service: Service[Any]) -> Title:
    if service.told.outcome:
        return service.told.outcome
    if service.document:
        made, name = service.document.zh, service.document.en
        return Title(f"制发{made}，寄递或者到窗口领取", f"{name}, posted or collected at a window")
    return _OUTCOMES[service.archetype]
