"""How much what is measured hangs on one source, group, practice or mechanism."""
