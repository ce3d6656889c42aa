"""Phones, postcodes, regions, names and addresses."""

import pytest

from domain.identifiers import address, landline, mobile, person_name, postcode, region
from domain.identifiers.henan_names import NAMES
from domain.identifiers.invalid import InvalidIdentifier


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "+8613812345678",
        " +86 138 1234 5678",
        "１３８１２３４５６７８",
        "0086 13812345678",
        "8613812345678",
        "(+86)138-1234-5678",
        "\u202d138 1234 5678\u202c",
    ],
)
def test_a_mobile_number_is_read_without_spaces_and_country(text: str) -> None:
    assert mobile.parse(text).text == "13812345678"


@pytest.mark.parametrize("text", ["12812345678", "1381234567", "0013812345678", "861381234567"])
def test_a_wrong_mobile_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        mobile.parse(text)


@pytest.mark.parametrize("text", ["0371-66778899", "037166778899", "0371 66778899"])
def test_a_landline_number_is_read_to_its_digits(text: str) -> None:
    assert landline.parse(text).text == "037166778899"


@pytest.mark.parametrize("text", ["66778899", "0371--66778899", "371-66778899", "0371-667788990"])
def test_a_landline_number_needs_its_area_code_and_seven_or_eight_digits(text: str) -> None:
    with pytest.raises(InvalidIdentifier):
        landline.parse(text)


def test_the_middle_of_a_phone_number_is_hidden() -> None:
    assert mobile.mask("13812345678") == "138****5678"
    assert mobile.mask("+8613812345678") == "138****5678"
    assert landline.mask("037166778899") == "037*****8899"
    assert mobile.mask("5678") == "***"
    assert "1381" not in repr(mobile.parse("13812345678"))


def test_a_postcode_has_six_digits() -> None:
    assert postcode.parse("450000").in_henan
    assert not postcode.parse("100000").in_henan
    assert postcode.mask("450001") == "4500**"
    with pytest.raises(InvalidIdentifier, match="length"):
        postcode.parse("45000")
    with pytest.raises(InvalidIdentifier, match="characters"):
        postcode.parse("45000A")


def test_a_region_of_henan_tells_its_unit() -> None:
    found = region.parse("410122")
    assert (found.unit, found.name) == ("410100", "中牟县")
    assert region.parse("410105").unit == "410100"
    assert region.parse("411300").unit == "411300"
    assert region.parse("419001").unit == "419001"


@pytest.mark.parametrize("code", ["410000", "419000", "411023", "110105", "410199"])
def test_a_code_that_is_no_place_in_henan_is_refused(code: str) -> None:
    with pytest.raises(InvalidIdentifier, match="region"):
        region.parse(code)


def test_henan_has_eighteen_units_and_a_hundred_and_four_counties() -> None:
    units = {code for code in NAMES if region.unit_of(code) == code}
    counties = {code for code in NAMES if code[4] in "238" and code not in units}
    assert (len(units), len(counties)) == (18, 104)
    assert {region.unit_of(code) for code in NAMES} == units


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "欧阳修",
        "王",
        "阿卜杜拉·买买提",
        "𠮷田",
        "〇一",
        "O'Brien",
        "Anne-Marie St. John",
        "Müller",
    ],
)
def test_a_name_is_of_one_script(text: str) -> None:
    assert person_name.parse(f" {text} ").text == text


def test_the_dots_of_other_keyboards_are_read() -> None:
    for dot in "•‧・．.･∙⋅․﹒⸱":
        assert person_name.parse(f"阿卜杜拉{dot}买买提").text == "阿卜杜拉·买买提"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("张　三", "张三"),
        ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"),
        ("⾼⽂", "高文"),
        ("⻢⻰", "马龙"),
        ("张\u200b三\ufeff", "张三"),
        ("葛\U000e0101伟", "葛伟"),
        ("\U0002ebf0\U0003158e", "\U0002ebf0\U0003158e"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"),
        ("O‘Brien", "O'Brien"),
        ("Anne–Marie", "Anne-Marie"),
    ],
)
def test_a_name_is_read_as_it_was_meant(text: str, meant: str) -> None:
    assert person_name.parse(text).text == meant


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "length"),
        ("  ", "length"),
        ("张" * 41, "length"),
        ("张3", "characters"),
        ("张三.", "characters"),
        ("·张", "characters"),
        ("张San", "characters"),
        ("-John", "characters"),
        ("<b>", "characters"),
        ("张\x00", "characters"),
        ("😀", "characters"),
    ],
)
def test_what_is_no_name_is_refused(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        person_name.parse(text)
    assert refusal.value.rule == rule


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("张三", "张*"),
        ("张三丰", "张*"),
        ("欧阳修", "欧阳*"),
        ("欧阳", "欧*"),
        ("阿卜杜拉·买买提", "阿*"),
        ("John Smith", "J*"),
        ("王", "*"),
        ("张3", "***"),
    ],
)
def test_only_the_family_name_is_shown(text: str, shown: str) -> None:
    assert person_name.mask(text) == shown
    assert "三丰" not in repr(person_name.parse("张三丰"))


def test_an_address_has_five_to_a_hundred_characters() -> None:
    assert address.parse(" 河南省郑州市金水区文化路1号 ").text == "河南省郑州市金水区文化路1号"
    assert len(address.parse("路" * 100).text) == 100
    for wrong in ("文化路1", "路" * 101):
        with pytest.raises(InvalidIdentifier, match="length"):
            address.parse(wrong)


@pytest.mark.parametrize("character", list("\x00\n\x7f\ufff9\ue000\ud800\u2028"))
def test_an_address_has_no_control_characters(character: str) -> None:
    with pytest.raises(InvalidIdentifier, match="characters"):
        address.parse(f"文化路1号{character}楼")


@pytest.mark.parametrize("mark", list("\u202e\u200b\ufeff\xad"))
def test_what_nobody_sees_is_dropped_from_an_address(mark: str) -> None:
    assert address.parse(f"文化路1号{mark}楼").text == "文化路1号楼"


def test_an_address_may_hold_ideographs_that_are_younger_than_this_python() -> None:
    for place in ("\U0002ebf0河路12号", "\U0003158e河路12号", "\U000323b0河路12号"):
        assert address.parse(place).text == place


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("河南省郑州市金水区文化路1号", "河南省郑州市金水区***"),
        ("郑州市中牟县广惠街1号", "郑州市中牟县***"),
        ("巩义市新华路1号", "巩义市***"),
        ("济源市济水大街1号", "济源市***"),
        ("文化路12号幸福小区", "***"),
        ("北京市东城区东长安街1号", "***"),
    ],
)
def test_an_address_is_shown_to_its_district(text: str, shown: str) -> None:
    assert address.mask(text) == shown
    assert text not in repr(address.parse(text))
