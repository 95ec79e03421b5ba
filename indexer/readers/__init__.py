"""One reader for each format: PDF, DOCX, XLSX, XLS, PPTX, HTML, Markdown, plain text."""
