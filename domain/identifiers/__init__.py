"""The numbers and names on the forms are parsed, checked and masked here."""
