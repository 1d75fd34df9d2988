"""What texts are compared by: marks (names, numbers, word stems), their weights, and keys to meet by."""
