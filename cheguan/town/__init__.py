"""The demo's applicants, officers, post and clock. Like anyone else, they only give commands."""
