"""Tags the wheel with the platform when it holds the program; everything else is in pyproject.toml."""

import pathlib

from setuptools import Distribution, setup

HAS_PROGRAM = (pathlib.Path(__file__).parent / "src" / "winnow_extract" / "bin" / "winnow").exists()


class PlatformDistribution(Distribution):
    """A program is inside, so what is installed belongs to a platform."""

    def has_ext_modules(self):
        return True


arguments = {}
if HAS_PROGRAM:
    try:
        from setuptools.command.bdist_wheel import bdist_wheel
    except ImportError:
        from wheel.bdist_wheel import bdist_wheel

    class PlatformWheel(bdist_wheel):
        """Any Python 3, since the program is no extension module."""

        def get_tag(self):
            return "py3", "none", super().get_tag()[2]

    arguments = {"cmdclass": {"bdist_wheel": PlatformWheel}, "distclass": PlatformDistribution}
setup(**arguments)
