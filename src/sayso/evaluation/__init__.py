"""How good the reading is: every stage measured on a named set, and the page that says so."""
