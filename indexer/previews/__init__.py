"""Pages as people see them: drawn by a reading child, with the place of a quote on them."""
