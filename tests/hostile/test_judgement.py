"""What is held against an attack, and how it is told."""

from tests.hostile.all_attacks import ATTACKS
from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.honest import Asked, refusals, share
from tests.hostile.report import Circumstances, document
from tests.hostile.trial import Result, Round, judged

SEEN = Circumstances(day="2020-03-02", commit="abc", machine="2 cores", minutes=3.0)
CALM = Round(served=1.0, again_s=0.0, peak_mb=110, after_mb=105)


async def _does(assault: Assault) -> None:
    del assault


ATTACK = Attack("flood", "Much.", "bytes", _does, full=Size(1), short=None, grows_mb=50)


def result(*wrong: str) -> Result:
    return Result(
        name="flood",
        words="Much.",
        limit="bytes",
        saw={"431": 1_200},
        before_mb=100,
        rounds=(CALM, CALM),
        wrong=wrong,
        seconds=9.0,
    )


def test_an_attack_that_nobody_feels_is_withstood() -> None:
    assert judged(ATTACK, 100, [CALM, CALM]) == []


def test_fewer_honest_requests_than_asked_for_are_told_with_what_they_got() -> None:
    worse = Round(served=0.5, again_s=1.0, peak_mb=110, after_mb=105, refused=("3 × track: 503",))
    (words,) = judged(ATTACK, 100, [CALM, worse])
    assert words == "50% of 80% honest requests served (3 × track: 503)"


def test_a_service_that_does_not_come_back_is_told() -> None:
    gone = Round(served=0.9, again_s=None, peak_mb=110, after_mb=105, still=("2 × page: 503",))
    (words,) = judged(ATTACK, 100, [gone, CALM])
    assert words == "not everybody served 30 s after the end (2 × page: 503)"


def test_memory_that_grows_beyond_its_bound_or_from_round_to_round_is_told() -> None:
    large = Round(served=1.0, again_s=0.0, peak_mb=160, after_mb=105)
    left = Round(served=1.0, again_s=0.0, peak_mb=130, after_mb=116)
    assert judged(ATTACK, 100, [large, CALM]) == ["memory 100 → 160 MB, 50 MB may be added"]
    assert judged(ATTACK, 100, [CALM, left]) == ["another round left 116 MB after 105 MB"]


def test_only_the_right_answer_serves_an_honest_client() -> None:
    asked = [Asked("submit", 0, 201), Asked("submit", 0, 503), Asked("page", 0, 200)]
    asked += [Asked("page", 0, 0), Asked("track", 0, 404)]
    assert share(asked) == 0.4
    assert list(refusals(asked)) == ["1 × page: nothing", "1 × submit: 503", "1 × track: 404"]


def test_the_document_names_the_limit_the_count_and_the_run() -> None:
    text = document([result()], SEEN)
    assert "1 of 1 attacks withstood" in text
    row = "| flood | Much. | bytes | 1,200 × 431 | 100% | 0.0 s | 100 → 110 → 105 → 105 |"
    assert f"{row} 2020-03-02: withstood |" in text
    assert "Not withstood" not in text


def test_an_attack_that_succeeds_is_told_first() -> None:
    text = document([result("the server has died")], SEEN)
    assert "0 of 1 attacks withstood" in text
    assert "**Not withstood:** flood: the server has died." in text


def test_attacks_have_names_of_their_own_and_say_how_much_they_do() -> None:
    assert len({each.name for each in ATTACKS}) == len(ATTACKS)
    for each in ATTACKS:
        assert "{" not in each.words.format(size=each.full)
        assert each.short is None or each.short.attackers <= each.full.attackers
