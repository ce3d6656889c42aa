"""The network office centre of a prefecture: its rules, its people, its equipment and troubles."""
