"""The demo's applicants, officers, post and clock, who like anyone else only give commands."""
