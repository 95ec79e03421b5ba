"""How a community is assessed: by itself, a mentor of others, the panel; and what it may object to."""
