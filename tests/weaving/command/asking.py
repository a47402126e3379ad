"""How `nawl weave` is asked: words in, what it prints or refuses out."""

from click.testing import CliRunner

from config.cli.weave import weave
from nawl.kit.errors import ProgrammeError
from nawl.ui.sentences import sentence

QUICK = "chart,single,rows,layered,csv,oxs,reckoning"


def run(*words, code=0):
    result = CliRunner().invoke(weave, [str(word) for word in words])
    assert result.exit_code == code, (result.output, result.exception)
    return result.output


def refused(*words):
    """Run, and return the sentence of the refusal as the command line prints it."""
    result = CliRunner().invoke(weave, [str(word) for word in words])
    assert isinstance(result.exception, ProgrammeError), result.output
    return result.exception.code, sentence(result.exception), result.output


def making(photo, folder, *more):
    return ("chart", photo, "--class", "300", "--size", "24x32", "--colours", "6", "--out", folder, *more)
