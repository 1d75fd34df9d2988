"""The REST interface: what the pages show, as JSON."""
