"""What others may hand us to do harm: no input ends in a traceback, a hang or a full memory."""
