"""An aggregate is its folder and a line in each registry: what serves every aggregate names none.

The table in CONTRIBUTING says what each kind of change touches; here it is held to.
"""

from typing import Any, Final

import pytest

from domain.aggregate import Aggregate
from domain.aggregates import AGGREGATES
from tests.kit.tree import PRODUCT, ROOT, imports, modules, name

REGISTRIES: Final = {
    "domain/aggregates.py",
    "projections/registry.py",
    "api/office_resources.py",
    "api/resources.py",
    "workers/concerned.py",
}
"""Where an aggregate may have a line of its own."""
ITS_OWN: Final = {
    "case": {
        "api/",
        "cheguan/",
        "domain/payments/books.py",
        "domain/payments/movement.py",
        "projections/centres/",
        "projections/takings/",
        "domain/submission/",
        "projections/appointments/",
        "projections/audit/",
        "projections/caseload/",
        "projections/expected/",
        "projections/examinations/",
        "projections/draws/",
        "projections/throughput/",
        "projections/tracking/",
        "workers/carriers/orders.py",
        "workers/checker.py",
        "workers/consultation.py",
        "workers/deadline_warnings.py",
        "workers/holidays.py",
        "workers/messages/",
        "workers/notices/",
        "workers/record_change.py",
        "workers/registers/delivery.py",
        "workers/slipped_dates.py",
        "workers/told.py",
        "workers/upload_sweep.py",
        "workers/webhooks/",
    },
    "access_record": {
        "api/accesses/",
        "api/enquiries.py",
        "api/pages/enquiries/",
        "api/pages/handover/labels.py",
        "api/pages/instruments/printing.py",
        "api/pages/audit/",
        "api/pages/desk/",
        "api/reveals.py",
        "api/routers/reveal.py",
        "api/views/own_view.py",
        "projections/accesses/",
        "projections/audit/",
    },
    "claim": {"domain/submission/", "workers/record_change.py"},
    "one_time_code": {
        "api/one_time_codes/",
        "api/pages/apply/code_page.py",
        "api/routers/one_time_codes.py",
        "cheguan/compose.py",
        "domain/submission/",
        "workers/messages/",
    },
    "number": {"projections/numbers/", "domain/submission/"},
    "ban": {"domain/submission/"},
    "enquiry": {
        "api/enquiries.py",
        "api/pages/enquiries/",
        "api/pages/mine/enquiry/",
        "api/routers/enquiries.py",
        "api/views/conversation.py",
        "projections/enquiries/",
    },
    "enquiry_desk": {"api/pages/enquiries/"},
    "call_log": {"cheguan/call_import.py", "projections/calls/"},
    "notice": {"api/pages/notices/", "projections/notices/", "workers/notices/"},
    "notice_samples": {"api/pages/notices/", "workers/messages/"},
    "webhook": {"api/pages/webhooks/", "projections/webhooks/", "workers/webhooks/"},
    "webhook_message": {"api/pages/webhooks/", "projections/webhooks/", "workers/webhooks/"},
    "order": {
        "api/accesses/",
        "api/bank.py",
        "api/routers/charges.py",
        "api/views/charge.py",
        "cheguan/bank/",
        "cheguan/bank_notices.py",
        "domain/payments/",
        "projections/takings/",
        "workers/banks/",
    },
    "parcel": {
        "api/pages/dashboard/",
        "api/pages/handover/irregular.py",
        "api/pages/handover/irregular_page.py",
        "api/routers/parcels.py",
        "api/views/parcel_steps.py",
        "projections/parcels/",
        "projections/tracking/",
        "api/pages/handover/",
        "cheguan/carrier/",
        "domain/carriers/",
        "projections/carriage/",
        "workers/carriers/",
    },
    "prefecture": {
        "api/pages/bulletin/",
        "api/pages/dashboard/",
        "api/pages/openings/",
        "api/pages/prefecture/",
        "api/views/city_tiles.py",
        "api/views/decision_preview.py",
        "api/views/open_today.py",
        "api/views/openings.py",
        "api/views/seat_calendar.py",
        "api/views/window_decision.py",
        "api/routers/decision_preview.py",
        "api/routers/window_statistics.py",
        "projections/caseload/window_holds.py",
        "projections/windows/",
    },
    "vehicle": {"workers/registers/", "projections/reminders/"},
    "licence": {"workers/registers/", "projections/reminders/", "api/pages/kit/penalty_sheet.py"},
    "learner_permit": {"workers/registers/", "projections/reminders/"},
    "exam_plan": {
        "api/pages/apply/examinations/",
        "api/views/announced_exams.py",
        "api/views/exam_rank.py",
        "api/routers/examinations.py",
        "projections/examinations/",
        "projections/throughput/examinations.py",
        "workers/consultation.py",
        "workers/ranker.py",
    },
    "plan": {"api/routers/seat_days.py", "api/views/seat_calendar.py", "api/views/seat_day.py"},
    "violation": {
        "domain/submission/",
        "projections/violations/",
        "api/pages/mine/violations/",
    },
    "penalty": {
        "domain/submission/",
        "domain/payments/",
        "projections/fines/",
        "projections/takings/",
        "api/pages/kit/penalty_sheet.py",
    },
    "seat": set(),
    "alarm": {"api/pages/dashboard/", "api/views/standing_alarms.py", "projections/alarms/"},
    "collection": {
        "cheguan/order_books.py",
        "cheguan/post_settlement.py",
        "domain/payments/",
        "projections/takings/",
    },
    "till": {"api/pages/counter/tills/", "projections/tills/"},
    "stock": {"api/pages/desk/blanks/", "projections/stock/"},
    "draw": {
        "api/desk.py",
        "api/routers/published_draws.py",
        "cheguan/verified_draws.py",
        "domain/submission/",
        "projections/draws/",
        "workers/draws/",
    },
    "print_job": {"api/pages/instruments/", "projections/printing/"},
    "hall": {
        "api/pages/hall/",
        "api/pages/openings/",
        "api/views/halls.py",
        "api/views/openings.py",
        "projections/halls/",
    },
    "improvement": {"api/pages/prefecture/improvements/", "projections/improvements/"},
    "centre": {"api/pages/prefecture/centre/", "projections/centres/"},
    "hall_measures": {"api/pages/hall/", "api/views/halls.py"},
    "reminder": {"api/pages/notices/", "projections/reminders/", "workers/notices/"},
    "reliefs": {
        "api/pages/bulletin/",
        "api/views/both_deadlines.py",
        "api/views/relief_text.py",
        "workers/reliefs.py",
    },
}
"""The rooms that are about one aggregate: its read models, its pages, what begins its streams."""
TELLS_A_STORY: Final = ("cheguan/town/", "cheguan/bench/", "cheguan/whatif/")


def folder(aggregate: Aggregate[Any]) -> str:
    """``domain/NAME/``, where its events stand or stand below."""
    return "/".join(aggregate.event.__module__.split(".")[:2]) + "/"


IMPORTS: Final = {name(path): imports(path) for path in modules(*PRODUCT)}


def naming(aggregate: Aggregate[Any]) -> set[str]:
    """The files of the product, outside its folder, that import from it."""
    module = folder(aggregate).rstrip("/").replace("/", ".")
    return {
        file
        for file, names in IMPORTS.items()
        if not file.startswith(folder(aggregate))
        and any(each == module or each.startswith(f"{module}.") for each in names)
    }


@pytest.mark.parametrize("aggregate", AGGREGATES, ids=lambda each: each.kind)
def test_an_aggregate_is_named_in_its_own_rooms_and_in_the_registries_only(
    aggregate: Aggregate[Any],
) -> None:
    others = tuple(folder(each) for each in AGGREGATES if each is not aggregate)
    rooms = tuple(ITS_OWN[aggregate.kind])
    outside = {
        file
        for file in naming(aggregate) - REGISTRIES
        if not file.startswith((*rooms, *others, *TELLS_A_STORY))
    }
    assert outside == set()


@pytest.mark.parametrize("aggregate", AGGREGATES, ids=lambda each: each.kind)
def test_a_room_that_is_listed_is_in_use(aggregate: Aggregate[Any]) -> None:
    named = naming(aggregate)
    assert [
        room for room in ITS_OWN[aggregate.kind] if not any(f.startswith(room) for f in named)
    ] == []


def test_every_aggregate_has_a_line_in_the_first_registry() -> None:
    named = {file for each in AGGREGATES for file in naming(each)}
    assert "domain/aggregates.py" in named
    assert ITS_OWN.keys() >= {each.kind for each in AGGREGATES}


def test_every_folder_of_events_is_that_of_an_aggregate() -> None:
    """No folder of an aggregate is forgotten in the registry."""
    found = {f"domain/{path.parent.name}/" for path in (ROOT / "domain").glob("*/events.py")}
    assert found <= {folder(each) for each in AGGREGATES}
