"""The workbench: a ledger as web pages, served on this machine."""
