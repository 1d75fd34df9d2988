"""Train the learned reader of English from the corpus."""
