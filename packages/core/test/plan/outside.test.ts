import { expect, it } from 'vitest';
import { planCase } from './plan-case.ts';

const HEAD = '# %%\nimport sqlite3\nimport pandas as pd\n';
const SALES = 'sales = pd.read_csv("sales.csv")\n';
const ASK = 'total = pd.read_sql("select sum(units) as units from sales", con)\n';

async function isExternal(text: string) {
  const files = { 'sales.csv': 'units\n1\n', 'old.db': '' };
  const { plan } = await planCase({ name: 'database', text: HEAD + text, files }, { stages: 'one' });
  return plan.stages.some(({ external }) => external);
}

it.each([
  ['made by the stage', `con = sqlite3.connect("new.db")\n${SALES}sales.to_sql("sales", con)\n${ASK}`],
  ['in memory', `con = sqlite3.connect(":memory:")\n${SALES}sales.to_sql("sales", con)\n${ASK}`],
  [
    'behind a cursor',
    'con = sqlite3.connect(":memory:")\ncur = con.cursor()\nx = cur.execute("select 1").fetchall()\n',
  ],
  ['that is only read', `con = sqlite3.connect("old.db")\n${ASK}`],
])('a database %s is no reason to run always', async (_, text) => {
  expect(await isExternal(text)).toBe(false);
});

it.each([
  ['that was there before', `con = sqlite3.connect("old.db")\n${SALES}sales.to_sql("sales", con)\n`],
  ['of a server', `con = __import__("psycopg2").connect("host=db")\n${ASK}`],
  [
    'of a server beside a file',
    `con = sqlite3.connect("new.db")\nother = __import__("psycopg2").connect("x")\n${ASK}more = pd.read_sql("x", other)\n`,
  ],
  ['with a computed name', `con = sqlite3.connect(input())\n${ASK}`],
])('a stage that uses a database %s always runs', async (_, text) => {
  expect(await isExternal(text)).toBe(true);
});
