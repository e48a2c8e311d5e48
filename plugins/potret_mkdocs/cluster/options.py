"""The options of `potret build` for a cluster."""

from collections.abc import Callable
from typing import Any

import click

_OPTIONS = (
    click.option("--scheduler", default="", help="Alamat klaster Dask, misalnya tcp://10.0.0.5:8786."),
    click.option("--store", default="", help="Folder bersama, atau s3://ember/awalan, yang dicapai semua mesin."),
    click.option("--endpoint", default="", help="Alamat penyimpanan S3 yang bukan Amazon."),
)


def with_cluster(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
