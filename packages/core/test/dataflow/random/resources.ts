import { changeOf, fromOf } from './containers.ts';
import { type Draft, fresh, type Maker, nameOf, target } from './draft.ts';
import { list, number } from './expressions.ts';

const path = (draft: Draft): string => draft.draws.pick(['a.txt', 'b.txt']);

/** Random streams, files, the environment, attributes of modules, output. */
export const resourceMakers: readonly Maker[] = [
  (draft) => `random.seed(${number(draft)})`,
  (draft) => `${target(draft, 'i')} = random.randint(0, 9)`,
  (draft) => `${target(draft, 'rng')} = random.Random(${number(draft)})`,
  changeOf('l', (l) => `random.shuffle(${l})`),
  fromOf('rng', 'i', (rng) => `${rng}.randint(0, 9)`),
  fromOf('rng', 'rng', (rng) => rng),
  changeOf('rng', (rng, draft) => `${rng}.shuffle(${list(draft)})`),
  changeOf('rng', (rng, draft) => `${rng}.seed(${number(draft)})`),
  fromOf('l', 'i', (l) => `random.Random(1).choice(${l} or [0])`),
  (draft) => `open('${path(draft)}', 'w').write(str(${number(draft)}))`,
  (draft) => `with open('${path(draft)}', 'a') as out:\n    out.write(f'{${number(draft)}}')`,
  (draft) => {
    const name = path(draft);
    return `${target(draft, 's')} = open('${name}').read() if os.path.exists('${name}') else ''`;
  },
  (draft) => `${target(draft, 's')} = ','.join(sorted(os.listdir('.')))`,
  (draft) => `pathlib.Path('${path(draft)}').write_text(str(${list(draft)}))`,
  (draft) => `with open('c.json', 'w') as out:\n    json.dump(${list(draft)}, out)`,
  (draft) => `${target(draft, 'l')} = json.load(open('c.json')) if os.path.exists('c.json') else []`,
  () => "if os.path.exists('b.txt'): os.remove('b.txt')",
  () => "os.makedirs('sub', exist_ok=True)",
  () => "os.chdir('sub' if os.path.isdir('sub') else '.')",
  (draft) => `${target(draft, 'i')} = int(os.getcwd().endswith('sub'))`,
  (draft) => `os.environ['CASE'] = str(${number(draft)})`,
  (draft) => `${target(draft, 'i')} = len(os.environ.get('CASE', ''))`,
  (draft) => `string.box = ${list(draft)}`,
  (draft) => `if hasattr(string, 'box'): string.box.append(${number(draft)})`,
  (draft) => `${target(draft, 'l')} = getattr(string, 'box', [0])`,
  (draft) => `print(${number(draft)}, ${list(draft)})`,
  (draft) => {
    if (draft.depth > 0) return null;
    return `buffer${draft.counter.next} = io.StringIO()
with contextlib.redirect_stdout(buffer${draft.counter.next}):
    print(${number(draft)})
${fresh(draft, 's')} = buffer${draft.counter.next - 1}.getvalue()`;
  },
  (draft) => {
    const l = nameOf(draft, 'l');
    return l ? `${target(draft, 'l')} = pickle.loads(pickle.dumps(${l}))` : null;
  },
];
