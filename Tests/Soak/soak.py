"""Plans and applies in a loop, for as long as it is told, while servers and applies are made to fail.

Each round changes a few manifests, applies them to a server that has faults or is killed, and then
once more to one that has none. After that nothing may be left to do, the catalog has to be what the
manifests say, and the server that lives through all rounds must not have grown.
"""

import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time

DATABASE = "prod"
SECRET = "soak-secret-value"
TYPES = {
    "S3": ["aws_access_key_id", "aws_secret_access_key"],
    "GCS": ["access_id", "secret_key"],
    "KAFKA": ["sasl.username", "sasl.password"],
}
FAULTS = [
    "*`{db}`* @{n} -> cut-before",
    "*`{db}`* @{n} -> cut-after",
    "*`{db}`* @{n} -> cut-reply",
    "*`{db}`* @{n} -> cut-reply {n}",
    "*`{db}`* @{n} -> error 1205 Lock wait timeout",
    "*`{db}`* @{n} -> echo",
    "*`{db}`* @{n}+ -> read-only",
    "*`{db}`* @{n}+ -> no-grants 1227",
    "* @{n} -> cut-after",
    "* @{n}+ -> delay 5ms",
    "*information_schema.LINKS* @2 -> writer DROP LINK `{db}`.`{link}`",
    "*information_schema.LINKS* @2 -> writer CREATE OR REPLACE LINK `{db}`.`{link}` AS {type}"
    " CREDENTIALS '{{}}' CONFIG '{{\"moved\":true}}'",
]


class Failed(Exception):
    """A promise was not kept."""


class Server:
    """A served sandbox."""

    def __init__(self, soak, faults=()):
        options = [part for fault in faults for part in ("--fault", fault)]
        self.process = subprocess.Popen(
            [soak.linkctl, "sandbox", "serve", "--database", DATABASE, *options],
            cwd=soak.folder, env=soak.environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True,
        )
        self.target = self.process.stdout.readline().strip()
        if not self.target:
            raise Failed(f"the server does not start with {faults}")

    def end(self, how):
        self.process.send_signal(how)
        self.process.wait()
        self.process.stdout.close()

    @property
    def memory(self):
        """Resident, in bytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii")
        return int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE")

    @property
    def descriptors(self):
        """How many are open; 0 where the system shows them to root alone."""
        try:
            return len(os.listdir(f"/proc/{self.process.pid}/fd"))
        except PermissionError:
            return 0


class Soak:
    def __init__(self, linkctl, folder, numbers):
        self.linkctl, self.folder, self.numbers = linkctl, folder, numbers
        self.environment = {"PATH": os.environ["PATH"], "LINKCTL_CONNECT_TRIES": "1", "S": SECRET}
        key = subprocess.run([linkctl, "secrets", "keygen", "--quiet"], check=True, text=True,
                             capture_output=True, cwd=folder).stdout.strip()
        self.environment["LINKCTL_FINGERPRINT_KEY"] = key
        self.links, self.dropped = {}, None
        self.counts = {"rounds": 0, "applies": 0, "faulty applies": 0, "kills": 0}

    # Manifests

    def edit(self):
        """A few links come and change, and one goes."""
        self.dropped = None
        for _ in range(self.numbers.randint(1, 3)):
            name = f"l{self.numbers.randint(0, 19)}"
            kind = sorted(TYPES)[hash_of(name) % len(TYPES)]
            self.links[name] = {
                "type": kind,
                "description": self.numbers.choice(["", "it's \\ a test", "é 😀", "two\nlines"]),
                "config": {"region": f"r{self.numbers.randint(0, 99)}"},
                "rotation": str(self.numbers.randint(0, 3)),
            }
        if len(self.links) > 5 and self.numbers.random() < 0.3:
            self.dropped = self.numbers.choice(sorted(self.links))
            del self.links[self.dropped]
        self.write()

    def write(self):
        lines = [f"database: {DATABASE}", "links:"]
        for name, link in sorted(self.links.items()):
            credentials = {key: {"env": "S"} for key in TYPES[link["type"]]}
            lines.append(f"  {name}:")
            for key, value in {**link, "credentials": credentials}.items():
                if value:
                    lines.append(f"    {key}: {json.dumps(value, ensure_ascii=False)}")
        if self.dropped:
            lines.append(f"  {self.dropped}: {{ state: absent }}")
        file = self.folder / "links.d" / "links.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    # Commands

    def command(self, *arguments):
        return [self.linkctl, *arguments, "--quiet"]

    def run(self, *arguments):
        self.counts["applies"] += arguments[0] == "apply"
        ended = subprocess.run(self.command(*arguments), cwd=self.folder, env=self.environment,
                               text=True, capture_output=True, timeout=120)
        if SECRET in ended.stdout + ended.stderr:
            raise Failed(f"{arguments[0]} shows a secret")
        return ended

    def applying(self, target):
        consent = ["--allow-drop", f"{DATABASE}.{self.dropped}"] if self.dropped else []
        return ["apply", "--auto-approve", "--target", target, "--adopt", "*", *consent]

    # A round

    def round(self, steady):
        self.counts["rounds"] += 1
        self.edit()
        self.fail()
        self.converge(steady)

    def fail(self):
        """An apply that may go wrong; whatever comes of it."""
        link = self.numbers.choice(sorted(self.links))
        fault = self.numbers.choice(FAULTS).format(
            db=DATABASE, n=self.numbers.randint(1, 8), link=link, type=self.links[link]["type"]
        )
        server = Server(self, [fault])
        self.counts["faulty applies"] += 1
        if self.numbers.random() < 0.6:
            ended = self.run(*self.applying(server.target))
            if ended.returncode not in (0, 1, 3, 4, 7):
                raise Failed(f"{fault}: exit {ended.returncode}: {ended.stderr}")
            server.end(signal.SIGTERM)
        else:
            self.kill(server)

    def kill(self, server):
        """Ends the server or the apply at any moment."""
        self.counts["kills"] += 1
        apply = subprocess.Popen(self.command(*self.applying(server.target)), cwd=self.folder,
                                 env=self.environment, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL)
        time.sleep(self.numbers.uniform(0, 0.1))
        if self.numbers.random() < 0.5:
            server.end(signal.SIGKILL)
            apply.wait(timeout=120)
        else:
            apply.kill()
            apply.wait()
            server.end(signal.SIGTERM)

    def converge(self, steady):
        ended = self.run(*self.applying(steady.target))
        if ended.returncode != 0:
            raise Failed(f"apply: exit {ended.returncode}: {ended.stdout}{ended.stderr}")
        plan = self.run("plan", "--detailed-exitcode", "--target", steady.target)
        if plan.returncode != 0:
            raise Failed(f"there is something left to do: {plan.stdout}{plan.stderr}")
        snapshot = json.loads(self.run("snapshot", "--target", steady.target).stdout)
        found = {
            link["name"]: (link["type"], link["config"], link["description"] or "")
            for link in snapshot["links"]
        }
        wanted = {
            name: (link["type"], link["config"], link["description"])
            for name, link in self.links.items()
        }
        if found != wanted:
            raise Failed(f"the catalog is {found}, the manifests say {wanted}")


def hash_of(name):
    """The same in every run, other than Python's own."""
    return sum(name.encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("linkctl")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    options = parser.parse_args()
    print(f"soak: {options.seconds:g} s, seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="linkctl-soak-") as folder:
        soak = Soak(options.linkctl, pathlib.Path(folder), random.Random(options.seed))
        soak.write()
        steady = Server(soak)
        try:
            sizes = keep_on(soak, steady, options.seconds)
        finally:
            steady.end(signal.SIGTERM)
    (memory, descriptors), (last_memory, last_descriptors) = sizes
    print(", ".join(f"{count} {name}" for name, count in soak.counts.items()))
    print(f"server: {memory >> 10} -> {last_memory >> 10} KiB,"
          f" {descriptors} -> {last_descriptors} descriptors")
    # A tenth is what an allocator keeps; a leak of a KiB a round would be more within minutes.
    if last_memory > memory * 1.1 + (4 << 20) or last_descriptors > descriptors + 2:
        raise SystemExit("soak: the server has grown")


def keep_on(soak, steady, seconds):
    """Sizes of the server after a fifth of the time, when it is warm, and at the end."""
    begin, warm = time.monotonic(), None
    while time.monotonic() - begin < seconds:
        try:
            soak.round(steady)
        except Failed as failed:
            raise SystemExit(f"soak: round {soak.counts['rounds']}: {failed}") from failed
        if warm is None and time.monotonic() - begin > seconds / 5:
            warm = steady.memory, steady.descriptors
    time.sleep(1)
    return warm or (steady.memory, steady.descriptors), (steady.memory, steady.descriptors)


if __name__ == "__main__":
    main()
