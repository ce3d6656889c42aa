"""Names, telephones and addresses, as several blocks ask for them."""
