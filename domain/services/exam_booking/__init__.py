"""D05 考试预约: a booking for an examination of the driving test."""
