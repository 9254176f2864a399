"""What to ask next: it stands above the stages because it asks what an answer would change in them."""
