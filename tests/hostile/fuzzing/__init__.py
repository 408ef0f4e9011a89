"""Surfaces that take what others send, each as a function of bytes that a fuzzer can call."""
