"""What is registered is one value, which another process finds by its path."""

from collections.abc import Sequence
from typing import Any

import pytest

from api.resource import Resource
from api.resources import CASES
from cheguan.registry import REGISTRY, Registry, imported
from cheguan.settings import Settings
from domain.aggregate import Aggregate
from domain.codec import Codec
from projections.engine.projection import OverAll, Projection
from tests.kit.lamps.lamp import LAMP
from tests.kit.lamps.registry import WITH_LAMPS
from tests.kit.lamps.row import SHINING


def registry(
    *,
    aggregates: Sequence[Aggregate[Any]] = (LAMP,),
    projections: Sequence[Projection[Any] | OverAll] = (),
    resources: Sequence[Resource[Any]] = (),
) -> Registry:
    return Registry(
        "tests:NONE", aggregates=aggregates, projections=projections, resources=resources
    )


def test_the_product_is_where_it_says() -> None:
    assert imported(REGISTRY.path) is REGISTRY
    assert imported(Settings().registry) is REGISTRY


def test_that_of_a_test_is_found_the_same_way() -> None:
    assert imported(WITH_LAMPS.path) is WITH_LAMPS


def test_the_codec_reads_what_is_registered_and_no_more() -> None:
    assert WITH_LAMPS.codec.by_kind["lamp"] is LAMP
    assert "lamp" not in REGISTRY.codec.by_kind


def test_a_read_model_is_found_by_its_name() -> None:
    assert WITH_LAMPS.projection("shining") is SHINING
    assert WITH_LAMPS.names == (*REGISTRY.names, "shining")
    with pytest.raises(KeyError):
        REGISTRY.projection("shining")


def test_two_read_models_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="two read models have one name: shining"):
        registry(projections=[SHINING, SHINING])


def test_a_read_model_of_an_aggregate_that_is_not_registered_is_refused() -> None:
    with pytest.raises(TypeError, match="shining is of an aggregate that is not registered"):
        registry(aggregates=REGISTRY.aggregates, projections=[SHINING])


def test_two_resources_of_one_path_are_refused() -> None:
    with pytest.raises(TypeError, match="two resources have one name: cases"):
        registry(aggregates=REGISTRY.aggregates, resources=[CASES, CASES])


def test_a_resource_of_an_aggregate_that_is_not_registered_is_refused() -> None:
    with pytest.raises(TypeError, match="cases is of an aggregate that is not registered"):
        registry(resources=[CASES])


def test_a_read_model_over_every_kind_is_made_of_those_that_are_registered() -> None:
    made: list[Codec] = []

    def of_all(codec: Codec) -> Projection[Any]:
        made.append(codec)
        return SHINING

    assert registry(projections=[of_all]).codec is made[0]


def test_a_path_to_something_else_is_refused() -> None:
    with pytest.raises(TypeError, match="is no registry"):
        imported("tests.kit.lamps.lamp:LAMP")
