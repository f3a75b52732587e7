"""Ask a service: ``service_requests.py URL COUNT`` sends malformed requests, then good ones, and prints what came back."""

import json
import random
import sys
import time
from collections import Counter

import httpx2

HOSTILE = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        2**63,
        -(2**63) - 1,
        10**400,
        1e308,
        float("nan"),
        float("inf"),
        -float("inf"),
    ),
    *(
        "",
        "\0",
        "x" * 5000,
        "\ud800",
        "9999-12-31T23:59:59",
        "0001-01-01",
        "1e999",
        "NaN",
        "' or 1=1 --",
        "{{7*7}}",
    ),
    *(
        [],
        {},
        [[]],
        [None] * 50,
        {"a": {"b": {"c": []}}},
        "__import__('os')",
        "\u202e",
        "🙂" * 100,
    ),
]
BODIES = [
    *(
        b"",
        b"{",
        b"null",
        b"[]",
        b"1",
        b'"x"',
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"instances":',
        b"\0" * 100,
    ),
    *(
        b'{"instances": null}',
        b'{"instances": {}}',
        b'{"instances": [null]}',
        b'{"instances": [[]]}',
        b"1" * 10_000,
    ),
]


def example(schema):
    """Return a row that fits the schema of the service."""
    row = {}
    for name, field in schema["components"]["schemas"]["Instance"][
        "properties"
    ].items():
        kinds = field.get("anyOf", [field])
        kind = next(each for each in kinds if each.get("type") != "null")
        text = (
            "2020-02-29T12:00:00" if kind.get("format") == "date-time" else "some text"
        )
        plain = {"integer": 1, "number": 1.5, "boolean": True, "string": text}[
            kind.get("type", "string")
        ]
        row[name] = kind.get("enum", [kind.get("const", plain)])[0]
    return row


def malformed(row, rng):
    """Return a body with something in it that may not fit."""
    if rng.random() < 0.05:
        return rng.choice(BODIES)
    rows = [dict(row) for _ in range(rng.randint(1, 3))]
    for _ in range(rng.randint(1, 3)):
        victim = rng.choice(rows)
        what = rng.random()
        if what < 0.15:
            victim.pop(rng.choice(list(row)), None)
        elif what < 0.3:
            victim[
                rng.choice(["extra", "__class__", "", "model_config", "a" * 300])
            ] = rng.choice(HOSTILE)
        else:
            victim[rng.choice(list(row))] = rng.choice(HOSTILE)
    body = {"instances": rows}
    if rng.random() < 0.05:
        body["more"] = rng.choice(HOSTILE)
    text = json.dumps(body)
    if rng.random() < 0.05:
        cut = rng.randrange(len(text))
        text = text[:cut] + rng.choice(["", "}", "\0", "\\"]) + text[cut:]
    return text.encode("utf-8", "surrogatepass")


def statuses(client, row, count):
    """Send malformed requests; return how often each status came back."""
    rng = random.Random(11)
    found = Counter()
    for _ in range(count):
        headers = {
            "content-type": rng.choice(["application/json"] * 9 + ["text/plain"])
        }
        found[
            client.post(
                "/predict", content=malformed(row, rng), headers=headers
            ).status_code
        ] += 1
    for method, path in [
        ("GET", "/predict"),
        ("PUT", "/predict"),
        ("POST", "/healthz"),
        ("GET", "/../etc"),
        ("GET", "/%00"),
    ]:
        found[client.request(method, path).status_code] += 1
    return found


def speed(client, row, batch, seconds=5):
    """Ask with one connection for some seconds; return requests a second and the 99th percentile in milliseconds."""
    body = json.dumps({"instances": [row] * batch}).encode()
    times = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        began = time.perf_counter()
        client.post(
            "/predict", content=body, headers={"content-type": "application/json"}
        ).raise_for_status()
        times.append(time.perf_counter() - began)
    times.sort()
    return round(len(times) / seconds), round(1000 * times[int(len(times) * 0.99)], 1)


def main():
    """Wait for the service, ask it, print what came back as JSON."""
    url, count = sys.argv[1], int(sys.argv[2])
    with httpx2.Client(base_url=url, timeout=60) as client:
        for _ in range(300):
            try:
                if client.get("/readyz").status_code == 200:
                    break
            except httpx2.TransportError:
                pass
            time.sleep(0.1)
        row = example(client.get("/openapi.json").json())
        found = statuses(client, row, count)
        one, many = speed(client, row, 1), speed(client, row, 100)
        answer = client.post("/predict", json={"instances": [row]})
    print(
        json.dumps(
            {
                "statuses": dict(sorted(found.items())),
                "errors": sum(
                    times for status, times in found.items() if status >= 500
                ),
                "answers after": answer.status_code,
                "requests/s": one[0],
                "p99 ms": one[1],
                "requests/s of 100 rows": many[0],
                "p99 ms of 100 rows": many[1],
            }
        )
    )


if __name__ == "__main__":
    main()
