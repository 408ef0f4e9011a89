"""The shapes on a site: what data must be like, rule by rule, with examples."""
