"""The districts of the cities of Henan in English: no office of their own gives them a name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_TABLE: Final = """
4101 02 Zhongyuan; 03 Erqi; 04 Guancheng Hui; 05 Jinshui; 08 Huiji
4102 02 Longting; 03 Shunhe Hui; 04 Gulou; 05 Yuwangtai; 12 Xiangfu
4103 02 Laocheng; 03 Xigong; 04 Chanhe Hui; 05 Jianxi; 06 Jili; 11 Luolong
4104 02 Xinhua; 03 Weidong; 04 Shilong; 11 Zhanhe
4105 02 Wenfeng; 03 Beiguan; 05 Yindu; 06 Long'an
4106 02 Heshan; 03 Shancheng; 11 Qibin
4107 02 Hongqi; 03 Weibin; 04 Fengquan; 11 Muye
4108 02 Jiefang; 03 Zhongzhan; 04 Macun; 11 Shanyang
4109 02 Hualong
4110 02 Weidu; 03 Jian'an
4111 02 Yuanhui; 03 Yancheng; 04 Shaoling
4112 02 Hubin; 03 Shanzhou
4113 02 Wancheng; 03 Wolong
4114 02 Liangyuan; 03 Suiyang
4115 02 Shihe; 03 Pingqiao
4116 02 Chuanhui; 03 Huaiyang
4117 02 Yicheng
"""


def _districts() -> Mapping[str, str]:
    found = {}
    for line in _TABLE.split("\n"):
        city, _, rest = line.partition(" ")
        for each in filter(None, rest.split("; ")):
            number, _, name = each.partition(" ")
            found[f"{city}{number}"] = f"{name} District"
    return MappingProxyType(found)


DISTRICTS: Final[Mapping[str, str]] = _districts()
