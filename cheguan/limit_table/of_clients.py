"""How often a client may ask, how often anybody may guess, and how many may wait."""

from typing import Final

from api.live.watchers import OF_EACH as WATCHED_OF_EACH
from api.live.watchers import PLACES as WATCHED
from api.rates.bucket import Bucket
from api.rates.buckets import (
    CODES_FROM_ADDRESS,
    CODES_OF_PARTNER,
    CODES_OF_PERSON,
    CODES_TO_NUMBER,
    GUESSED,
    MESSAGES,
    MISSES,
    QUESTIONS_OF_REFERENCE,
    TRACKING_FROM_ADDRESS,
    TRACKING_OF_REFERENCE,
    VERIFYING,
)
from api.rates.general import ANONYMOUS, GENERAL
from api.rates.memory_buckets import MOST
from cheguan.limit_table.limit import Limit
from domain.event_store.store import SETTLED_AT_ONCE
from projections.engine.waiting_room import OF_EACH, PLACES

_GUESSES: Final = "tests/integration/test_guesses.py::"
_WAITS: Final = "tests/integration/test_min_position.py::"
_WATCHES: Final = "tests/unit/live/test_watchers.py::"
_CLIENTS: Final = "tests/contract/test_throttle.py::"
_CODES: Final = "tests/integration/test_one_time_codes.py::"
_HELD_BY: Final = {
    TRACKING_OF_REFERENCE: (
        f"{_GUESSES}test_after_five_wrong_ends_a_reference_is_not_looked_at_for_a_while"
    ),
    TRACKING_FROM_ADDRESS: f"{_GUESSES}test_thirty_wrong_attempts_from_one_address_are_enough",
    VERIFYING: (
        "tests/integration/instruments/test_verify.py::"
        "test_whoever_tries_codes_out_is_soon_told_to_come_later"
    ),
    MISSES: f"{_GUESSES}test_an_emptied_bucket_and_too_many_misses_of_all_raise_an_alarm",
    ANONYMOUS: f"{_CLIENTS}test_an_address_that_asks_too_often_is_told_when_to_come_again",
    QUESTIONS_OF_REFERENCE: (
        "tests/integration/test_tracked_questions.py::test_ten_questions_a_day_are_asked_of_a_case"
    ),
    CODES_TO_NUMBER: f"{_CODES}test_five_an_hour_go_to_one_number",
    CODES_OF_PERSON: f"{_CODES}test_one_person_asks_for_ten_an_hour",
    **dict.fromkeys(
        (CODES_OF_PARTNER, CODES_FROM_ADDRESS),
        f"{_CODES}test_a_partner_and_a_place_have_limits_of_their_own",
    ),
    **dict.fromkeys(GENERAL[1:], f"{_CLIENTS}test_who_has_signed_in_is_measured_by_who_he_is"),
}
_OTHERWISE: Final = f"{_GUESSES}test_whatever_can_be_guessed_is_limited"


def _of(bucket: Bucket, unit: str) -> Limit:
    return Limit(
        f"`{bucket.name}`",
        f"{bucket.what_for.en} (by {bucket.key.en})" if bucket is not MISSES else "all misses",
        bucket.burst,
        f"{unit}, given again within {bucket.refill_s:,} seconds",
        "429" if bucket is not MISSES else "an alarm",
        _HELD_BY.get(bucket, _OTHERWISE),
    )


CLIENT_LIMITS: Final = (
    *(_of(bucket, "requests") for bucket in GENERAL),
    Limit(
        "clients remembered",
        "clients whose requests a process counts",
        MOST,
        "clients",
        "whoever was away longest is forgotten, and begins anew",
        "tests/unit/rates/test_memory_buckets.py::"
        "test_the_memory_is_bounded_and_forgets_who_was_away_longest",
    ),
    *(_of(bucket, "attempts") for bucket in GUESSED),
    *(_of(bucket, "messages") for bucket in MESSAGES),
    Limit(
        "waiting for a position",
        "readers who wait for `min_position`, two seconds at most",
        PLACES,
        "readers",
        "503 at once",
        f"{_WAITS}test_there_are_few_places_and_the_rest_is_told_at_once",
    ),
    Limit(
        "waiting from one address",
        "of them from one address",
        OF_EACH,
        "readers",
        "503 at once",
        f"{_WAITS}test_there_are_few_places_and_the_rest_is_told_at_once",
    ),
    Limit(
        "open pages",
        "pages that listen at `/live` for what moves",
        WATCHED,
        "pages",
        "503, and the page looks now and then",
        f"{_WATCHES}test_places_are_bounded_in_all_and_for_each_address",
    ),
    Limit(
        "open pages of one address",
        "of them of one address",
        WATCHED_OF_EACH,
        "pages",
        "503, and the page looks now and then",
        f"{_WATCHES}test_places_are_bounded_in_all_and_for_each_address",
    ),
    Limit(
        "settling",
        "callers at once who ask what became of a command",
        SETTLED_AT_ONCE,
        "callers",
        "`pending`, to be asked again",
        f"{_WAITS}test_few_ask_at_once_what_became_of_a_command",
    ),
)
