"""Which versions of a stream a caller's headers leave (RFC 9110 §13.1)."""

import pytest
from starlette.datastructures import Headers

from api.preconditions import versions_named, versions_required
from api.problems import Problem


def left(**headers: str) -> list[int]:
    """Those of the first six versions on which the command may be carried out."""
    named = versions_required(Headers({name.replace("_", "-"): headers[name] for name in headers}))
    return [version for version in range(6) if version in named]


@pytest.mark.parametrize(
    ("sent", "versions"),
    [
        ('"v3"', [3]),
        (' "v3"\t', [3]),
        ('"v3", "v5"', [3, 5]),
        (',"v3" ,, "v5",', [3, 5]),
        ('"v0"', [0]),
        ('"a,b", "v3"', [3]),
        ("*", [1, 2, 3, 4, 5]),
        ('W/"v3"', []),
        ('W/"v3", "v4"', [4]),
        ('"v03"', []),
        ('"V3"', []),
        ('""', []),
        ('"v99999999999999999999"', []),
        ('"another tag"'.replace(" ", "-"), []),
    ],
)
def test_a_strong_tag_of_the_list_matches_and_a_weak_one_never(
    sent: str, versions: list[int]
) -> None:
    assert left(if_match=sent) == versions


@pytest.mark.parametrize(
    ("sent", "versions"),
    [
        ('"v3"', [0, 1, 2, 4, 5]),
        ('W/"v3"', [0, 1, 2, 4, 5]),
        ("*", [0]),
        ('"nothing-of-ours"', [0, 1, 2, 3, 4, 5]),
    ],
)
def test_what_must_not_match_is_left_out_weak_tags_too(sent: str, versions: list[int]) -> None:
    assert left(if_none_match=sent) == versions


def test_both_must_hold() -> None:
    assert left(if_match='"v3", "v4"', if_none_match='"v4"') == [3]
    assert left(if_match="*", if_none_match='"v2"') == [1, 3, 4, 5]
    assert left(if_match="*", if_none_match="*") == []


@pytest.mark.parametrize("name", ["if-match", "if-none-match"])
@pytest.mark.parametrize(
    "sent",
    ["", " ", ",", "v3", '"v3', 'w/"v3"', 'W/ "v3"', '"v3" "v4"', '*, "v3"', '"a b"', '"v3"x'],
)
def test_what_is_no_list_of_tags_is_a_bad_request(name: str, sent: str) -> None:
    with pytest.raises(Problem) as refused:
        versions_named(Headers({name: sent}))
    assert (refused.value.status, refused.value.code) == (400, f"{name}-invalid")


def test_nothing_sent_is_nothing_named() -> None:
    assert versions_named(Headers()) is None
    with pytest.raises(Problem) as refused:
        versions_required(Headers())
    assert refused.value.status == 428


@pytest.mark.parametrize(
    ("headers", "named"),
    [
        ({"if-match": '"v3"'}, "3"),
        ({"if-match": '"v10", "v9"'}, "9,10"),
        ({"if-match": "*"}, None),
        ({"if-none-match": '"v3"'}, None),
        ({"if-none-match": "*"}, "0"),
    ],
)
def test_only_who_names_versions_can_ask_again_without_a_key(
    headers: dict[str, str], named: str | None
) -> None:
    found = versions_named(Headers(headers))
    assert found is not None
    assert found.named == named


def test_a_long_list_is_read_in_one_pass() -> None:
    assert left(if_match=",".join(['"x"'] * 10_000) + ',"v2"') == [2]
