import { changeOf, fromOf } from './containers.ts';
import { type Draft, fresh, type Maker, nameOf, target } from './draft.ts';
import { list, number } from './expressions.ts';

const small = (draft: Draft): number => draft.draws.integer(0, 3);

/** Arrays of at least four numbers: views, copies, changes in place, random draws. */
export const numpyMakers: readonly Maker[] = [
  (draft) => `${target(draft, 'a')} = np.arange(${draft.draws.integer(4, 7)})`,
  (draft) => `${target(draft, 'a')} = np.array(([*${list(draft)}] + [1, 2, 3, 4])[:6])`,
  (draft) => `${target(draft, 'b')} = np.arange(12).reshape(3, 4)`,
  fromOf('b', 'a', (b) => `${b}.ravel()`),
  fromOf('b', 'a', (b) => `${b}[1]`),
  fromOf('b', 'b', (b) => `${b}.copy()`),
  fromOf('b', 'b', (b) => `${b}[::-1]`),
  fromOf('a', 'a', (a) => `${a}.copy()`),
  fromOf('a', 'a', (a) => `${a}[::-1]`),
  fromOf('a', 'a', (a) => `${a}.astype(int)`),
  fromOf('a', 'a', (a) => `np.asarray(${a})`),
  fromOf('a', 'a', (a) => `np.where(${a} > 2, ${a}, 0)`),
  fromOf('a', 'a', (a) => `np.concatenate([${a}, ${a}])[:8]`),
  fromOf('a', 'a', (a) => `np.sort(${a})`),
  fromOf('a', 'a', (a) => `${a}.reshape(-1)`),
  fromOf('a', 'a', (a) => `(${a} * 2 + 1) % 50`),
  fromOf('a', 'a', (a) => `${a}[[0, 1, 2, 3]]`),
  fromOf('a', 'i', (a) => `int(${a}.sum()) % 97`),
  fromOf('a', 'i', (a) => `int(${a}[1]) % 97`),
  fromOf('a', 'l', (a) => `${a}.tolist()`),
  fromOf('b', 'i', (b) => `int(${b}.mean()) % 97`),
  (draft) => `np.random.seed(${number(draft)})`,
  (draft) => `${target(draft, 'a')} = np.random.randint(0, 9, 4)`,
  (draft) => `${target(draft, 'a')} = np.random.default_rng(${small(draft)}).integers(0, 9, 5)`,
  (draft) => (draft.depth === 0 ? `${fresh(draft, 'a')} = np.random.permutation(5)` : null),
  changeOf('a', (a) => `np.random.shuffle(${a})`),
  changeOf('a', (a, draft) => `${a}[${small(draft)}] = ${number(draft)}`),
  changeOf('a', (a, draft) => `${a}[1:3] = ${number(draft)}`),
  changeOf('a', (a, draft) => `${a}[${a} > 3] = ${number(draft)}`),
  changeOf('a', (a) => `${a}.sort()`),
  changeOf('a', (a) => `${a} += 1`, true),
  changeOf('a', (a, draft) => `np.add(${a}, ${number(draft)}, out=${a})`),
  changeOf('a', (a, draft) => `${a}.fill(${number(draft)})`),
  changeOf('a', (a) => `np.add.at(${a}, [0, 1], 1)`),
  changeOf('a', (a) => `np.put(${a}, [0], 9)`),
  changeOf('b', (b, draft) => `${b}[1, 2] = ${number(draft)}`),
  changeOf('b', (b, draft) => `${b}[:, 1] = ${number(draft)}`),
  changeOf('b', (b, draft) => `${b}.T[0] += ${number(draft)}`),
  changeOf('b', (b) => `for row in ${b}: row += 1`),
  changeOf('b', (b) => `np.fill_diagonal(${b}, 7)`),
  changeOf('b', (b, draft) => `${b}.flat[2] = ${number(draft)}`),
];

/** Frames with the columns `p`, `q`, `r` and at least three rows. */
export const pandasMakers: readonly Maker[] = [
  (draft) =>
    `${target(draft, 'df')} = pd.DataFrame({'p': [3, 1, 2], 'q': [${number(draft)}, 5, 6], 'r': ['x', 'y', 'x']})`,
  fromOf('df', 'df', (df) => `${df}.copy()`),
  fromOf('df', 'df', (df) => df),
  fromOf('df', 'df', (df, draft) => `${df}.assign(q=${df}['p'] + ${number(draft)})`),
  fromOf('df', 'df', (df) => `${df}.sort_values('p')`),
  fromOf('df', 'df', (df) => `pd.concat([${df}, ${df}], ignore_index=True).head(6)`),
  fromOf('df', 'df', (df) => `${df}.rename(columns={'z': 'w'})`),
  fromOf('df', 'df', (df) => `${df}.merge(${df}[['p']].drop_duplicates(), on='p')`),
  fromOf('df', 'df', (df, draft) => `${df}.query('p >= @${nameOf(draft, 'i') ?? 'zero'} or p < 100')`),
  fromOf('df', 'se', (df) => `${df}['p']`),
  fromOf('df', 'se', (df) => `${df}.groupby('r')['q'].sum()`),
  fromOf('df', 'se', (df) => `${df}.loc[:, 'q']`),
  fromOf('df', 'se', (df) => `${df}[['p', 'q']].apply(lambda column: column.sum())`),
  fromOf('se', 'se', (se) => `${se}.astype(float)`),
  fromOf('se', 'i', (se) => `int(${se}.sum()) % 97`),
  fromOf('se', 'l', (se) => `${se}.tolist()`),
  fromOf('df', 'i', (df) => `len(${df})`),
  fromOf('df', 'l', (df) => `[int(x) for x in ${df}['p'].values]`),
  fromOf('df', 'l', (df) => `[row.p % 97 for row in ${df}.itertuples()]`),
  fromOf('df', 'd', (df) => `${df}.groupby('r')['p'].max().to_dict() | {'p': 1}`),
  changeOf('df', (df, draft) => `${df}['${draft.draws.pick(['p', 'q'])}'] = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}['q'] = ${df}['p'] * ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.loc[${df}['p'] > 1, 'q'] = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.iloc[0, 1] = ${number(draft)}`),
  changeOf('df', (df) => `${df}.sort_values('q', inplace=True)`),
  changeOf('df', (df) => `${df}.reset_index(drop=True, inplace=True)`),
  changeOf('df', (df, draft) => `${df}.p = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.insert(0, 'n${draft.counter.next++}', ${number(draft)})`),
  changeOf('df', (df) => `${df}.index = range(10, 10 + len(${df}))`),
  changeOf('df', (df) => `${df}.update(${df}[['p']] + 1)`),
  changeOf('df', (df) => `${df}.eval('q = p + q', inplace=True)`),
  changeOf('df', (df) => `print(${df}.head(), ${df}.describe())`),
  changeOf('se', (se, draft) => `${se}.iloc[0] = ${number(draft)}`),
  changeOf('se', (se) => `${se}.name = 'named'`),
  (draft) => {
    const df = nameOf(draft, 'df');
    const f = nameOf(draft, 'f');
    return df && f ? `${df}['q'] = ${df}['p'].apply(lambda v: int(${f}(int(v))))` : null;
  },
  (draft) => {
    const df = nameOf(draft, 'df');
    return df ? `${df}.to_csv('t.csv', index=False)` : null;
  },
  (draft) => `${target(draft, 'i')} = len(pd.read_csv('t.csv')) if os.path.exists('t.csv') else 0`,
  (draft) => {
    const df = nameOf(draft, 'df');
    const l = nameOf(draft, 'l') ?? '[0]';
    return df ? `for key, part in ${df}.groupby('r'):\n    ${l}.append(int(part['p'].sum()) % 97)` : null;
  },
];

/** Estimators on a small fixed problem, with shared parts. */
export const sklearnMakers: readonly Maker[] = [
  (draft) => `${target(draft, 'm')} = LinearRegression()`,
  (draft) => `${target(draft, 'm')} = Ridge(alpha=${draft.draws.integer(1, 4)})`,
  (draft) => (draft.depth === 0 ? `${fresh(draft, 'm')} = make_pipeline(StandardScaler(), Ridge())` : null),
  (draft) => {
    const m = nameOf(draft, 'm');
    return m && draft.depth === 0 ? `${fresh(draft, 'm')} = make_pipeline(${m})` : null;
  },
  fromOf('m', 'm', (m, draft) => `${m}.fit(features, labels + ${number(draft)})`),
  fromOf('m', 'm', (m) => `clone(${m})`),
  changeOf('m', (m, draft) => `${m}.fit(features * 2, labels * ${draft.draws.integer(1, 4)})`),
  fromOf('m', 'i', (m) => `int(${m}.fit(features, labels).predict(features)[0]) % 97`),
  fromOf('m', 'i', (m) => `len(${m}.get_params())`),
  (draft) => `features[${small(draft)}] = ${number(draft)}`,
  (draft) => `${target(draft, 'a')} = train_test_split(np.arange(8))[0]`,
  (draft) => `${target(draft, 'a')} = train_test_split(np.arange(8), random_state=${small(draft)})[0]`,
];

/** The current figure and its axes, read back as texts and counts. */
export const figureMakers: readonly Maker[] = [
  (draft) => (draft.depth === 0 ? `figure, ${fresh(draft, 'ax')} = plt.subplots()` : null),
  (draft) => `${target(draft, 'ax')} = plt.gca()`,
  (draft) => `plt.plot(${list(draft)})`,
  (draft) => `plt.title(str(${number(draft)}))`,
  () => 'plt.figure()',
  () => "plt.close('all')",
  (draft) => `plt.rcParams['lines.linewidth'] = ${draft.draws.integer(1, 5)}`,
  (draft) => `${target(draft, 's')} = plt.gca().get_title()`,
  (draft) => `${target(draft, 'i')} = len(plt.gca().lines)`,
  (draft) => `${target(draft, 'i')} = int(plt.plot([1, 2])[0].get_linewidth())`,
  (draft) => `${target(draft, 'i')} = len(plt.get_fignums())`,
  () => "plt.savefig('figure.png')",
  fromOf('ax', 'i', (ax) => `len(${ax}.lines)`),
  fromOf('ax', 's', (ax) => `${ax}.get_title()`),
  changeOf('ax', (ax, draft) => `${ax}.plot(${list(draft)})`),
  changeOf('ax', (ax, draft) => `${ax}.set_title(f'{${number(draft)}}')`),
  changeOf('ax', (ax) => `plt.sca(${ax})`),
];
