"""The derived indexes, FAISS and Tantivy, as one thing: put, drop, publish, retrieve."""
