"""The form of each service, typed once for the API, the sealing and the tests."""
