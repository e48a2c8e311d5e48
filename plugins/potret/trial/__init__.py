"""Each school's texts, read and rendered once on trial in a process that may be killed, before anything else does."""

from potret.trial.trial import AGAIN, Trial, forked_workshop, trial_workshop

__all__ = ["AGAIN", "Trial", "forked_workshop", "trial_workshop"]
