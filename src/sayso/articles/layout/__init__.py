"""Which role each line and paragraph of a page plays."""
