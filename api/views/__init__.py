"""What routes and pages show alike: found once, put into words once."""
