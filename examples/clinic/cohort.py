"""Reading the visits of the clinic; shared by a few notebooks."""

import pandas as pd

AGE_BANDS = [0, 18, 40, 65, 120]


def load_visits(path):
    visits = pd.read_csv(path, parse_dates=["arrived", "seen"])
    visits["clinic"] = visits["clinic"].str.strip().str.lower()
    return visits.drop_duplicates("visit_id")


def waiting_minutes(visits):
    return (visits["seen"] - visits["arrived"]).dt.total_seconds() / 60
