"""What a read model, a worker or a reaction could not go on with, and the button to try again."""
