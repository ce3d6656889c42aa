"""What routes and pages show alike is found once, and put into words once."""
