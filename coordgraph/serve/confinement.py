"""
A process that can make no connection from now on, whatever it is made to run.

Linux holds it to that by a filter of system calls [1]_: ``socket`` fails with EPERM.  Elsewhere
there is nothing of the kind, and only that SERVICE and LOAD are refused unread protects.

References
----------
.. [1] *Seccomp BPF (SECure COMPuting with filters)*. The Linux kernel's documentation.
"""

import ctypes
import errno
import os
import struct
import sys

__all__ = ["confine"]

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000 | errno.EPERM
_NUMBER_AT, _MACHINE_AT = 0, 4
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""The kernel's name of each kind of processor, and the number of the call ``socket`` there."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def confine() -> bool:
    """Let this process open no socket; say whether the system holds it to that."""
    machine = _MACHINES.get(os.uname().machine)
    if sys.platform != "linux" or machine is None:
        return False
    name, socket = machine
    steps = b"".join(
        struct.pack("=HBBI", *step)
        for step in (
            (_LOAD, 0, 0, _MACHINE_AT),
            (_EQUAL, 0, 3, name),
            (_LOAD, 0, 0, _NUMBER_AT),
            (_EQUAL, 0, 1, socket),
            (_RETURN, 0, 0, _FAIL),
            (_RETURN, 0, 0, _ALLOW),
        )
    )
    program = _Program(len(steps) // 8, steps)
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    held: int = library.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)
    return held == 0
