"""V11 机动车检验预约: an appointment at an inspection station."""
