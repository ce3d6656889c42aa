"""An officer enters an application for whoever stands at his window, on one page."""
