"""The questions of the library on a site: pages, answers, and descriptions for editors."""
