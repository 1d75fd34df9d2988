"""Articles grouped into stories: those that tell of one event."""
