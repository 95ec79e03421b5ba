"""An optional language model that may put quotes into other words; each sentence is checked against them."""
