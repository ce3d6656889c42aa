"""The first two digits of GB/T 2260 codes, and those that ID cards have for special regions.

81 and 82 are Hong Kong and Macao. 83 stands on residence permits of people from Taiwan (71).
"""

from typing import Final

PROVINCES: Final = frozenset(
    str(code)
    for region in (
        range(11, 16),
        range(21, 24),
        range(31, 38),
        range(41, 47),
        range(50, 55),
        range(61, 66),
        (71, 81, 82, 83),
    )
    for code in region
)
