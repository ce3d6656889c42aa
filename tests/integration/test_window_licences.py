"""Licences that are renewed, or get other classes, at a window, to their record in the register."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.door.request import own_request
from domain.identifiers.licence_classes import LicenceClass
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.periods import add_years
from domain.register.licence import LicenceRecord, LicenceState, MedicalCertificate
from domain.register.streams import licence_stream
from domain.vault import Purpose
from tests.kit.register_records import normal_licence
from tests.kit.served import Service
from tests.kit.window_cases import READER, approve, take_in, taken_in


async def held(
    service: Service, form: dict[str, Any], *classes: LicenceClass, **more: Any
) -> tuple[UUID, LicenceRecord]:
    """The licence of whoever stands at the window."""
    names, person = service.desk.names, form["applicant"]
    record = replace(
        normal_licence(service.desk.today),
        holder=names.of(Purpose.ID_NO, person["id_no"]),
        holder_name=names.of(Purpose.NAME, person["name"]),
        file_no=names.of(Purpose.FILE, form["licence"]["file_no"]),
        classes=classes or (LicenceClass.C1,),
        **more,
    )
    stream = licence_stream(names.of(Purpose.LICENCE, form["licence"]["licence_no"]))
    enter = EnterLicence(record=record)
    await service.desk.door.handle(LICENCE, stream, enter, own_request("import", stream, 0, enter))
    return stream, record


async def on_record(service: Service, licence: UUID) -> LicenceRecord:
    return (await service.desk.door.open(LICENCE, licence, READER))[0].state.record


async def test_a_licence_is_renewed_for_ten_years_and_is_in_one_open_case(
    service: Service,
) -> None:
    form = await service.example("licence_renewal_w")
    stream, before = await held(service, form)
    case = await taken_in(service, form)
    for code in ("licence_reissue_w", "licence_downgrade"):
        assert (await take_in(service, await service.example(code))).status_code == 409
    online = await service.example("licence_renewal")
    assert (await service.submit(online, "the-same-licence")).status_code == 409
    verdicts = await approve(service, case)
    assert {code for code, verdict in verdicts.items() if verdict is not True} == {"C-ID", "C-TRUE"}
    after = await on_record(service, stream)
    assert before.valid_until
    assert (after.years, after.valid_until) == (10, add_years(before.valid_until, 10))


async def test_a_review_that_was_missed_is_made_up_and_no_longer_owed(service: Service) -> None:
    form = await service.example("review")
    overdue = frozenset({LicenceState.REVIEW_OVERDUE})
    stream, _ = await held(service, form, states=overdue)
    verdicts = await approve(service, await taken_in(service, form))
    assert verdicts["C-REVIEW"] is True
    assert False not in verdicts.values()
    assert (await on_record(service, stream)).states == {LicenceState.NORMAL}


async def test_whoever_had_twelve_points_and_was_taught_drives_again(service: Service) -> None:
    form = await service.example("full_points_edu")
    stream, _ = await held(service, form, states=frozenset({LicenceState.OVER_SCORE}))
    verdicts = await approve(service, await taken_in(service, form))
    assert verdicts["C-OVER-SCORE"] is True
    assert (await on_record(service, stream)).states == {LicenceState.NORMAL}


async def test_a_medical_certificate_is_on_file_and_the_next_one_is_due_later(
    service: Service,
) -> None:
    form = await service.example("medical_submit_w")
    begun, due = date(2017, 2, 10), date(2020, 3, 11)
    stream, _ = await held(
        service,
        form,
        LicenceClass.C5,
        first_issued_on=begun,
        issued_on=begun,
        valid_until=add_years(begun, 6),
        medical=None,
        medical_due_on=due,
    )
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    record = await on_record(service, stream)
    assert record.medical == MedicalCertificate(date(2020, 2, 19), frozenset({LicenceClass.C5}))
    assert record.medical_due_on
    assert record.medical_due_on > due


async def test_whoever_gives_his_licence_up_has_none(service: Service) -> None:
    form = await service.example("licence_cancel")
    stream, _ = await held(service, form)
    assert False not in (await approve(service, await taken_in(service, form))).values()
    assert LicenceState.CANCELLED in (await on_record(service, stream)).states


@pytest.mark.parametrize(
    ("code", "classes"),
    [
        ("licence_overage_w", (LicenceClass.A2,)),
        ("licence_downgrade", (LicenceClass.C1,)),
    ],
)
async def test_the_register_has_the_classes_that_are_left(
    service: Service, code: str, classes: tuple[LicenceClass, ...]
) -> None:
    form = await service.example(code)
    stream, _ = await held(service, form, *classes)
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    assert (await on_record(service, stream)).classes == (LicenceClass.C2,)


async def test_whoever_moves_here_has_his_licence_kept_here(service: Service) -> None:
    form = await service.example("licence_move_in")
    stream, _ = await held(service, form, office="410300")
    verdicts = await approve(service, await taken_in(service, form))
    assert verdicts["C-MOVE"] is True
    assert False not in verdicts.values()
    assert (await on_record(service, stream)).office == "410100"


async def test_a_licence_that_was_cancelled_is_restored_at_a_window(service: Service) -> None:
    form = await service.example("licence_restore")
    restorable = frozenset({LicenceState.RESTORABLE})
    stream, _ = await held(service, form, states=restorable, valid_until=date(2018, 11, 30))
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    record = await on_record(service, stream)
    assert record.states == {LicenceState.NORMAL}
    assert record.valid_until
    assert record.valid_until > service.desk.today


async def test_a_driver_of_years_without_points_may_drive_a_school_bus(service: Service) -> None:
    form = await service.example("school_bus_driver")
    stream, _ = await held(service, form)
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    assert (await on_record(service, stream)).bus_driver_since == service.desk.today


async def test_a_foreign_licence_is_exchanged_for_one_with_the_number_of_its_holder(
    service: Service,
) -> None:
    form = await service.example("licence_convert")
    verdicts = await approve(service, await taken_in(service, form))
    assert verdicts["C-NO-LICENCE"] is True
    names, id_no = service.desk.names, form["applicant"]["id_no"]
    record = await on_record(service, licence_stream(names.of(Purpose.LICENCE, id_no)))
    assert record.holder == names.of(Purpose.ID_NO, id_no)
    assert (record.classes, record.years) == ((LicenceClass.C2,), 6)
    first = await service.example("licence_initial") | {"applicant": form["applicant"]}
    first["applicant"] = first["applicant"] | {"capacity": "learner"}
    assert (await approve(service, await taken_in(service, first)))["C-NO-LICENCE"] is False


@pytest.mark.parametrize("code", ["licence_initial", "add_class"])
async def test_a_learner_is_on_record_and_sits_his_first_examination(
    service: Service, code: str
) -> None:
    form = await service.example(code)
    if code == "add_class":
        form = form | {"wanted_class": "A2"}
        await held(service, form, LicenceClass.B2)
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    exam = await service.example("exam_s1")
    person = form["applicant"] | {"capacity": "learner"}
    sat = exam["exam"] | {"exam_class": form["wanted_class"]}
    verdicts = await approve(
        service, await taken_in(service, exam | {"applicant": person, "exam": sat})
    )
    assert set(verdicts.values()) == {True}
