"""Henan by GB/T 2260 as of February 2020: its 18 units, with their districts and counties.

Development zones have codes for statistics only, so they do not stand here.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_TABLE: Final = """
410100郑州市 02中原区 03二七区 04管城回族区 05金水区 06上街区 08惠济区 22中牟县 81巩义市 82荥阳市
    83新密市 84新郑市 85登封市
410200开封市 02龙亭区 03顺河回族区 04鼓楼区 05禹王台区 12祥符区 21杞县 22通许县 23尉氏县 25兰考县
410300洛阳市 02老城区 03西工区 04瀍河回族区 05涧西区 06吉利区 11洛龙区 22孟津县 23新安县 24栾川县
    25嵩县 26汝阳县 27宜阳县 28洛宁县 29伊川县 81偃师市
410400平顶山市 02新华区 03卫东区 04石龙区 11湛河区 21宝丰县 22叶县 23鲁山县 25郏县 81舞钢市
    82汝州市
410500安阳市 02文峰区 03北关区 05殷都区 06龙安区 22安阳县 23汤阴县 26滑县 27内黄县 81林州市
410600鹤壁市 02鹤山区 03山城区 11淇滨区 21浚县 22淇县
410700新乡市 02红旗区 03卫滨区 04凤泉区 11牧野区 21新乡县 24获嘉县 25原阳县 26延津县 27封丘县
    81卫辉市 82辉县市 83长垣市
410800焦作市 02解放区 03中站区 04马村区 11山阳区 21修武县 22博爱县 23武陟县 25温县 82沁阳市
    83孟州市
410900濮阳市 02华龙区 22清丰县 23南乐县 26范县 27台前县 28濮阳县
411000许昌市 02魏都区 03建安区 24鄢陵县 25襄城县 81禹州市 82长葛市
411100漯河市 02源汇区 03郾城区 04召陵区 21舞阳县 22临颍县
411200三门峡市 02湖滨区 03陕州区 21渑池县 24卢氏县 81义马市 82灵宝市
411300南阳市 02宛城区 03卧龙区 21南召县 22方城县 23西峡县 24镇平县 25内乡县 26淅川县 27社旗县
    28唐河县 29新野县 30桐柏县 81邓州市
411400商丘市 02梁园区 03睢阳区 21民权县 22睢县 23宁陵县 24柘城县 25虞城县 26夏邑县 81永城市
411500信阳市 02浉河区 03平桥区 21罗山县 22光山县 23新县 24商城县 25固始县 26潢川县 27淮滨县 28息县
411600周口市 02川汇区 03淮阳区 21扶沟县 22西华县 23商水县 24沈丘县 25郸城县 27太康县 28鹿邑县
    81项城市
411700驻马店市 02驿城区 21西平县 22上蔡县 23平舆县 24正阳县 25确山县 26泌阳县 27汝南县 28遂平县
    29新蔡县
419001济源市
"""
"""Each line has a unit with its code, then its parts with the last two digits of theirs."""

_ENTRY: Final = re.compile(r"([0-9]{4})?([0-9]{2})(\S+)")


def _read(table: str) -> Mapping[str, str]:
    names: dict[str, str] = {}
    unit = ""
    for stem, last_two, name in _ENTRY.findall(table):
        unit = stem or unit
        names[unit + last_two] = name
    return MappingProxyType(names)


NAMES: Final = _read(_TABLE)
"""Code → Chinese name of every unit, district, county and county-level city."""
