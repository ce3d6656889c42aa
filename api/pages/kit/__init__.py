"""What every page is made of: layout, viewer, formats, and what makes an answer of a template."""
