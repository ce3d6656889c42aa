"""What the services share by which a plate number is chosen before the plate is made."""
