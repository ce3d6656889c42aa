"""An applicant sees his appointment or his place among those who wait, and puts it off."""
