"""How a page is asked for: addresses, transport, robots rules."""
