"""What the API says of the throughput is what a second count of the same histories gives."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase, RequestCorrection, SupplyCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.review.commands import ApproveCase, StartReview
from domain.case.stage import OPEN
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from projections.throughput.durations import BOUNDS_S
from tests.kit.held_histories import HELD
from tests.kit.histories import PLOTS, lives
from tests.kit.life import CLERK, MORNING, REVIEWER, Life
from tests.kit.moments import Group
from tests.kit.plate_histories import all_checks
from tests.kit.projected import filled
from tests.kit.recount import in_hand, recount
from tests.kit.recounted_times import rank
from tests.kit.served import Service, served


def corrected_once(number: int, at: datetime) -> Life:
    """The office takes its time, and decides late in the end."""
    life = Life("vehicle_contact_change", number, at)
    defect = Defect("id_back", DefectCode.EXPIRED)
    life.after(days=5).does(CLERK, RequestCorrection(defects=(defect,)))
    paper = Paper(DocumentKind.ID_BACK, f"{number:064x}")
    life.after(days=2).does(life.citizen, SupplyCorrection(papers=(paper,)))
    life.after(days=20).does(CLERK, AcceptCase())
    life.after(days=30).does(REVIEWER, StartReview(), *all_checks(life.state.service))
    return life.does(REVIEWER, ApproveCase())


def under_way(life: Life, events: int) -> Life:
    """The same case when it has come so far."""
    life.envelopes = life.envelopes[:events]
    life.state = CASE.fold(each.event for each in life.envelopes)
    return life


MANY: Final = [
    *(
        under_way(plot(3000 + 50 * number + events, MORNING), events)
        for number, plot in enumerate((*PLOTS, corrected_once))
        for events in range(2, 22, 3)
    ),
    *lives(120),
    *(corrected_once(1000 + n, MORNING + timedelta(hours=n)) for n in range(3)),
    *(plot(2000 + n, MORNING) for n, plot in enumerate(HELD)),
]
COUNTS: Final = {
    "n_submitted": "submitted",
    "n_reopened": "reopened",
    "n_moved_in": "moved_in",
    "n_accepted": "accepted",
    "n_decided": "decided",
    "n_completed": "completed",
    "n_refused": "refused",
    "n_not_accepted": "not_accepted",
    "n_withdrawn": "withdrawn",
    "n_lapsed": "lapsed",
    "n_moved_out": "moved_out",
    "n_corrected": "corrected",
    "n_handed_over": "handed_over",
    "n_delivered": "delivered",
    "n_returned": "returned",
    "n_posted_again": "posted_again",
    "n_picked_up": "picked_up",
    "online_total_since": "accepted:online_app",
}
BY_KIND: Final = {
    "refusal_grounds": "ground",
    "correction_reasons": "defect",
    "return_reasons": "returned_for",
    "green_count": "green",
    "relief_count": "relief",
}
SHARES: Final = {
    "accept_on_time": (("accepted_on_time",), ("accepted",)),
    "on_time_rate": (("decided_on_time",), ("decided",)),
    "case_handler_rate": (("handler_named",), ("to_be_handled",)),
    "correction_rate": (("to_be_corrected",), ("submitted",)),
    "one_notice_rate": (("corrected_once",), ("corrected",)),
    "refusal_rate": (("against",), ("decided",)),
    "delivery_rate": (("delivered_first",), ("handed_over",)),
    "return_rate": (("returned_first",), ("handed_over",)),
    "repost_rate": (("reposted",), ("returned",)),
    "pickup_rate": (("picked_up",), ("picked_up", "delivered")),
    "online_rate": (("completed:online_app",), ("completed",)),
}
UNKNOWN: Final = {
    "case_handler_rate": "handler_unknown",
    "correction_rate": "to_be_corrected_unknown",
    "one_notice_rate": "corrected_once_unknown",
    "delivery_rate": "first_unknown",
    "return_rate": "first_unknown",
    "repost_rate": "reposted_unknown",
}
SPREADS: Final = {
    "turnaround": "turnaround",
    "green_time": "green_time",
    "prod_time": "production",
    "handover_time": "handover",
    "transit_time": "transit",
}
FIRST, LAST = date(2020, 2, 1), date(2020, 12, 31)


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    """An office whose clock stands after every history."""
    evening = datetime.combine(LAST, time(12), UTC)
    async with served(database_url, tmp_path, clock=lambda: evening) as opened:
        await filled(database_url, MANY)
        await opened.fold()
        yield opened


async def told(office: Service, by: str, **narrowed: str) -> list[dict[str, Any]]:
    answer = await office.http.get(
        "/api/v1/statistics/throughput",
        params={"from": FIRST.isoformat(), "to": LAST.isoformat(), "by": by, **narrowed},
    )
    assert answer.status_code == 200, answer.text
    lines: list[dict[str, Any]] = answer.json()["groups"]
    return lines


def group(line: dict[str, Any]) -> Group:
    return date.fromisoformat(line["day"]), line["office"], line["green"]


@pytest.mark.requirement("R26")
async def test_every_count_and_rate_is_that_of_a_second_count(service: Service) -> None:
    by_group = {group(line): line for line in await told(service, "day,office,green")}
    counted = {key: counts for key, counts in recount(MANY).counts.items() if any(counts.values())}

    assert counted.keys() <= by_group.keys()
    for key, line in by_group.items():
        counts = counted.get(key, Counter())
        assert {code: line[code] for code in COUNTS} == {
            code: counts[name] for code, name in COUNTS.items()
        }, key
        for code, kind in BY_KIND.items():
            names = {name: n for name, n in counts.items() if name.startswith(f"{kind}:") and n}
            assert {f"{kind}:{each}": n for each, n in line[code].items()} == names, (key, code)
        for rate, (part, whole) in SHARES.items():
            of = sum(counts[name] for name in whole)
            share = sum(counts[name] for name in part) / of if of else None
            assert line[rate] == share, (key, rate)
        assert line["open"] == {
            rate: counts[name] for rate, name in UNKNOWN.items() if counts[name]
        }, key
    (whole_line,) = await told(service, "")
    assert all(whole_line[code] for code in (*COUNTS, *BY_KIND, *SHARES))
    assert {rate for line in by_group.values() for rate in line["open"]} == UNKNOWN.keys()


async def test_what_is_in_hand_at_the_end_of_every_day_is_that_of_a_second_count(
    service: Service,
) -> None:
    """By day and place, for a period that begins in the midst, and for the last day alone."""
    standing = in_hand(MANY, FIRST, LAST)
    by_group = {group(line): line for line in await told(service, "day,office,green")}
    assert {key: line["backlog"] for key, line in by_group.items() if line["backlog"]} == standing
    assert len({day for day, _, _ in standing}) > 300

    middle = date(2020, 3, 20)
    path = f"/api/v1/statistics/throughput?from={middle}&to={middle}&by="
    for by in ("", "service", "region", "office", "office,green", "day,channel"):
        lines = (await service.http.get(path + by)).json()["groups"]
        before = middle - timedelta(days=1)
        for day, code in ((middle, "backlog"), (before, "backlog_before")):
            expected = sum(n for (on, _, _), n in standing.items() if on == day)
            assert sum(line[code] for line in lines) == expected, (by, code)


async def test_what_is_in_hand_at_present_is_that_of_a_second_count(service: Service) -> None:
    now = (await service.http.get("/api/v1/statistics/now")).json()
    last = sum(in_hand(MANY, LAST, LAST).values())
    assert now["backlog"] == sum(now["stages"].values()) == last
    assert now["stages"] == Counter(life.state.stage for life in MANY if life.state.stage in OPEN)
    for each in (now, *now["regions"], *now["services"]):
        assert sum(each["backlog_age"].values()) == each["backlog"] >= each["backlog_overdue"]
    for part in ("regions", "services"):
        for code in ("backlog", "backlog_overdue"):
            assert sum(each[code] for each in now[part]) == now[code] > 0


async def test_every_duration_is_that_of_a_second_count_within_its_bucket(
    service: Service,
) -> None:
    """Of one service, because of several together the handling time and turnaround are not told."""
    (whole,) = await told(service, "")
    assert [whole[code] for code in ("avg_handle", "p50_handle", "turnaround", "green_time")] == [
        None
    ] * 4
    for name in {life.state.service for life in MANY}:
        (line,) = await told(service, "", service=name)
        took = recount(life for life in MANY if life.state.service == name).took
        every: dict[str, list[float]] = defaultdict(list)
        for each in took.values():
            for duration, seconds in each.items():
                every[duration] += seconds
        for code, duration in SPREADS.items():
            assert line[code]["count"] == len(every[duration]), (name, code)
            for q in ("p50", "p90", "p99"):
                within(line[code][q], every[duration], int(q[1:]))
        for q in ("p50", "p90"):
            within(line[f"{q}_handle"], every["handle"], int(q[1:]))
        average = sum(every["handle"]) / len(every["handle"]) / 3600
        assert line["avg_handle"] == pytest.approx(average, abs=0.005)


def within(shown: float | None, values: list[float], percent: int) -> None:
    """A quantile lies in the bucket of the value that has its rank."""
    if not values:
        assert shown is None
        return
    value = rank(values, percent / 100)
    low = max((bound for bound in BOUNDS_S if bound < value), default=0)
    high = min(bound for bound in BOUNDS_S if bound >= value)
    assert shown is not None
    assert low - 18 <= shown * 3600 <= high + 18, (percent, shown, value)  # 0.005 hours
