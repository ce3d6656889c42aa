"""The guide to a service: who, what, term, fee, papers, steps, and where to go instead."""

import pytest

from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE, WINDOW_SERVICES
from domain.services.choices import DocumentKind
from domain.services.guide import ServiceGuide, fee_of, guide_of
from domain.titles import Title
from tests.unit.services.conftest import TODAY


def guide(code: str) -> ServiceGuide:
    return guide_of(CATALOGUE[code], TODAY)


def texts(told: ServiceGuide) -> list[Title]:
    return [*told.applicants, told.outcome, told.term, told.fee, *told.bring, *told.steps]


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_guide_is_complete_in_both_languages(code: str) -> None:
    told = guide(code)
    assert told.applicants
    assert told.user_kinds
    assert len(told.steps) >= 3
    for title in texts(told):
        assert title.zh
        assert title.en
        assert not title.zh.isascii()
        assert "{" not in title.zh + title.en


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_guide_says_where_to_go_exactly_while_the_service_is_not_open(code: str) -> None:
    assert (guide(code).instead is None) == CATALOGUE[code].open


def test_the_guide_of_a_document_names_it_and_ends_with_its_delivery() -> None:
    told = guide("plate_reissue")
    assert "机动车号牌" in told.outcome.zh
    assert told.term.zh == "受理后15个工作日内"
    assert told.fee.zh.startswith("105元（小型汽车号牌一副")
    assert told.payable
    assert told.documents == (
        DocumentKind.ID_FRONT,
        DocumentKind.ID_BACK,
        DocumentKind.REGISTRATION_CERTIFICATE,
    )
    assert told.on_request == (DocumentKind.PLATE_PHOTO, DocumentKind.MANDATE)
    assert "缴费" in told.steps[2].zh
    assert "领取" in told.steps[-1].zh


def test_what_is_free_is_not_paid_and_what_is_automatic_is_not_reviewed() -> None:
    told = guide("vehicle_contact_change")
    assert told.fee.zh == "不收费"
    assert not any("缴费" in step.zh or "受理" in step.zh for step in told.steps)
    assert "即时" in told.steps[-1].zh


def test_an_agent_acts_online_for_units_only() -> None:
    assert guide("plate_reissue").applicants[-1].en == (
        "agent (online for units; for a person at the window)"
    )
    assert guide("licence_renewal").applicants[-1].en == "agent (at the window)"
    assert guide("vehicle_contact_change").applicants[-1].en == "agent (at the window)"
    assert [each.zh for each in guide("violation_handling").applicants] == ["驾驶证持有人"]


def test_what_is_brought_to_an_appointment_is_told() -> None:
    for service in CATALOGUE.values():
        told = guide_of(service, TODAY)
        assert bool(told.bring) == (service.archetype is Archetype.APPOINTMENT)


def test_the_appointment_is_free_and_names_the_fee_of_the_window() -> None:
    told, window = guide("nev_swap_booking"), WINDOW_SERVICES["nev_plate_exchange"]
    assert not told.payable
    assert told.fee.zh == f"预约不收费；换牌时缴纳号牌和行驶证工本费{fee_of(window, TODAY).zh}"
    assert fee_of(window, TODAY).zh == "110元"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("exempt_inspection_mark", "三个月"),
        ("licence_renewal", "体检"),
        ("licence_overage_exchange", "体检"),
        ("medical_submit", "三十日"),
        ("licence_photo_submit", "白色背景"),
        ("medical_deferral", "一个月前"),
        ("review_deferral", "一个月前"),
        ("renewal_deferral", "三年"),
    ],
)
def test_what_comes_before_the_application_is_the_first_step(code: str, told: str) -> None:
    first, notice, *_ = guide(code).steps
    assert told in first.zh
    assert "业务须知" in notice.zh
