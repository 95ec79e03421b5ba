"""Pages that hold no usable text are shown to Tesseract; what it reads takes their place."""
