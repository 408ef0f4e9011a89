"""What the pages say besides the data, a module a language."""
