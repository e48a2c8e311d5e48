"""What stops a build on a cluster, as a problem people can act on."""

from potret.problems import Problem


class ClusterError(Exception):
    """The cluster cannot be used; the published site stays as it was, what is made already stays in the cache."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
