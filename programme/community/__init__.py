"""Communities: decree, members, mentors, plans, meetings."""
