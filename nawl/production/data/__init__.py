"""Tables that come with the production."""
