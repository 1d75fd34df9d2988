"""Sources that are looked at again and again: what they are, what is known of them, what is new in them."""
