"""Things of the dataset, resolved by their IRIs, as on a published site."""
