"""The log on a Kafka topic: its records, the topic itself, and its readers."""
