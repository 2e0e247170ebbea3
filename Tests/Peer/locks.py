"""The table by which applies take turns: rows that one connection at a time can change, as in an open
transaction."""

import re
import threading
import time

from catalog import Refusal

TABLE = r"`(?P<database>\w+)`\.`linkctl_lock`"
CREATE = re.compile(rf"CREATE( ROWSTORE)? TABLE IF NOT EXISTS {TABLE} \(.*\)", re.DOTALL)
INSERT = re.compile(
    rf"INSERT IGNORE INTO {TABLE} \(scope, holder, host, run, since\)"
    r" VALUES \('(?P<scope>\w+)', .*"
)
TAKE = re.compile(rf"UPDATE {TABLE} SET run = '(?P<run>[^']*)' WHERE scope = 'apply'")
NOTE = re.compile(
    rf"UPDATE {TABLE} SET holder = '(?P<holder>[^']*)', host = '(?P<host>[^']*)', run = '(?P<run>[^']*)',"
    r" since = UNIX_TIMESTAMP\(\) WHERE scope = 'holder'"
)
COLUMNS = ["TABLE_NAME", "STORAGE_TYPE"]
STORAGE = {"rowstore": "INMEMORY_ROWSTORE", "columnstore": "COLUMNSTORE"}


class Locks:
    """A table a database, or none."""

    def __init__(self, form):
        """There is a table with its rows in each database where a form is named."""
        self.form = form
        self.turn = threading.Condition()
        self.tables = {}

    def table(self, database):
        with self.turn:
            if database not in self.tables:
                self.tables[database] = Table(self.form, self.turn)
            return self.tables[database]

    def release(self, connection):
        with self.turn:
            for table in self.tables.values():
                if table.owner == connection:
                    table.owner = None
            self.turn.notify_all()

    @property
    def owner(self):
        """Of whatever lock is held."""
        return next((table.owner for table in self.tables.values() if table.owner), None)

    def answer(self, connection, sql):
        """Columns, rows and warnings; `None` for what has nothing to do with locks."""
        if sql == "BEGIN" or sql.startswith("SET SESSION "):
            return [], [], []
        if sql == "ROLLBACK":
            self.release(connection)
            return [], [], []
        if "FROM information_schema.TABLES" in sql:
            form = self.table(re.search(r"TABLE_SCHEMA = '(\w+)'", sql)[1]).form
            return COLUMNS, [["linkctl_lock", STORAGE[form]]] if form else [], []
        named = re.search(TABLE, sql)
        return self.table(named["database"]).answer(connection, sql) if named else None


class Table:
    def __init__(self, form, turn):
        self.form, self.turn = form, turn
        self.rows = {"apply": [""] * 3 + [0], "holder": [""] * 3 + [0]} if form else {}
        self.owner, self.run = None, ""

    def answer(self, connection, sql):
        if CREATE.fullmatch(sql):
            self.form = self.form or "rowstore"
        elif match := INSERT.fullmatch(sql):
            self.rows.setdefault(match["scope"], ["", "", "", 0])
        elif match := TAKE.fullmatch(sql):
            self.take(connection, match["run"])
        elif match := NOTE.fullmatch(sql):
            self.rows["holder"] = [match["holder"], match["host"], match["run"], int(time.time())]
        else:
            return self.select(connection, sql)
        return [], [], []

    def take(self, connection, run):
        with self.turn:
            if "apply" not in self.rows:
                return
            if not self.turn.wait_for(lambda: self.owner in (None, connection), timeout=1):
                raise Refusal(1205, "HY000", "Lock wait timeout exceeded; try restarting transaction")
            self.owner, self.run = connection, run

    def select(self, connection, sql):
        if sql.startswith("SELECT scope "):
            return ["scope"], [[scope] for scope in self.rows], []
        if sql.startswith("SELECT run "):
            run = self.run if self.owner == connection else ""
            return ["run"], [[run]] if "apply" in self.rows else [], []
        holder = self.rows.get("holder")
        if not holder:
            return ["holder"], [], []
        age = str(int(time.time()) - holder[3])
        return ["holder", "host", "run", "age"], [[*holder[:3], age]], []
