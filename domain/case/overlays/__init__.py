"""What lies over the stages: withdrawal, green channel, transfer, holds."""
