"""What runs beside the API: projections, deadlines, automatic checks, the way to Kafka."""
