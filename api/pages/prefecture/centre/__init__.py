"""The network office centre of a city: its rules, people, equipment and incidents."""
