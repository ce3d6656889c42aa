"""What a reaction declares: its name, its ids, and what a refusal means to it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from cheguan.registry import REGISTRY
from domain.aggregate import Aggregate
from domain.aggregates import AGGREGATES
from domain.case.case import CASE
from domain.claims.claim import CLAIM
from domain.claims.events import ClaimTaken
from domain.codec import Codec
from domain.door.refusals import MovedOn
from domain.orders.order import ORDER
from domain.reaction import DONE, Cause, Later, Reaction, command_id, meaning
from domain.reactions import declared
from domain.refusal import Conflict, NotAsThingsStand, NotAtThisStage, NotPermitted

STREAM, TARGET = UUID(int=1), UUID(int=2)
NEVER: Reaction[ClaimTaken] = Reaction(name="never", on=ClaimTaken, then=lambda cause: [])


def reacting(of: Aggregate[Any], *reactions: Reaction[Any]) -> Aggregate[Any]:
    return replace(of, reactions=reactions)


def test_each_is_found_between_the_aggregates_it_goes_between() -> None:
    (paid,) = [each for each in REGISTRY.reactions if each.name == "order_paid"]
    assert (paid.of, paid.about) == (CASE, ORDER)
    assert declared(Codec(AGGREGATES)) == REGISTRY.reactions


def test_a_name_is_that_of_one_reaction() -> None:
    twice = Codec([CLAIM, reacting(CASE, NEVER), reacting(ORDER, NEVER)])
    with pytest.raises(TypeError, match="two reactions have one name"):
        declared(twice)


def test_nothing_reacts_to_what_nobody_has() -> None:
    with pytest.raises(TypeError, match="never: ClaimTaken is no event"):
        declared(Codec([reacting(CASE, NEVER), ORDER]))


def cause(stream: UUID = STREAM, version: int = 3) -> Cause[Any]:
    return Cause(stream, version, None)


def test_a_command_has_the_same_id_for_ever() -> None:
    assert command_id("never", cause(), TARGET) == UUID("deaab530-74f7-57ec-afc2-f2f399ffd87b")


@pytest.mark.parametrize(
    "other",
    [
        lambda: command_id("ever", cause(), TARGET),
        lambda: command_id("never", cause(stream=UUID(int=9)), TARGET),
        lambda: command_id("never", cause(version=4), TARGET),
        lambda: command_id("never", cause(), UUID(int=9)),
    ],
)
def test_another_reaction_cause_or_target_is_another_command(other: Callable[[], UUID]) -> None:
    assert other() != command_id("never", cause(), TARGET)


STAGE, STANDS = NotAtThisStage(command="X", stage="y"), NotAsThingsStand(command="X")


def test_a_refusal_means_what_its_class_says_or_else_its_kind() -> None:
    to_all = replace(NEVER, refused={Conflict: Later(3), NotAtThisStage: DONE})
    assert meaning(to_all, STAGE) is DONE
    assert meaning(to_all, STANDS) == Later(3)


def test_what_is_not_declared_means_nothing() -> None:
    assert meaning(NEVER, STANDS) is None
    assert (
        meaning(replace(NEVER, refused={Conflict: DONE}), NotPermitted(command="X", role="y"))
        is None
    )
    assert meaning(NEVER, MovedOn(version=1)) is None
