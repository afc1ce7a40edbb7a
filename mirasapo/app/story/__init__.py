"""The story: from the register to the analysis, each step as its user would do it, asserting values."""

from mirasapo.app.story.run import Outcome, run
from mirasapo.app.story.stage import Inputs, Stage, command, people
from mirasapo.app.story.steps import STEPS

__all__ = ["STEPS", "Inputs", "Outcome", "Stage", "command", "people", "run"]
