"""How the house is put together: settings, addresses, command line."""
