-- Up to which year the days that cases wait for follow the published holidays (ADR 27).
-- Who has decided by an older calendar meanwhile is looked after for a day.
CREATE TABLE holidays_followed (
    last_year integer PRIMARY KEY,
    first_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    looked_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
