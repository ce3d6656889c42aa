"""The numbers and names on the forms: parsed, checked and masked."""
