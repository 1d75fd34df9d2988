"""How people meet the ledger; every face goes through `sayso.api`."""
