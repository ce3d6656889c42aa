"""Where the plate numbers stand that anybody has ever wanted, counted by prefix and kind."""
