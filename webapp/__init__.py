"""A door for people: Flask pages to search, ask, read an asset at its place and fetch its original."""
