"""One act in many cases: chosen from a queue, foreseen case by case, and then done."""
