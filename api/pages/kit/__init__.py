"""What every page is made of: layout, viewer, formats, and the way from a template to an answer."""
