"""The tables of the dashboard, made of one set of answers so that they agree."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.language import Language
from api.pages.dashboard.asking import Answers, DashboardQuestion
from api.pages.dashboard.concerns import CONCERNS
from api.pages.dashboard.figure_rows import Row, columns, row, rows
from api.pages.dashboard.order import RowOrder
from api.pages.dashboard.stock_rows import stock_row, stock_rows
from api.pages.kit.places import place_text
from api.pages.kit.viewer import Viewer
from domain.case.stage import Stage
from domain.offices.tree import REGIONS, ZHENGZHOU
from domain.services.catalogue import Catalogue
from projections.throughput import measures
from projections.throughput.definitions.channels import ONLINE_TOTAL
from projections.throughput.lines import Line, summed
from projections.throughput.plain import HELD


def tables(
    found: Answers, asked: DashboardQuestion, order: RowOrder, catalogue: Catalogue, viewer: Viewer
) -> dict[str, Any]:
    """The rows of every table, with the titles of cities and services."""
    of_one = asked.service is not None
    cities = {code: place_text(code, viewer.language) for code in sorted(REGIONS)}
    services = _services(
        catalogue,
        [*found.services, *found.services_now, *found.both],
        asked.service,
        viewer.language,
    )
    by_city = rows(cities, summed(found.cities, ["region"]), of_one_service=of_one)
    by_service = rows(services, summed(found.services, ["service"]), of_one_service=True)
    henan, total_text = viewer.say("全省", "Henan"), viewer.say("合计", "Total")
    all_cities = row("", henan, total(found.cities), of_one_service=of_one)
    all_services = row("", total_text, total(found.services))
    overview = [
        row("today", viewer.say("今日", "Today"), total(found.today)),
        row("since", viewer.say("2月3日以来", "Since 3 February"), total(found.since)),
    ]
    stock = stock_rows(services, summed(found.services_now, ["service"]))
    of_both = total(narrowed(found.services_now, service=asked.service)) or Line({})
    return {
        "titles": {**cities, **services},
        "overview": overview,
        "overview_columns": columns(overview),
        "online": sum(ONLINE_TOTAL.of(each) for each in found.since if _is_ours(each)),
        "green": sum(sum(each.by_kind(measures.GREEN).values()) for each in found.since),
        "in_hand": stock_rows(cities, summed(found.cities_now, ["region"])),
        "stock": order.sorted(stock),
        "all_stock": stock_row("", total_text, total(found.services_now)),
        "watched": [(each, each.of(of_both)) for each in CONCERNS],
        "listed_stages": _stages(of_both, viewer.language),
        "cities": order.sorted(by_city),
        "all_cities": all_cities,
        "city_columns": columns([*by_city, all_cities]),
        "services": order.sorted(by_service),
        "all_services": all_services,
        "service_columns": columns([*by_service, all_services]),
    }


def detailed(found: Answers, titles: Mapping[str, str]) -> list[tuple[str, list[Row]]]:
    """Every city, with those of its services in which anything happened."""
    sums = summed(found.both, ["region", "service"])
    of_cities = [
        (
            titles[code],
            [
                row(s, title, sums[code, s], of_one_service=True)
                for s, title in titles.items()
                if (code, s) in sums
            ],
        )
        for code in sorted(REGIONS)
    ]
    return [(city, of_city) for city, of_city in of_cities if of_city]


def narrowed(lines: Sequence[Line], **chosen: str | None) -> list[Line]:
    """The lines of the region or of the service that was chosen, if one was."""
    return [
        line for line in lines if all(code in {None, line.key[by]} for by, code in chosen.items())
    ]


def total(lines: Sequence[Line]) -> Line | None:
    return summed(lines, []).get(())


def _is_ours(line: Line) -> bool:
    """The announcement of 2020-02-23 counts what Zhengzhou accepted online."""
    return bool(line.key["region"] == ZHENGZHOU)


def _stages(line: Line, language: Language) -> list[tuple[str, str, int]]:
    """The stages at which any case is, with their words and how many."""
    return [
        (stage, stage.text(language), count)
        for stage in Stage
        if stage in HELD and (count := line.counts.get(HELD[stage], 0))
    ]


def _services(
    catalogue: Catalogue, lines: Sequence[Line], chosen: str | None, language: Language
) -> dict[str, str]:
    """The 24, the one that was chosen, and those of the windows of which there is any case.

    So the rows add up.
    """
    seen = {code for (code,) in summed(lines, ["service"])} | {chosen}
    return {
        code: service.title.text(language)
        for code, service in catalogue.items()
        if not service.at_window or code in seen
    }
