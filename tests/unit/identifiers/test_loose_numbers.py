"""Numbers without a published format, names of units, and the end of an identity number."""

import pytest

from domain.identifiers import document_number, last_four, resident_id, unit_name, uscc
from domain.identifiers.invalid import InvalidIdentifier
from tests.unit.services.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("军字第2001988号", "军字第2001988号"),
        ("军字第２００１９８８号 ", "军字第2001988号"),
        ("0012345678(B)", "0012345678B"),
        ("0012345678（b）", "0012345678B"),
        ("0012345678B", "0012345678B"),
        ("h12345678", "H12345678"),
        ("H 1234 5678", "H12345678"),
    ],
)
def test_the_number_of_a_document_is_read_loosely(text: str, number: str) -> None:
    assert document_number.parse(text).text == number


@pytest.mark.parametrize("text", ["", "()", "E123@456", "E123;456", "Ё1234567"])
def test_what_stands_on_no_document_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier, match="characters"):
        document_number.parse(text)


def test_a_number_with_a_format_has_its_own_normal_form_here_too() -> None:
    for text in ("410102 19920229 1236", "410102199202291236"):
        assert document_number.parse(text).text == resident_id.parse(text, TODAY).text
    assert document_number.parse("91410100ma45000177").text == uscc.parse("91410100ma45000177").text


def test_the_sign_of_multiplication_is_read_as_the_x_of_an_id_number() -> None:
    assert resident_id.parse("11010519491231002×", TODAY).text == "11010519491231002X"


@pytest.mark.parametrize(
    ("text", "end"),
    [("1236", "1236"), ("１２３６", "1236"), (" 002x ", "002X"), ("00 2Ｘ", "002X")],
)
def test_the_last_four_are_read_as_they_were_typed(text: str, end: str) -> None:
    assert last_four.parse(text) == end


@pytest.mark.parametrize("text", ["", "123", "12345", "12号6"])
def test_what_is_not_four_digits_or_letters_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        last_four.parse(text)


@pytest.mark.parametrize(
    ("number", "end"),
    [("410102199202291236", "1236"), ("军字第2001988号", "1988"), ("", ""), ("12", "12")],
)
def test_a_number_ends_with_its_last_four_digits_and_letters(number: str, end: str) -> None:
    assert last_four.end_of(number) == end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("郑州市\U0003158e\U0002ebf0运输有限公司", "郑州市\U0003158e\U0002ebf0运输有限公司"),
        ("河南（示例）汽车 有限公司", "河南（示例）汽车 有限公司"),
        ("⾼⽂物流", "高文物流"),
        ("河南＆示例", "河南&示例"),
        ("河南•示例", "河南·示例"),
        ("示例\u200b公司", "示例公司"),
    ],
)
def test_the_name_of_a_unit_is_read(text: str, name: str) -> None:
    assert unit_name.parse(text).text == name


@pytest.mark.parametrize("text", ["", "  ", "示例<b>公司", "示例\n公司", "示例_公司"])
def test_what_names_no_unit_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        unit_name.parse(text)
