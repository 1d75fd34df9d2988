"""Who is said to say what: the parts from which ``attributions`` is put together."""
