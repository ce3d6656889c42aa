"""What the API says of the throughput is what a second count of the same histories gives."""

from datetime import date, datetime, timedelta
from typing import Any, Final

from domain.case.intake.commands import AcceptCase, RequestCorrection, SupplyCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.review.commands import ApproveCase, StartReview
from domain.services.choices import DocumentKind
from domain.services.facts import Paper
from projections.throughput.durations import BOUNDS_S
from tests.kit.held_histories import HELD
from tests.kit.histories import lives
from tests.kit.life import CLERK, MORNING, REVIEWER, Life
from tests.kit.plate_histories import all_checks
from tests.kit.projected import filled
from tests.kit.recount import Group, rank, recount
from tests.kit.served import Service


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


MANY: Final = [
    *lives(120),
    *(corrected_once(1000 + n, MORNING + timedelta(hours=n)) for n in range(3)),
    *(plot(2000 + n, MORNING) for n, plot in enumerate(HELD)),
]
COUNTS: Final = (
    "submitted",
    "accepted",
    "decided",
    "completed",
    "refused",
    "not_accepted",
    "withdrawn",
    "lapsed",
    "corrected",
    "handed_over",
    "delivered",
    "returned",
    "reposted",
    "picked_up",
    "in_hand",
)
SHARES: Final = {
    "accept_on_time": ("accepted_on_time", "accepted"),
    "on_time_rate": ("decided_on_time", "decided"),
    "correction_rate": ("to_be_corrected", "submitted"),
    "one_notice_rate": ("corrected_once", "corrected"),
    "refusal_rate": ("against", "decided"),
    "delivery_rate": ("delivered_first", "handed_over"),
    "return_rate": ("returned_first", "handed_over"),
    "repost_rate": ("reposted", "returned"),
}


async def told(service: Service, by: str) -> list[dict[str, Any]]:
    answer = await service.http.get(
        f"/api/v1/statistics/throughput?from=2020-02-01&to=2020-12-31&by={by}"
    )
    assert answer.status_code == 200, answer.text
    lines: list[dict[str, Any]] = answer.json()["groups"]
    return lines


def group(line: dict[str, Any]) -> Group:
    return date.fromisoformat(line["day"]), line["office"], line["green"]


async def test_every_count_and_rate_is_that_of_a_second_count(service: Service) -> None:
    await filled(service.url, MANY)
    await service.fold()
    by_group = {group(line): line for line in await told(service, "day,office,green")}
    counted = recount(MANY).counts

    assert {
        key: {name: line[name] for name in COUNTS if line[name]}
        for key, line in by_group.items()
        if any(line[name] for name in COUNTS)
    } == {
        key: {name: counts[name] for name in COUNTS if counts[name]}
        for key, counts in counted.items()
        if any(counts[name] for name in COUNTS)
    }
    for key, counts in counted.items():
        for rate, (part, whole) in SHARES.items():
            share = counts[part] / counts[whole] if counts[whole] else None
            assert key not in by_group or by_group[key]["rates"][rate] == share, (key, rate)
    assert {
        rate for line in by_group.values() for rate, share in line["rates"].items() if share
    } == (SHARES.keys())


async def test_every_duration_is_that_of_a_second_count_within_its_bucket(
    service: Service,
) -> None:
    await filled(service.url, MANY)
    await service.fold()
    took = recount(MANY).took
    (whole,) = await told(service, "")
    everything = [(name, seconds) for each in took.values() for name, seconds in each.items()]

    assert {name for name, _ in everything} == whole["hours"].keys()
    for name in whole["hours"]:
        values = [value for other, seconds in everything if other == name for value in seconds]
        assert sum(whole["histograms"][name].values()) == len(values), name
        for percent in (50, 90, 99):
            value = rank(values, percent / 100)
            shown = whole["hours"][name][f"p{percent}"] * 3600
            low = max((bound for bound in BOUNDS_S if bound < value), default=0)
            high = min(bound for bound in BOUNDS_S if bound >= value)
            assert low - 18 <= shown <= high + 18, (name, percent, shown, value)  # 0.005 hours

    for line in await told(service, "day,office,green"):
        assert {n: sum(h.values()) for n, h in line["histograms"].items()} == {
            name: len(seconds) for name, seconds in took[group(line)].items() if seconds
        }
