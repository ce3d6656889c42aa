"""The till of a window on a day: what an officer took, what he counted, and who closed it."""
