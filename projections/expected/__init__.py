"""When applications and their steps end, so that dates can be told to whoever waits."""
