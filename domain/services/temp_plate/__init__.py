"""V04 申领临时号牌: a temporary plate for a vehicle that is not registered."""
