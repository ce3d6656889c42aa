-- A sealed application is a little longer than the 2 kB from which PostgreSQL compresses a
-- value and moves it out of its row. What is sealed does not compress, and every event is
-- written once and read by every read model: it stays in its row. Rows stored before stay
-- as they are.
ALTER TABLE stored_events SET (toast_tuple_target = 8160);
