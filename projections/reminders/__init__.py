"""Which rights of owners and holders are lost by which day, and whom we have reminded of them."""
