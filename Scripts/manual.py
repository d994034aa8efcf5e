#!/usr/bin/env python3
"""Writes a manual page: the options of a command out of the command itself, the rest from packaging/manual/.

Usage: Scripts/manual.py COMMAND TEMPLATE [--date YYYY-MM-DD] > PAGE

COMMAND is the built program; it prints its options as JSON, from the same source as its --help. TEMPLATE is mdoc(7)
in which @VERSION@, @DATE@, @SYNOPSIS@, @OPTIONS@ and @KEYS@ stand for what is put in. @KEYS@ are the options that can
stand in a file as well, which the command lists by --print-config.
"""

import argparse
import datetime
import json
import re
import subprocess

# Both would be said of each subcommand alike, so they stand once, with the whole command.
COMMON = {"help", "version"}


def escaped(text):
    """Text as mdoc takes it: a sentence begins a line, no line is a request, a dash and a backslash are themselves."""
    text = re.sub(r"([.!?)]) (?=[A-Z(])", r"\1\n", text.replace("\\", "\\e").replace("-", "\\-"))
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def shown(arguments):
    return [argument for argument in arguments if argument["shouldDisplay"]]


def names(argument):
    """The spellings of an option, short ones first, each with its dashes."""
    marks = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    found = [marks[name["kind"]] + name["name"] for name in argument.get("names", [])]
    return sorted(found, key=len)


def value(argument):
    return argument.get("valueName", "value")


def flag(spelling):
    # Fl writes the first dash itself.
    return "Fl " + escaped(spelling[1:])


def in_synopsis(argument):
    """One argument as it stands in the synopsis."""
    if argument["kind"] == "positional":
        text = f"Ar {escaped(value(argument))}"
        if argument["isRepeating"]:
            text += " ..."
    else:
        preferred = argument["preferredName"]
        marks = "-" if preferred["kind"] != "long" else "--"
        text = flag(marks + preferred["name"])
        if argument["kind"] == "option":
            text += f" Ar {escaped(value(argument))}"
    return f".Op {text}" if argument["isOptional"] else f".{text}"


def synopsis(command):
    """The synopsis of a command, or of its subcommands."""
    lines = []
    for sub in subcommands(command):
        lines += [".Nm " + escaped(sub["commandName"]) if sub is command else f".Nm\n.Cm {escaped(sub['commandName'])}"]
        lines += [in_synopsis(argument) for argument in shown(sub["arguments"]) if not is_common(argument)]
        lines.append(".Pp" if sub is not command else "")
    return "\n".join(line for line in lines if line).removesuffix("\n.Pp")


def subcommands(command):
    subs = [sub for sub in command.get("subcommands", []) if sub["shouldDisplay"] and sub["commandName"] != "help"]
    return subs or [command]


def is_common(argument):
    return any(name["name"] in COMMON for name in argument.get("names", []))


def item(argument):
    """One argument in the list of options, with what it does."""
    if "head" in argument:
        head = argument["head"]
    elif argument["kind"] == "positional":
        head = f".It Ar {escaped(value(argument))}" + (" ..." if argument["isRepeating"] else "")
    else:
        spellings = [flag(spelling) for spelling in names(argument)]
        head = ".It " + " , ".join(spellings)
        if argument["kind"] == "option":
            head += f" Ar {escaped(value(argument))}"
    lines = [head, escaped(argument.get("abstract", ""))]
    if argument.get("discussion"):
        lines += [".Pp", escaped(argument["discussion"])]
    if argument.get("allValues"):
        lines.append("One of " + escaped(", ".join(argument["allValues"])) + ".")
    if "defaultValue" in argument:
        lines.append("The default is " + escaped(argument["defaultValue"]) + ".")
    return "\n".join(line for line in lines if line)


def options(arguments):
    """The list of options, under the titles of their groups where they have some."""
    lines, title, is_open = [], object(), False
    for argument in arguments:
        if argument.get("sectionTitle") != title:
            title = argument.get("sectionTitle")
            lines += [".El"] * is_open + ([f".Ss {escaped(title)}"] if title else [])
            lines.append(".Bl -tag -width Ds")
            is_open = True
        lines.append(item(argument))
    return "\n".join(lines + [".El"] * is_open)


def keys(command, listing):
    """The list of the keys of a file, with the words of the options of the same names."""
    by_name = {argument["preferredName"]["name"]: argument for argument in shown(command["arguments"])
               if "preferredName" in argument}
    arguments = []
    for key in re.findall(r"^(?:# )?([a-z][a-z-]*):", listing, re.M):
        argument = by_name[key]
        kind = "true | false" if argument["kind"] == "flag" else value(argument)
        head = f".It Cm {escaped(key)} : Ar {escaped(kind)}"
        arguments.append(argument | {"head": head})
    return options(arguments)


def prose(text):
    """Paragraphs of a discussion; lines that are set in stay as they are."""
    lines = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        block = paragraph.split("\n")
        lines.append(".Pp")
        plain = [line for line in block if not line.startswith("  ")]
        examples = [line.strip() for line in block if line.startswith("  ")]
        lines += [escaped(line) for line in plain]
        if examples:
            lines += [".Bd -literal -offset indent", *(escaped(line) for line in examples), ".Ed"]
    return "\n".join(lines)


def body(command):
    """The options of a command, or a section for each subcommand."""
    subs = subcommands(command)
    common = options([argument for argument in shown(command["arguments"]) if is_common(argument)])
    if subs == [command]:
        return options([argument for argument in shown(command["arguments"])])
    parts = [common]
    for sub in subs:
        arguments = [argument for argument in shown(sub["arguments"]) if not is_common(argument)]
        parts.append(f".Ss winnow {escaped(sub['commandName'])}\n{escaped(sub.get('abstract', ''))}")
        if sub.get("discussion"):
            parts.append(prose(sub["discussion"]))
        parts.append(options(arguments))
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command")
    parser.add_argument("template")
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    arguments = parser.parse_args()

    def output(option):
        return subprocess.run([arguments.command, option], check=True, capture_output=True, text=True).stdout

    command = json.loads(output("--experimental-dump-help"))["command"]
    date = datetime.date.fromisoformat(arguments.date)
    texts = {
        "VERSION": output("--version").strip(),
        "DATE": f"{date:%B} {date.day}, {date.year}",
        "ABSTRACT": escaped(command["abstract"]),
        "SYNOPSIS": synopsis(command),
        "OPTIONS": body(command),
    }
    with open(arguments.template, encoding="utf-8") as file:
        page = file.read()
    if "@KEYS@" in page:
        texts["KEYS"] = keys(command, output("--print-config"))
    print(re.sub(r"@([A-Z]+)@", lambda match: texts[match[1]], page), end="")


if __name__ == "__main__":
    main()
