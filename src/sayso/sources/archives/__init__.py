"""Archives of the web: WARC files (ISO 28500), packed record by record or not at all, and WACZ files."""
