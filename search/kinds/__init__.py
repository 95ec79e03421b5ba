"""Which kind of answer a question wants (a day, a role, an amount ...), and which texts hold it."""
