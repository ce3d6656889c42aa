"""The reliefs that the headquarters announce: which deadlines are later, by how much, and why."""
