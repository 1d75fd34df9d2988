"""The types that travel between the rooms: frozen, standard library only."""
