"""Makes the sample corpus: `python -m tools.contoh` writes corpora/contoh and the files beside it."""
