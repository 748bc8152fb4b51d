"""Side-by-side measurements of this generator and its peers."""
