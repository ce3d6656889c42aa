"""V08 二手车预选号牌: a number for a vehicle that changes hands."""
