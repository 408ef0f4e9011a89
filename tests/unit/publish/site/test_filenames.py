"""A name that a disk or a server takes for something else is no name of a file."""

import pytest

from coordgraph.publish.site.filenames import SUFFIXES, is_file_name, is_name


@pytest.mark.parametrize(
    "device", ["CON", "prn", "Aux", "nul", *(f"com{n}" for n in range(10))]
)
def test_a_device_is_none_whatever_follows_a_dot(device: str) -> None:
    for name in (device, f"{device}.x", f"{device}.x.y", f"{device.swapcase()}."):
        assert is_name(name)
        assert not is_file_name(name)
    assert is_file_name(f"{device}a")
    assert is_file_name(f"x.{device}")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_ends_as_a_file_is_no_name_of_a_thing(suffix: str) -> None:
    assert not is_file_name(f"x.{suffix}")
    assert not is_file_name(f"x.{suffix.upper()}")
    assert is_file_name(suffix)


def test_names_are_of_few_characters_and_not_too_long() -> None:
    assert not any(
        map(is_name, ("", ".", "..", ".a", "a b", "a:b", "a?", "a\\b", "ñ", "x" * 121))
    )
    assert all(map(is_file_name, ("x" * 120, "a.b", "0.1.0", "~a_@()+,=-")))
