"""What the carriers have, and when they last told of it."""
