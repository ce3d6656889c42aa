"""What is shown for a document that is made anew, and by whom; one open case for an examination."""

import json

import pytest

from domain.services.reader import read_window_form
from domain.services.window.table import ROWS
from tests.unit.services.window.given import TODAY, defects, example


@pytest.mark.requirement("R07")
@pytest.mark.parametrize("code", ["cert_reissue", "plate_reissue_w", "permit_reissue_w"])
def test_a_lost_document_is_reissued_on_the_identity_document_alone(code: str) -> None:
    body = example(code, reissue="reissue", originals=["identity"])
    assert defects(body) == []
    (handed_in,) = ROWS[code].end.handed_in
    replaced = {**body, "reissue": "replace"}
    assert defects(replaced) == [("/originals", f"original_missing_{handed_in}")]


@pytest.mark.requirement("R07")
def test_a_lost_licence_is_reissued_against_a_statement_of_the_loss() -> None:
    body = example("licence_reissue_w", reissue="reissue", originals=["identity"])
    assert defects(body) == [("/originals", "original_missing_loss_statement")]
    assert defects({**body, "originals": ["identity", "loss_statement"]}) == []


def test_a_document_is_either_lost_or_replaced() -> None:
    assert ("/reissue", "missing") in defects(example("cert_reissue", reissue=None))
    assert ("/reissue", "not_applicable") in defects(example("reg_transfer", reissue="reissue"))


def test_nobody_applies_for_the_lost_certificate_of_another() -> None:
    body = example("cert_reissue", originals=["certificate", "identity", "mandate"])
    body["applicant"] = {**body["applicant"], "capacity": "agent"}
    body["agent"] = {"name": "李四", "id_no": "410102199003071233", "mobile": "13900001234"}
    assert ("/reissue", "reissue_in_person") in defects({**body, "reissue": "reissue"})
    assert "/reissue" not in {pointer for pointer, _ in defects(body)}


def test_a_learner_has_one_open_case_for_a_subject_whatever_number_his_permit_has() -> None:
    exam = {**example("exam_s1")["exam"], "permit_no": "410100999999"}
    one, other = (
        read_window_form(json.dumps(body).encode(), today=TODAY).subjects().matter_no
        for body in (example("exam_s1"), example("exam_s1", exam=exam))
    )
    assert one == other
    assert one is not None
    assert one.endswith(":SUBJ1")
