"""The engines that check data against shapes, and the rule that picks one."""

from coordgraph.validation.engines.base import Engine, Result
from coordgraph.validation.engines.choice import ENGINES, LARGE, chosen

__all__ = ["ENGINES", "LARGE", "Engine", "Result", "chosen"]
