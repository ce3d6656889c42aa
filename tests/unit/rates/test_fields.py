"""What an answer tells of a limit."""

import pytest

from api.rates.bucket import Bucket, Fill, KeyKind
from api.rates.buckets import GUESSED
from api.rates.fields import rate_fields, too_many
from api.rates.general import GENERAL
from domain.titles import Title

HOURLY = Bucket("hourly", KeyKind.REFERENCE, 5, 3_600, Title("每小时", "an hour"))
OFTEN = Bucket("often", KeyKind.ADDRESS, 30, 600, Title("经常", "often"))


@pytest.mark.parametrize(
    ("full_in_s", "left", "next_s"),
    [
        (0.0, 5, 720),
        (720.0, 4, 720),
        (719.2, 4, 720),
        (720.5, 3, 1),
        (2_880.0, 1, 720),
        (3_600.0, 0, 720),
        (3_000.0, 0, 120),
    ],
)
def test_the_level_says_how_many_are_left_and_when_there_is_one_more(
    full_in_s: float, left: int, next_s: int
) -> None:
    level = Fill(HOURLY, True, full_in_s)
    assert (level.left, level.next_s) == (left, next_s)


def test_the_fields_are_lists_of_quoted_names_with_whole_numbers() -> None:
    levels = (Fill(HOURLY, True, 720), Fill(OFTEN, True, 20))
    assert rate_fields(levels) == {
        "ratelimit-policy": '"hourly";q=5;w=3600, "often";q=30;w=600',
        "ratelimit": '"hourly";r=4;t=720, "often";r=29;t=20',
    }
    assert rate_fields(()) == {}


def test_whoever_is_refused_is_told_a_time_that_is_not_the_same_for_all() -> None:
    refused = [too_many(Fill(HOURLY, False, 3_600)) for _ in range(200)]
    waits = {int(each.headers["retry-after"]) for each in refused}
    assert min(waits) >= 720
    assert max(waits) <= 792
    assert len(waits) > 10
    problem = refused[0]
    assert (problem.code, problem.status) == ("too-many-requests", 429)
    assert problem.members["violated-policies"] == ["hourly"]
    assert str(problem.members["retry_after"]) == problem.headers["retry-after"]
    assert problem.headers["ratelimit"] == '"hourly";r=0;t=720'


def test_no_two_buckets_have_one_name() -> None:
    every = (*GUESSED, *GENERAL)
    assert len({bucket.name for bucket in every}) == len(every)
