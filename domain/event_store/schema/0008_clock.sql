-- The clock by which the service goes (ADR 29). A store that nobody has opened yet has no row.
-- The town's clock showed town_at when it was since by the wall, and runs so many times as fast.
-- Before its story has been told it shows nothing.
CREATE TABLE service_clock (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    name    text NOT NULL CHECK (name IN ('postgres', 'town')),
    town_at timestamptz,
    since   timestamptz,
    speed   double precision,
    CHECK (num_nulls(town_at, since, speed) IN (0, 3)),
    CHECK (name = 'town' OR town_at IS NULL)
);
