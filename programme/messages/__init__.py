"""What somebody should know: notices, reminders, mail."""
