"""V07 新车注册登记预选号牌: a number for a vehicle that is not registered yet."""
