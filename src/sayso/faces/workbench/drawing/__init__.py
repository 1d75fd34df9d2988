"""Small pictures as numbers: where each mark stands. Templates turn them into SVG."""
