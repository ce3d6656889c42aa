"""The description of the API (OpenAPI 3.1), made of the types of what comes in and goes out."""
