"""What a question says: its words put right, what they stand for, and the years, kinds, units and persons it names."""
