"""One reader for each format: PDF, DOCX, XLSX, XLS, CSV, PPTX, HTML, Markdown, plain text."""
