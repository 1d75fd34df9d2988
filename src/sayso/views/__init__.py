"""What faces show of a ledger: records made for reading, nothing of their own."""
