"""The nouns that the stages share: frozen values, no behaviour beyond their own consistency."""
