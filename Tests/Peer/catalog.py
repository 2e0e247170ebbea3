"""What a SingleStore server answers to the statements that linkctl sends, in words of its own."""

import base64
import re
import threading

NAME = r"`((?:[^`]|``)*)`"
TEXT = r"'((?:[^'\\]|''|\\.)*)'"
CREATE = re.compile(
    rf"CREATE( OR REPLACE)? LINK( IF NOT EXISTS)? {NAME}\.{NAME} AS (\w+)"
    rf" CREDENTIALS {TEXT}(?: CONFIG {TEXT})?(?: DESCRIPTION {TEXT})?",
    re.DOTALL,
)
ALTER = re.compile(rf"ALTER LINK {NAME}\.{NAME} SET CONFIG {TEXT}", re.DOTALL)
DROP = re.compile(rf"DROP LINK {NAME}\.{NAME}", re.DOTALL)
SELECT = re.compile(r"SELECT (.+?) FROM information_schema\.(\w+)(?: WHERE (.*))?", re.DOTALL)
COLUMNS = {
    "LINKS": ["DATABASE_NAME", "LINK", "TYPE", "DESCRIPTION", "CONFIG"],
    "PIPELINES": ["DATABASE_NAME", "PIPELINE_NAME", "STATE", "CONFIG_JSON"],
}


class Refusal(Exception):
    """An error packet."""

    def __init__(self, code, state, message):
        super().__init__(message)
        self.code, self.state, self.message = code, state, message


def syntax(sql):
    return Refusal(1064, "42000", f"You have an error in your SQL syntax near '{sql}'")


def name(text):
    return text.replace("``", "`")


def text(literal):
    if literal is None:
        return None
    meaning = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
    return re.sub(
        r"''|\\(.)",
        lambda match: "'" if match[1] is None else meaning.get(match[1], match[1]),
        literal,
        flags=re.DOTALL,
    )


def tag(number):
    """A tag as linkctl writes it, of its own for every number."""
    nonce = base64.urlsafe_b64encode(number.to_bytes(8, "big")).decode().rstrip("=")
    return f"[linkctl:1:linkctl:-:-:{nonce}:-]"


class Catalog:
    """The links of some databases; several connections may ask at once."""

    def __init__(self, version, databases, grammar, links):
        self.version, self.databases, self.grammar = version, set(databases), grammar
        self.lock = threading.Lock()
        self.links = {
            (databases[0], f"link{index}"): ["S3", tag(index), '{"region":"eu-west-1"}']
            for index in range(links)
        }

    def answer(self, sql):
        """Columns, rows, and warnings; none of the first for what reads nothing."""
        with self.lock:
            for pattern, run in (
                (CREATE, self.create), (ALTER, self.alter), (DROP, self.drop), (SELECT, self.select)
            ):
                match = pattern.fullmatch(sql)
                if match:
                    return run(sql, match)
        return self.other(sql)

    def create(self, sql, match):
        replaces, conditional = bool(match[1]), bool(match[2])
        if (replaces and "or_replace" not in self.grammar) or (
            conditional and "if_not_exists" not in self.grammar
        ):
            raise syntax(sql)
        key = self.key(match[3], match[4])
        if key in self.links and not replaces:
            exists = f"Link '{key[1]}' already exists"
            if not conditional:
                raise Refusal(1050, "42S01", exists)
            return [], [], [exists]
        self.links[key] = [match[5], text(match[8]), text(match[7])]
        return [], [], []

    def alter(self, sql, match):
        if "alter_link" not in self.grammar:
            raise syntax(sql)
        self.existing(match)[2] = text(match[3])
        return [], [], []

    def drop(self, _, match):
        self.existing(match)
        del self.links[self.key(match[1], match[2])]
        return [], [], []

    def existing(self, match):
        key = self.key(match[1], match[2])
        if key not in self.links:
            raise Refusal(2332, "HY000", f"Link '{key[1]}' does not exist")
        return self.links[key]

    def key(self, database, link):
        if name(database) not in self.databases:
            raise Refusal(1049, "42000", f"Unknown database '{name(database)}'")
        return name(database), name(link)

    def select(self, sql, match):
        columns = [column.strip() for column in match[1].split(",")]
        table, condition = match[2].upper(), match[3] or ""
        if table == "COLUMNS":
            asked = re.search(r"TABLE_NAME = '(\w+)'", condition)
            return columns, [[column] for column in COLUMNS[asked[1].upper()]], []
        if table not in COLUMNS:
            raise Refusal(1146, "42S02", f"Table 'information_schema.{table}' doesn't exist")
        databases, _, names = condition.partition(" AND LINK IN ")
        wanted = {text(found) for found in re.findall(TEXT, databases)}
        named = {text(found) for found in re.findall(TEXT, names)}
        keys = ((one, name) for one in wanted for name in named) if named else list(self.links)
        rows = [
            dict(zip(COLUMNS["LINKS"], [*key, *self.links[key]]))
            for key in keys
            if key in self.links and key[0] in wanted and table == "LINKS"
        ]
        return columns, [[row[column] for column in columns] for row in rows], []

    def other(self, sql):
        known = {
            "SELECT @@memsql_version": self.version,
            "SELECT @@max_allowed_packet": str(16 << 20),
            "SELECT @@sql_mode": "STRICT_ALL_TABLES",
            "SHOW GRANTS": "GRANT ALL PRIVILEGES ON *.* TO 'root'@'%'",
        }
        if sql == r"SELECT @@memsql_version, @@sql_mode, LENGTH('\\')":
            return ["version", "mode", "length"], [[self.version, "STRICT_ALL_TABLES", "1"]], []
        if sql in known:
            return [sql.removeprefix("SELECT ")], [[known[sql]]], []
        if re.match(r"select\s+(@@version_comment|database\(\)|user\(\)|\$\$)", sql, re.IGNORECASE):
            return ["value"], [["peer"]], []
        raise syntax(sql)
