"""事業者: the master as a fold over what was received, and names as the search compares them."""
