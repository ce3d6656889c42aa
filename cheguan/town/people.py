"""Synthetic people. They are composed at random from small lists, so a likeness is chance.

Everything about a person follows from the seed and the person's number.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from cheguan.town import numbers
from cheguan.town.cities import CITIES, City
from cheguan.town.lots import Lots
from domain.identifiers.henan_names import NAMES
from domain.periods import add_years

_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
)
_GIVEN: Final = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红文辉建国志海燕鑫波宁婷雪晨浩然子轩梓涵"
)
_ROADS: Final = (
    "人民路 建设路 文化路 中山路 解放路 和平路 新华路 东风路 黄河路 嵩山路 淮河路 迎宾大道 "
    "育才街 工业路 花园路 健康路 长江路 光明路 友爱街 滨河路 幸福街 中州大道 朝阳路 团结路"
).split()
_TODAY: Final = date(2020, 2, 3)
ZHENGZHOU: Final = "410100"
_WEIGHTS: Final = {code: city.weight for code, city in CITIES.items()}
_ALL: Final = Lots(_WEIGHTS)
_OTHERS: Final = Lots({code: weight for code, weight in _WEIGHTS.items() if code != ZHENGZHOU})


def _birthdays() -> list[str]:
    """The birthdays of everyone who is 18 to 75 on the first day of the story."""
    first, last = add_years(_TODAY, -75), add_years(_TODAY, -18)
    days = (first + timedelta(days=n) for n in range((last - first).days))
    return [day.isoformat().replace("-", "") for day in days]


BIRTHDAYS: Final = _birthdays()


@dataclass(frozen=True, slots=True)
class Dwelling:
    """An address, as it is written on an envelope."""

    region: str
    address: str = field(repr=False)
    postcode: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Person:
    name: str = field(repr=False)
    id_no: str = field(repr=False)
    mobile: str = field(repr=False)
    city: City
    home: Dwelling


def person(seed: int, number: int, city: City, birthdays: Sequence[str] = BIRTHDAYS) -> Person:
    """``birthdays`` are those to choose from. People of disjoint ones are different people."""
    draw = Random(f"{seed}:person:{number}")
    home = place(draw, city)
    return Person(
        name=name(draw),
        id_no=numbers.resident(seed, number, home.region, birthdays),
        mobile=numbers.mobile(seed, number),
        city=city,
        home=home,
    )


def name(draw: Random) -> str:
    return draw.choice(_SURNAMES) + "".join(draw.choices(_GIVEN, k=draw.choice((1, 2, 2, 2))))


def place(draw: Random, city: City) -> Dwelling:
    region = draw.choice(city.places)
    district = "" if region == city.code else NAMES[region]
    house = f"{draw.randint(1, 299)}号院{draw.randint(1, 30)}号楼"
    room = f"{draw.randint(1, 4)}单元{draw.randint(1, 18)}{draw.randint(1, 4):02d}室"
    return Dwelling(
        region=region,
        address=f"河南省{NAMES[city.code]}{district}{draw.choice(_ROADS)}{house}{room}",
        postcode=city.postcode,
    )


def some_city(draw: Random, *, not_zhengzhou: bool = False) -> City:
    """Draws a city by its weight. Zhengzhou comes most often."""
    return CITIES[(_OTHERS if not_zhengzhou else _ALL).drawn(draw)]
