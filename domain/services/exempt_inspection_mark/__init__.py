"""V05 申领免检标志: the inspection mark of a vehicle that is exempt from inspection."""
