"""Who runs the step from capture to record: this process, several, or a cluster. One engine a file."""
