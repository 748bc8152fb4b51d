"""One module for each place that is drawn."""
