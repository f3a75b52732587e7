"""Writes the data of the examples again: `python examples/generate.py`.

Made-up, but with the faults of real data: gaps, duplicates, nonsense values, mixed notations. The churn
table is a plain file and is not made here. Everything is seeded: the files come out byte for byte the same.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).parent


def energy() -> None:
    """Hourly demand of a town with a daily and a weekly rhythm, holidays, a meter failure and bad readings."""
    rng = np.random.default_rng(20240101)
    time = pd.date_range("2024-01-01", "2024-03-31 23:00", freq="h")
    holidays = pd.to_datetime(["2024-01-01", "2024-02-12", "2024-03-29"])
    hour, day = time.hour.to_numpy(), time.day_of_week.to_numpy()
    free = (day >= 5) | time.normalize().isin(holidays)
    season = 4 * np.cos(np.arange(len(time)) / len(time) * np.pi)
    temperature = (
        5 - season + 4 * np.sin((hour - 9) / 24 * 2 * np.pi) + rng.normal(0, 1.2, len(time)).cumsum() * 0.05
    )
    shape = 6 * np.exp(-((hour - 9) ** 2) / 18) + 9 * np.exp(-((hour - 19) ** 2) / 12)
    mw = 22 + shape * np.where(free, 0.6, 1.0) - 0.5 * (temperature - 5) + rng.normal(0, 0.7, len(time))
    table = pd.DataFrame({"time": time, "mw": mw.round(2), "temperature": temperature.round(1)})
    table.loc[rng.choice(len(table), 12, replace=False), "temperature"] = np.nan
    table.loc[[777, 1500], "mw"] = [999.0, 999.0]
    table = table.drop(index=range(1010, 1016))
    table = pd.concat([table, table.iloc[[300, 301]]])
    folder = make("energy/data")
    table.to_csv(folder / "demand.csv", index=False)
    names = ["New Year", "Carnival Monday", "Good Friday"]
    pd.DataFrame({"date": holidays, "name": names}).to_csv(folder / "holidays.csv", index=False)


GOOD = [
    "lovely",
    "friendly",
    "fresh",
    "delicious",
    "great",
    "perfect",
    "cosy",
    "warm",
    "quick",
    "generous",
    "excellent",
    "charming",
]
BAD = [
    "cold",
    "rude",
    "slow",
    "dirty",
    "stale",
    "bland",
    "awful",
    "overpriced",
    "noisy",
    "wrong",
    "late",
    "burnt",
]
THINGS = [
    "soup",
    "waiter",
    "pizza",
    "service",
    "terrace",
    "dessert",
    "music",
    "bread",
    "coffee",
    "portion",
    "wine",
    "pasta",
    "table",
    "bill",
]
FRAMES = [
    "The {thing} was {mood}, and the {other} {mood2} too.",
    "{mood} {thing}! We will{tail}",
    "Came on a Friday: {mood} {thing}, {mood2} {other}... I would{tail}",
    "My {other} was fine, but honestly the {thing} is {mood}",
    "{thing}: {mood}. {other}: {mood2}. 10 out of 10 for{tail}",
]
STOPWORDS = [
    "the",
    "a",
    "an",
    "and",
    "was",
    "is",
    "for",
    "we",
    "will",
    "i",
    "would",
    "on",
    "of",
    "my",
    "but",
    "out",
    "too",
    "our",
    "were",
    "to",
    "in",
    "it",
]


def review(rng: np.random.Generator, bad: bool) -> str:
    """One sentence or two; now and then a word of the other mood, as people write."""
    words, others = (BAD, GOOD) if bad else (GOOD, BAD)
    thing, other = rng.choice(THINGS, 2, replace=False)
    mood = rng.choice(words)
    mood2 = rng.choice(others if rng.random() < 0.25 else words)
    tail = " not come again." if bad else " come again."
    return (
        str(rng.choice(FRAMES))
        .format(thing=thing, other=other, mood=mood, mood2=mood2, tail=tail)
        .capitalize()
    )


def reviews() -> None:
    """Labelled reviews (a few wrong labels, duplicates and blanks), stop words and an inbox to classify."""
    rng = np.random.default_rng(5)
    bad = rng.random(420) < 0.4
    texts = [review(rng, b) for b in bad]
    labels = np.where(bad ^ (rng.random(420) < 0.05), "complaint", "praise")
    table = pd.DataFrame({"id": np.arange(1, 421), "text": texts, "label": labels})
    table.loc[[17, 230], "text"] = None
    folder = make("reviews/data")
    table.to_csv(folder / "reviews.csv", index=False)
    (folder / "stopwords.txt").write_text("\n".join(sorted(STOPWORDS)) + "\n")
    inbox = [{"id": f"M{n}", "text": review(rng, n % 3 == 0)} for n in range(12)]
    (folder / "inbox.json").write_text(json.dumps(inbox, indent=1) + "\n")


def shop() -> None:
    """Orders of a year and their customers, with untidy column names."""
    rng = np.random.default_rng(99)
    count, people = 900, 160
    weight = rng.pareto(1.5, people) + 0.2
    customer = rng.choice(np.arange(1, people + 1), count, p=weight / weight.sum())
    minute = np.sort(rng.integers(0, 365 * 1440, count))
    orders = pd.DataFrame(
        {
            "order_id": np.arange(10001, 10001 + count),
            "customer_id": customer,
            "ordered_at": pd.Timestamp("2024-01-01") + pd.to_timedelta(minute, unit="min"),
            "total": rng.gamma(2.0, 22.0, count).round(2),
            "status": rng.choice(["paid", "returned", "cancelled"], count, p=[0.86, 0.08, 0.06]),
        }
    )
    country = rng.choice(["DE", "FR", "NL", "PL"], people, p=[0.5, 0.2, 0.2, 0.1])
    emails = [f"customer{n}@example.org" for n in range(1, people + 1)]
    customers = pd.DataFrame({" Customer_ID": range(1, people + 1), "Country ": country, "Email": emails})
    folder = make("shop/data")
    orders.to_csv(folder / "orders.csv", index=False)
    customers.to_csv(folder / "customers.csv", index=False)


def wind() -> None:
    """Ten-minute logs of four turbines as exported by a German controller; T4 loses some power."""
    rng = np.random.default_rng(314)
    folder = make("wind/raw")
    time = pd.date_range("2024-05-01", periods=450, freq="30min")
    weather = 8 + 3 * np.sin(np.arange(len(time)) / 40) + rng.normal(0, 0.3, len(time)).cumsum() * 0.15
    for number in range(1, 5):
        wind_speed = np.clip(weather + rng.normal(0, 0.8, len(time)), 0, 25)
        power = 2000 / (1 + np.exp(-(wind_speed - 8.5) * 0.9)) - 15 + rng.normal(0, 25, len(time))
        power *= 0.9 if number == 4 else 1.0
        power[wind_speed < 3] = -4.0
        power[60 * number : 60 * number + 9] = 0.0
        table = pd.DataFrame({"Zeit": time.strftime("%d.%m.%Y %H:%M"), "Wind m/s": wind_speed.round(2)})
        table["Leistung kW"] = power.round(1)
        table["Pitch"] = np.clip(wind_speed - 11, 0, None).round(1)
        table = table.map(lambda cell: str(cell).replace(".", ",") if isinstance(cell, float) else cell)
        table.loc[rng.choice(len(table), 6, replace=False), "Wind m/s"] = "-"
        table.loc[rng.choice(len(table), 8, replace=False), "Pitch"] = "err"
        table.to_csv(folder / f"turbine_T{number}.csv", sep=";", decimal=",", index=False)
    sites = {f"T{n}": {"altitude": 310 + 25 * n, "year": 2009 + n} for n in range(1, 5)}
    (folder / "sites.json").write_text(json.dumps(sites, indent=1) + "\n")


def clinic() -> None:
    """Visits at two clinics with arrival and the time the doctor came; some rows twice, some impossible."""
    rng = np.random.default_rng(2718)
    count = 700
    day = rng.integers(0, 42, count)
    minute = np.clip(rng.normal(660, 150, count), 450, 1080).astype(int)
    arrived = pd.Timestamp("2024-09-02") + pd.to_timedelta(day * 1440 + minute, unit="min")
    wait = rng.gamma(2.2, 20, count) * (1 + 0.4 * ((minute > 600) & (minute < 720)))
    wait[rng.choice(count, 5, replace=False)] = -30
    table = pd.DataFrame(
        {
            "visit_id": np.arange(count),
            "clinic": rng.choice(["North", "south ", "north", "South"], count),
            "age": rng.integers(0, 96, count),
            "arrived": arrived,
            "seen": arrived + pd.to_timedelta(wait.round(), unit="min"),
        }
    ).sort_values("arrived")
    pd.concat([table, table.iloc[[5, 50]]]).to_csv(make("clinic/data") / "visits.csv", index=False)


def make(name: str) -> Path:
    """The folder of that name beside this file, made when missing."""
    folder = HERE / name
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    for write in (energy, reviews, shop, wind, clinic):
        write()
