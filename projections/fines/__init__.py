"""Penalty decisions as their fines stand: due, overdue or paid."""
