"""Measures of networks that outgrow a machine: ties in, numbers out, as tables of Spark."""
