import type { Step } from '../dataflow/index.ts';
import type { RunRecord } from '../record/index.ts';
import { isStandardModule } from './standard-modules.ts';
import { nodesOf } from './tree.ts';
import type { Requirement } from './types.ts';

/** Import names whose distribution is called otherwise. */
const DISTRIBUTIONS: Readonly<Record<string, string>> = {
  sklearn: 'scikit-learn',
  skimage: 'scikit-image',
  cv2: 'opencv-python-headless',
  PIL: 'pillow',
  yaml: 'pyyaml',
  bs4: 'beautifulsoup4',
  dateutil: 'python-dateutil',
  dotenv: 'python-dotenv',
  imblearn: 'imbalanced-learn',
  umap: 'umap-learn',
  Bio: 'biopython',
  git: 'gitpython',
  jwt: 'pyjwt',
  docx: 'python-docx',
  pptx: 'python-pptx',
  serial: 'pyserial',
  usb: 'pyusb',
  psycopg2: 'psycopg2-binary',
  MySQLdb: 'mysqlclient',
  OpenSSL: 'pyopenssl',
  Crypto: 'pycryptodome',
  google: 'google-api-python-client',
  IPython: 'ipython',
  pkg_resources: 'setuptools',
  mpl_toolkits: 'matplotlib',
  community: 'python-louvain',
  wx: 'wxpython',
  attr: 'attrs',
  ruamel: 'ruamel.yaml',
  pywt: 'pywavelets',
  Levenshtein: 'levenshtein',
};

/** What a kind of file needs beside the library that is imported. */
const BY_CALL: readonly (readonly [RegExp, string, string])[] = [
  [/\.(read|to)_(parquet|feather|orc)$/, 'pyarrow', 'reads or writes columnar files'],
  [/\.(read|to)_excel$/, 'openpyxl', 'reads or writes Excel files'],
  [/\.(read|to)_hdf$/, 'tables', 'reads or writes HDF5 files'],
  [/\.read_html$/, 'lxml', 'reads HTML tables'],
];

/** The distributions that statements import; modules beside the notebook are left out. */
export function findRequirements(
  steps: readonly Step[],
  record: RunRecord | undefined,
  helpers: ReadonlySet<string>,
  packages: ReadonlySet<string>,
): readonly Requirement[] {
  const found = new Map<string, string>();
  for (const step of steps) {
    for (const module of importedModules(step)) {
      if (helpers.has(module) || isStandardModule(module) || !packages.has(module)) continue;
      const name = record?.modules[module] ?? DISTRIBUTIONS[module] ?? module.replaceAll('_', '-');
      if (!found.has(name)) found.set(name, `imported as \`${module}\`, cell ${step.cell}`);
    }
    for (const use of step.files) {
      for (const [call, name, reason] of BY_CALL)
        if (call.test(use.via) && !found.has(name)) found.set(name, reason);
    }
  }
  return [...found]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, reason]) => {
      const version =
        record && Object.hasOwn(record.distributions, name) ? record.distributions[name] : undefined;
      return version === undefined ? { name, reason } : { name, version, reason };
    });
}

/** Top-level modules that a statement imports, in functions too. */
export function importedModules(step: Step): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const node of nodesOf(step.statement.node)) {
    if (node.type === 'Import')
      for (const alias of node.names) modules.add(alias.name.split('.')[0] ?? alias.name);
    if (node.type === 'ImportFrom' && node.level === 0 && node.module)
      modules.add(node.module.split('.')[0] ?? node.module);
  }
  return modules;
}
