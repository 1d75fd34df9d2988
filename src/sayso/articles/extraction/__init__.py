"""What is too dangerous to run in this process: HTML and PDF, in a worker with caps on time and memory."""
