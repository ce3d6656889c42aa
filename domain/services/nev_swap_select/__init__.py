"""V10 新能源车换牌选号: the number of the new-energy plate for which another is exchanged."""
