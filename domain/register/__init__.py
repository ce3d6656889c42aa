"""What the register of vehicles and licences has, and the port behind which it stands."""
