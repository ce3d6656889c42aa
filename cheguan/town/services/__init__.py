"""How the people of the town use each service: a file each, by the code of the service."""
