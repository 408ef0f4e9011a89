"""The workbench: the data of the endpoint seen, searched and measured in a browser."""
