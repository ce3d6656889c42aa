"""The 18 units of Henan and their county-level offices, by GB/T 2260 as of October 2019.

A head has region code, English name, traffic-control class of 2020-02-23, row and column on
the tile grid. The counties follow with the last two digits of their codes. The province
administers ten counties directly. They stand under their prefecture all the same, because
the announcement of 2020-02-23 lets the prefecture decide for every county office.
"""

from collections.abc import Iterator
from typing import Final

from domain.identifiers.henan_names import NAMES
from domain.identifiers.plate import ISSUING_LETTERS
from domain.offices.region import County, Region
from domain.titles import Title

_LETTERS: Final = {code: letter for letter, code in ISSUING_LETTERS.items()}
_RANK: Final = {"县": "County", "市": "City", "区": "District"}


def _region(head: str, counties: str = "") -> Region:
    code, en, region_class, row, column = head.split()
    return Region(
        code=code,
        title=Title(zh=NAMES[code], en=en),
        plate_letter=_LETTERS[code],
        region_class=int(region_class),
        row=int(row),
        column=int(column),
        counties=tuple(_counties(code[:4], counties)),
    )


def _counties(prefix: str, text: str) -> Iterator[County]:
    for line in filter(None, text.split("; ")):
        digits, en = line.split()
        zh = NAMES[prefix + digits]
        yield County(prefix + digits, Title(zh=zh, en=f"{en} {_RANK[zh[-1]]}"))


UNITS: Final = (
    _region(
        "410100 Zhengzhou 1 4 3",
        "06 Shangjie; 22 Zhongmu; 81 Gongyi; 82 Xingyang; 83 Xinmi; 84 Xinzheng; 85 Dengfeng",
    ),
    _region("410200 Kaifeng 2 4 4", "21 Qi; 22 Tongxu; 23 Weishi; 25 Lankao"),
    _region(
        "410300 Luoyang 2 4 2",
        "22 Mengjin; 23 Xin'an; 24 Luanchuan; 25 Song; 26 Ruyang; 27 Yiyang; 28 Luoning; "
        "29 Yichuan; 81 Yanshi",
    ),
    _region(
        "410400 Pingdingshan 2 5 3",
        "21 Baofeng; 22 Ye; 23 Lushan; 25 Jia; 81 Wugang; 82 Ruzhou",
    ),
    _region("410500 Anyang 2 1 4", "22 Anyang; 23 Tangyin; 26 Hua; 27 Neihuang; 81 Linzhou"),
    _region("410600 Hebi 2 2 4", "21 Xun; 22 Qi"),
    _region(
        "410700 Xinxiang 2 3 4",
        "21 Xinxiang; 24 Huojia; 25 Yuanyang; 26 Yanjin; 27 Fengqiu; 81 Weihui; 82 Huixian; "
        "83 Changyuan",
    ),
    _region(
        "410800 Jiaozuo 2 3 3",
        "21 Xiuwu; 22 Bo'ai; 23 Wuzhi; 25 Wen; 82 Qinyang; 83 Mengzhou",
    ),
    _region("410900 Puyang 2 2 5", "22 Qingfeng; 23 Nanle; 26 Fan; 27 Taiqian; 28 Puyang"),
    _region("411000 Xuchang 2 5 4", "24 Yanling; 25 Xiangcheng; 81 Yuzhou; 82 Changge"),
    _region("411100 Luohe 2 6 4", "21 Wuyang; 22 Linying"),
    _region("411200 Sanmenxia 2 4 1", "21 Mianchi; 24 Lushi; 81 Yima; 82 Lingbao"),
    _region(
        "411300 Nanyang 1 6 2",
        "21 Nanzhao; 22 Fangcheng; 23 Xixia; 24 Zhenping; 25 Neixiang; 26 Xichuan; 27 Sheqi; "
        "28 Tanghe; 29 Xinye; 30 Tongbai; 81 Dengzhou",
    ),
    _region(
        "411400 Shangqiu 2 4 5",
        "21 Minquan; 22 Sui; 23 Ningling; 24 Zhecheng; 25 Yucheng; 26 Xiayi; 81 Yongcheng",
    ),
    _region(
        "411500 Xinyang 1 7 3",
        "21 Luoshan; 22 Guangshan; 23 Xin; 24 Shangcheng; 25 Gushi; 26 Huangchuan; 27 Huaibin; "
        "28 Xi",
    ),
    _region(
        "411600 Zhoukou 2 5 5",
        "21 Fugou; 22 Xihua; 23 Shangshui; 24 Shenqiu; 25 Dancheng; 27 Taikang; 28 Luyi; "
        "81 Xiangcheng",
    ),
    _region(
        "411700 Zhumadian 2 6 3",
        "21 Xiping; 22 Shangcai; 23 Pingyu; 24 Zhengyang; 25 Queshan; 26 Biyang; 27 Runan; "
        "28 Suiping; 29 Xincai",
    ),
    _region("419001 Jiyuan 2 3 2"),
)
