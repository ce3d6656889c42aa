"""V09 新能源车换牌预约: an appointment to exchange an ordinary plate for a new-energy plate."""
