"""The way of a document to the citizen: by postal express, or over a counter."""
