"""What `--help`, `--version` and no command at all print."""

import sys

from .output import ANSWERED, REFUSED, Refusal, put_text

EXITS = """\
Exit status
  0    answered
  1    the answer could not be written{bulk}
  2    refused: one line on standard error says what to mend
  130  stopped by Ctrl-C; 141 whoever read the answer went away
"""

CONTRACT = """\
Every fact and the whole answer are described in tests/contract/README.md of
the project, and at /api/v1/openapi.json of a running server (make run).
"""

GENERAL = f"""\
evenhand: what may be done about a SEND decision in England, by when, and why

A council refuses an assessment, or sends a plan that is not right. The law
gives the family several ways to disagree, each with its own last day. Evenhand
works out every way and every day, with the reason and the provision. It is not
legal advice. All is worked out on this machine; only tick sends anything.

Commands
  evenhand dates DAY       the quick answer for a person: DAY is when the
                           council sent its letter
  evenhand advise FILE     the whole answer as JSON, for facts in JSON
  evenhand bulk IN OUT     a table of cases in, their dates and states out
  evenhand rulebook        every rule, its provisions, how sure we are of each
  evenhand tick            for a server: send what is due, and tidy up
  evenhand invite          for a server: invite the first of an organisation
  evenhand import-cases    for a server: cases from a spreadsheet
  evenhand demonstrate     invented people and cases, in an empty database
  evenhand verify-history  for a server: is the history of all cases whole?
  evenhand COMMAND --help  more about one of them
  evenhand --version       the version, and the day of the law it follows

Examples
  evenhand dates 15 June 2026
  evenhand advise facts.json

{EXITS.format(bulk=" (bulk: or some rows were refused)")}
{CONTRACT}"""

ADVISE = f"""\
evenhand advise FACTS.json: every route and every date for one case, as JSON

FACTS.json is one JSON object; - reads it from standard input. "matter" says
what the disagreement is about; every other fact may be left out. "as_of" is
the day the question is asked: today in London if left out. At most 1,000,000
bytes are read. A byte order mark is passed over. The same facts give the same
bytes here, from Python and over HTTP.

Examples
  evenhand advise facts.json
  echo '{{"matter": "refusal_to_assess"}}' | evenhand advise -

{EXITS.format(bulk="")}
{CONTRACT}"""

DATES = f"""\
evenhand dates DAY: the quick answer for a person

DAY is the day on which the council sent its letter, typed as you like: 15 June
2026, 15/6/2026 (the day first) or 2026-06-15. Unless you say otherwise the
council refused to assess, and the question is asked today.

Options
  --matter MATTER        what the disagreement is about, one of:
{{matters}}
  --sections B,F         the sections of the plan in dispute (plan_contents)
  --certificate DAY      the day on which the mediation certificate was issued
  --today DAY            answer as on that day
  --json                 the whole answer as JSON, as from evenhand advise

It prints the day to act by first: a working day that relies on no extension.
The last day in law stands under it. Colour appears only on a terminal, and not
where NO_COLOR is set.

Examples
  evenhand dates 2026-06-15
  evenhand dates "2 March 2026" --sections B,I --certificate 20/4/2026

{EXITS.format(bulk="")}
{CONTRACT}"""

RULEBOOK = f"""\
evenhand rulebook [WORDS...]: every rule that the answers rest on

Without words, all of it; with words, the rules that hold every one of them.
Each rule is printed with its versions and the days they are in force, its
provisions, and how sure we are that we read each one right.

Options
  --json                 JSON instead of Markdown

Examples
  evenhand rulebook > rulebook.md
  evenhand rulebook certificate working days

{EXITS.format(bulk="")}
{CONTRACT}"""

BULK = f"""\
evenhand bulk IN OUT: a table of cases in, the same table with every date and
every state out

IN and OUT end in .csv or .parquet. IN has one column for each fact that you
know (matter is needed; days like 2026-06-15, true and false, sections parted
by spaces); an empty cell is a fact not known. A column ref is carried through
untouched. OUT has the columns of IN, then one for each date (its last day in
law), one for each route (route_appeal: open, not_yet, late, closed,
unavailable, depends), and error, which says what is wrong with a row; the
other rows are unharmed. An unknown column, or no column matter, refuses the
whole file, and nothing is written. In CSV a text that begins with = + - @ or a
tab gets an apostrophe before it.

Examples
  evenhand bulk cases.csv answers.csv
  evenhand bulk cases.parquet answers.parquet

{EXITS.format(bulk=", or some rows were refused")}
{CONTRACT}"""

TICK = f"""\
evenhand tick: do what is due on a server, now or every so many seconds

It sends the messages that are due by the mail server that the settings name,
and clears away sessions that have run out. What was due while nothing ticked
is done at the next tick; a message more than a day late says so. Two ticks at
once do no harm: the second one does nothing. Each job prints one line.

Options
  --every SECONDS        go on until stopped by Ctrl-C or SIGTERM; prints only
                         what there is to tell; ends with 0

Examples
  evenhand tick
  evenhand tick --every 60

{EXITS.format(bulk=", or a job failed")}
{CONTRACT}"""

INVITE = f"""\
evenhand invite: invite the first person of an organisation

It prints a link, which is good for 72 hours and works once; send it to that
person yourself. Whoever opens it makes an account and invites the others from
the pages. Where there is no such organisation, --kind and --name make it.

Options
  --organisation SLUG    its short name, like north-mediation
  --role ROLE            what they will be: manager, adviser, mediator,
                         authority_officer, authority_decider,
                         commissioning_officer, setting, advice_service,
                         service_commissioner, system_administrator
  --email ADDRESS        whom to invite; the account will have this address
  --kind KIND            for a new one: provider, authority, commissioning_body,
                         setting, advice_service, service_commissioner, host
  --name NAME            for a new one: its name as people read it
  --area AREA            for a new authority: its area in the directory

Examples
  evenhand invite --organisation north --role manager --email e@example.org
  evenhand invite --organisation north --kind provider --name North --role ...

{EXITS.format(bulk="")}
{CONTRACT}"""


DEMONSTRATE = f"""\
evenhand demonstrate: fill an empty database with invented people and cases

Five areas, three providers, a cast with sign-ins, and cases at every stage of
the last eighteen months, shaped like the published figures. The same day gives
the same cases. A database with people or cases in it that may be real is
refused; one that is a demonstration already is left as it is. The sign-ins are
printed, and kept in demonstration-sign-ins.txt in EVENHAND_DATA. With
EVENHAND_DEMO_PASSWORD set that is the password of the whole cast.

Options
  --cases NUMBER         how many cases: 800 unless you say otherwise
  --today DAY            as on that day (2026-06-15), of the last twelve months
  --if-empty             leave a database that is not empty alone, in silence

Examples
  evenhand demonstrate
  evenhand demonstrate --cases 200

{EXITS.format(bulk="")}
{CONTRACT}"""

VERIFY_HISTORY = f"""\
evenhand verify-history: is the history of all cases whole?

Every entry is sealed with the one before it. All seals are worked out again,
from the first entry to the last, and content that was not destroyed in its time
is held against its own. An entry that was changed, left out, put in or moved is
named with its case. Nothing is written, and the server may go on meanwhile.

Examples
  evenhand verify-history
  evenhand verify-history || echo "Somebody should look at it"

{EXITS.format(bulk=", or the history is broken")}
{CONTRACT}"""


IMPORT_CASES = f"""\
evenhand import-cases FILE: cases from a spreadsheet (.csv or .xlsx)

It tries the import and says what would be made and what is wrong with which
row; with --really it imports, all or nothing. Each row has a reference of its
own, so that a file can be imported again and makes no case twice. Columns are
found by their headers; --map names those that are not. 10,000 rows at most.
The columns are described in docs/importing.md.

Options
  --provider SLUG        whose cases they are; needed where there are several
  --map FILE.json        which column is which: {{"key": "Our ref", ...}}
  --really               import them
  --leave-out-bad-rows   with --really: import the good rows, leave the others

Examples
  evenhand import-cases cases.xlsx
  evenhand import-cases cases.csv --map columns.json --really

{EXITS.format(bulk=", or some rows were bad")}
{CONTRACT}"""


def without_command(word: str, rest: list[str]) -> int:
    """Answer `evenhand`, `evenhand --help`, `evenhand help dates`, `evenhand --version`. Raises `Refusal`."""
    if not word:
        sys.stderr.write(GENERAL)
        return REFUSED
    if word in ("-h", "--help", "help"):
        return show(rest[0] if word == "help" and rest else "")
    if word == "--version":
        put_text(version())
        return ANSWERED
    raise Refusal(_unknown(word))


def _unknown(word: str) -> str:
    from . import COMMANDS
    from .words import nearest, unknown_command

    if word.startswith("-"):
        hint = nearest(word.split("=", 1)[0], ("--help", "--version"))
        return f"there is no option {word[:60]}.{hint} See evenhand --help."
    return unknown_command(word, (*COMMANDS, "help"))


def show(command: str) -> int:
    """Print the page of one command, or the general one. Raises `Refusal`."""
    pages = {
        "": GENERAL,
        "advise": ADVISE,
        "dates": DATES,
        "rulebook": RULEBOOK,
        "bulk": BULK,
        "tick": TICK,
        "invite": INVITE,
        "import-cases": IMPORT_CASES,
        "demonstrate": DEMONSTRATE,
        "verify-history": VERIFY_HISTORY,
    }
    if command not in pages:
        raise Refusal(_unknown(command))
    put_text(pages[command].replace("{matters}", _matters()))
    return ANSWERED


def _matters() -> str:
    from .said import MATTERS

    return "\n".join(f"      {matter:<34}{words}" for matter, words in MATTERS.items())


def version() -> str:
    """The version of the program, and the day to which its law is followed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as version_of

    from evenhand.law import LAW_AS_AT

    try:
        number = version_of("evenhand")
    except PackageNotFoundError:
        number = "(not installed)"
    return f"evenhand {number}, law as at {LAW_AS_AT}\n"
