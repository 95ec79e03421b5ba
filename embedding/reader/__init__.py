"""A small model that reads a question with a passage and says where it is answered, if it is."""
