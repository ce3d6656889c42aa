"""The page of the design system: every component in every state, with its call."""
