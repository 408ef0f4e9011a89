"""Changes as people and programs read them: words, rows, patches."""
