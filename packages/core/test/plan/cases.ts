import type { PlanCase } from './plan-case.ts';

const SALES = `region,month,amount,units\n${Array.from({ length: 40 }, (_, n) => `${['north', 'south', 'east'][n % 3]},${(n % 12) + 1},${n === 7 ? '' : (n * 37) % 101},${n % 9}`).join('\n')}\n`;

/** Notebooks that are messy in the ways that break cuts. */
export const CASES: readonly PlanCase[] = [
  {
    name: 'a classifier with a plot and a dead model between the steps',
    files: { 'data/sales.csv': SALES },
    text: `
# %% [markdown]
# # Sales
# %%
import pandas as pd
import numpy as np
SEED = 42
# %% [markdown]
# ## Load
# %%
df = pd.read_csv("data/sales.csv")
df.head()
# %% [markdown]
# ## Prepare
# %%
df = df.dropna(subset=["amount"])
df["price"] = df["amount"] / (df["units"] + 1)  # never by zero
# %%
LIMIT = 4

def is_large(units):
    return units > LIMIT

df["large"] = df["units"].apply(is_large)
df.describe()
# %% [markdown]
# ## Split
# %%
from sklearn.model_selection import train_test_split
features = ["month", "price"]
train, test = train_test_split(df, test_size=0.25, random_state=SEED)
# %% [markdown]
# ## A tree, maybe?
# %%
from sklearn.tree import DecisionTreeClassifier
model = DecisionTreeClassifier(max_depth=2, random_state=SEED)
model.fit(train[features], train["large"])
model.score(test[features], test["large"])
# %% [markdown]
# ## Train
# %%
from sklearn.linear_model import LogisticRegression
model = LogisticRegression(C=0.5, max_iter=200, random_state=SEED)
model.fit(train[features], train["large"])
# %% [markdown]
# ## Evaluate
# %%
from sklearn.metrics import accuracy_score
threshold = 0.5
test["risk"] = model.predict_proba(test[features])[:, 1]
metrics = {"accuracy": accuracy_score(test["large"], test["risk"] > threshold)}
metrics
# %% [markdown]
# ## Export list
# %%
top = 5
ranked = test.sort_values("risk", ascending=False).head(top)
ranked[["region", "risk"]].to_csv("ranked.csv", index=False)
`,
  },
  {
    name: 'ten plain lines',
    files: { 'sales.csv': SALES },
    text: `
# %%
import pandas as pd
df = pd.read_csv("sales.csv")
df = df.dropna()
df["total"] = df.amount * df.units
by_region = df.groupby("region")["total"].sum()
by_region
`,
  },
  {
    name: 'two names for one frame, one changed later',
    text: `
# %% [markdown]
# ## Make
# %%
import pandas as pd
a = pd.DataFrame({"x": [1, 2, 3]})
b = a
# %% [markdown]
# ## Change
# %%
a["y"] = a["x"] * 2
# %% [markdown]
# ## Use
# %%
total = int(b["y"].sum()) + len(b.columns)
total
`,
  },
  {
    name: 'a function that writes a global',
    text: `
# %% [markdown]
# ## Count
# %%
calls = 0
def double(value):
    global calls
    calls += 1
    return value * 2
# %% [markdown]
# ## First
# %%
first = [double(v) for v in range(5)]
# %% [markdown]
# ## Second
# %%
second = [double(v) for v in first]
# %% [markdown]
# ## Result
# %%
report = {"calls": calls, "sum": sum(second)}
report
`,
  },
  {
    name: 'a function that reads data which is rebound later',
    text: `
# %% [markdown]
# ## Set up scale
# %%
scale = len("ab")
def scaled(value):
    return value * scale
# %% [markdown]
# ## First pass
# %%
first = scaled(10)
# %% [markdown]
# ## Second pass
# %%
scale = first + 1
second = scaled(10)
# %% [markdown]
# ## Sum up
# %%
outcome = [first, second, scale]
outcome
`,
  },
  {
    name: 'unseeded and seeded draws over several headings',
    text: `
# %% [markdown]
# ## Draw numbers
# %%
import numpy as np
import random
noise = np.random.rand(5)
picks = [random.random() for _ in range(3)]
# %% [markdown]
# ## Draw again
# %%
more = np.random.normal(size=3)
random.shuffle(picks)
# %% [markdown]
# ## Seeded
# %%
np.random.seed(3)
fixed = np.random.rand(2)
# %% [markdown]
# ## Last numbers
# %%
last = np.random.rand(2) + fixed
order = random.sample(range(100), 4)
# %%
result = {"noise": noise, "more": more, "last": last, "picks": picks, "order": order}
result
`,
  },
  {
    name: 'names that hide builtins, defined in branches and loops',
    text: `
# %% [markdown]
# ## Numbers
# %%
values = [3, 1, 2]
sum = sum(values)
if sum > 5:
    label = "large"
else:
    label = "small"
# %% [markdown]
# ## Loop
# %%
history = []
for step in range(4):
    history.append(step * sum)
    last = step
# %% [markdown]
# ## Result
# %%
summary = (label, history, last, sum)
summary
`,
  },
  {
    name: 'a file written and read again',
    files: { 'in/sales.csv': SALES },
    text: `
# %%
import os
import pandas as pd
OUT = "out"
os.makedirs("out", exist_ok=True)
# %% [markdown]
# ## Clean rows
# %%
raw = pd.read_csv("in/sales.csv")
raw.dropna().to_csv("out/clean.csv", index=False)
# %% [markdown]
# ## Summarise
# %%
clean = pd.read_csv("out/clean.csv")
table = clean.groupby("region", as_index=False)["units"].sum()
table.to_csv("out/table.csv", index=False)
# %% [markdown]
# ## Note
# %%
with open("note.txt", "w") as handle:
    handle.write(f"{len(table)} regions\\n")
`,
  },
  {
    name: 'lambdas, generators and a connection',
    text: `
# %% [markdown]
# ## Tools
# %%
import sqlite3
from collections import defaultdict
square = lambda v: v * v
numbers = (n for n in range(10))
connection = sqlite3.connect(":memory:")
groups = defaultdict(lambda: 0)
# %% [markdown]
# ## Fill tables
# %%
connection.execute("create table t (a integer)")
for n in numbers:
    connection.execute("insert into t values (?)", (square(n),))
    groups[n % 3] += 1
# %% [markdown]
# ## Ask
# %%
rows = connection.execute("select sum(a) from t").fetchall()
answer = [rows[0][0], dict(groups), square(7)]
answer
`,
  },
  {
    name: 'classes of the notebook whose instances travel',
    text: `
# %%
RATE = 0.5
class Account:
    """Money.

        indented
    """
    def __init__(self, owner):
        self.owner = owner
        self.amount = 0.0
    def add(self, value):
        self.amount += value * RATE
# %% [markdown]
# ## Open accounts
# %%
accounts = {name: Account(name) for name in ["a", "b"]}
# %% [markdown]
# ## Pay in
# %%
for account in list(accounts.values()):
    account.add(3)
# %% [markdown]
# ## Total
# %%
text = """two
  lines"""
balance = {name: account.amount for name, account in accounts.items()}
balance["text"] = text
balance
`,
  },
  {
    name: 'imports under a name of two meanings, a main guard',
    text: `
# %%
from time import time
import time
from math import sqrt, pi
def area(radius):
    return pi * radius ** 2
def main():
    return sqrt(area(2.0))
# %% [markdown]
# ## Compute it
# %%
if __name__ == "__main__":
    value = main()
struct = time.gmtime(0).tm_year
# %%
found = [value, struct]
found
`,
  },
  {
    name: 'a name that is never defined',
    mayFail: true,
    text: `
# %%
import pandas as pd
totals = {"a": 1, "b": len("xyz")}
scaled = {key: value * 2 for key, value in totals.items()}
scaled
# %%
wrong = missing_frame.groupby("a").sum()
# %%
late = len(scaled)
late
`,
  },
  {
    name: 'an unnamed metric at the end',
    text: `
# %%
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
X, y = make_classification(n_samples=60, random_state=0)
clf = LogisticRegression()
clf.fit(X[:40], y[:40])
# %%
clf.score(X[40:], y[40:])
`,
  },
  {
    name: 'interpolated paths and a pattern',
    files: { 'parts/one.csv': SALES, 'parts/two.csv': SALES },
    text: `
# %% [markdown]
# ## Read parts
# %%
from pathlib import Path
import pandas as pd
folder = Path("parts")
one = pd.read_csv(folder / "one.csv")
name = Path("parts/two.csv")
two = pd.read_csv(name)
# %% [markdown]
# ## Join parts
# %%
everything = pd.concat([one, two], ignore_index=True)
size = everything.shape
size
`,
  },
  {
    name: 'a definition that reads a file',
    files: { 'sales.csv': SALES },
    text: `
# %%
import pandas as pd
def load_rows():
    return pd.read_csv("sales.csv")
# %% [markdown]
# ## Load rows
# %%
rows = load_rows()
# %% [markdown]
# ## Count rows
# %%
count = int(rows["units"].sum())
count
`,
  },
  {
    name: 'deleted names, tuples, starred and augmented assignments',
    text: `
# %% [markdown]
# ## Begin
# %%
pairs = [("a", 1), ("b", 2), ("c", 3)]
first, *others = pairs
count = len(others)
# %% [markdown]
# ## Change it
# %%
count += 5
temporary = [count] * 2
del temporary
temporary = {"count": count}
# %% [markdown]
# ## Close
# %%
temporary["others"] = others
(outer := len(temporary))
final = [temporary, outer, first]
final
`,
  },
  {
    name: 'imports inside try, a star import, decorators and closures',
    text: `
# %%
from math import *
from functools import lru_cache, wraps
try:
    import not_there_at_all as accelerated
except ImportError:
    accelerated = None
def twice(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args) * 2
    return wrapper
@twice
@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) // 2 + fibonacci(n - 2) // 2
# %% [markdown]
# ## Numbers
# %%
def make_adder(amount):
    def add(value):
        return value + amount
    return add
add_two = make_adder(2)
numbers = [fibonacci(n) for n in range(6)]
# %% [markdown]
# ## Finish
# %%
result = {"sum": add_two(sum(numbers)), "root": sqrt(16), "fast": accelerated is None}
result
`,
  },
  {
    name: 'containers that hold the same list, changed through one',
    text: `
# %% [markdown]
# ## Gather
# %%
rows = [1, 2]
box = {"rows": rows}
copy = list(rows)
# %% [markdown]
# ## Extend
# %%
box["rows"].append(3)
# %% [markdown]
# ## Extend again
# %%
rows.append(4)
copy.append(9)
# %% [markdown]
# ## Compare
# %%
outcome = [rows, box, copy, rows is box["rows"]]
outcome
`,
  },
  {
    name: 'names of parameters that others hide',
    text: `
# %%
import numpy as np
SIZE = 3
size = np.arange(SIZE)
alpha = 0.5
def alpha_of(alpha):
    return alpha * 2
values = [alpha_of(x) for x in size]
# %% [markdown]
# ## Scale values
# %%
scaled = [alpha * value for value in values for alpha in [2]]
rest = [SIZE for SIZE in range(2)]
inner = (lambda alpha=alpha: alpha)()
# %% [markdown]
# ## Show
# %%
answer = (scaled, rest, inner, SIZE, alpha)
answer
`,
  },
  {
    name: 'queries that name variables of the notebook in a text',
    text: `
# %%
import pandas as pd
limit = 2
LEVEL = 3
frame = pd.DataFrame({"a": [1, 2, 3, 4]})
# %% [markdown]
# ## Choose rows
# %%
chosen = frame.query("a > @limit")
few = frame.query("a >= @LEVEL")
# %% [markdown]
# ## Number of rows
# %%
numbers = (len(chosen), len(few))
numbers
`,
  },
  {
    name: 'options, a seed in a function, a loop that trains',
    text: `
# %%
import warnings
warnings.filterwarnings("ignore")
import numpy as np
import random
def seed_everything(seed=11):
    random.seed(seed)
    np.random.seed(seed)
# %% [markdown]
# ## Set the seed
# %%
seed_everything()
weights = np.random.randn(3)
# %% [markdown]
# ## Learn
# %%
rate = 0.1
losses = []
for epoch in range(5):
    gradient = np.random.randn(3)
    weights -= rate * gradient
    losses.append(float(np.abs(weights).sum()))
# %% [markdown]
# ## Keep
# %%
best = min(losses)
summary = {"best": best, "epochs": epoch + 1, "weights": weights.tolist()}
summary
`,
  },
  {
    name: 'a module-level class attribute and an instance that change',
    text: `
# %%
class Config:
    rate = 1
class Point:
    def __init__(self, x):
        self.x = x * Config.rate
# %% [markdown]
# ## First point
# %%
one = Point(2)
# %% [markdown]
# ## Second point
# %%
Config.rate = 10
two = Point(2)
# %% [markdown]
# ## Distance
# %%
distance = two.x - one.x
distance
`,
  },
  {
    name: 'conditional values and early names',
    text: `
# %%
mode = "fast"
debug = False
# %% [markdown]
# ## Decide
# %%
if mode == "fast":
    steps = 3
if debug:
    trace = []
# %% [markdown]
# ## Walk
# %%
position = 0
while position < steps:
    position += 1
    if debug:
        trace.append(position)
# %% [markdown]
# ## Report
# %%
outcome = f"{mode}: {position}"
text = r"""a
  b \n"""
outcome = outcome + text
outcome
`,
  },
  {
    name: 'views of arrays',
    text: `
# %%
import numpy as np
grid = np.zeros((3, 3))
row = grid[0]
# %% [markdown]
# ## Fill
# %%
row += 1
# %% [markdown]
# ## Turn
# %%
turned = grid.T
turned[2, 1] = 5
# %% [markdown]
# ## Sum
# %%
total = grid.sum()
other = grid.copy()
other[0, 0] = 100
(total, other)
final = [float(total), other]
final
`,
  },
];
