import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const NOTHING = { returns: 'builtins.NoneType' } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const READS_CLOCK = { reads: ['clock'] } as const satisfies CallSpec;
const PRINTS = { writes: ['stdout'] } as const satisfies CallSpec;
const RUNS_PROCESS = {
  reads: ['files', 'environment', 'working-directory'],
  writes: ['process', 'files', 'stdout'],
} as const satisfies CallSpec;

/** The standard library: the process and what is around it. */
export const standardProcess = [
  {
    module: 'sys',
    url: 'https://docs.python.org/3/library/sys.html',
    functions: {
      getsizeof: INT,
      getrefcount: INT,
      getrecursionlimit: INT,
      setrecursionlimit: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      exc_info: { reads: ['process'] },
      getdefaultencoding: { reads: ['process'] },
      intern: { reads: ['process'] },
    },
    classes: {},
    attributes: {
      path: { resource: 'sys.path' },
      path_hooks: { resource: 'sys.path' },
      meta_path: { resource: 'sys.path' },
      stdout: { resource: 'stdout' },
      stderr: { resource: 'stdout' },
      stdin: { resource: 'stdin' },
      argv: { resource: 'process' },
      modules: { resource: 'process' },
      flags: { resource: 'process' },
      ...each(
        FRESH,
        `
          version version_info platform executable maxsize float_info byteorder prefix base_prefix
          implementation hexversion builtin_module_names
        `,
      ),
      exit: PART,
      settrace: PART,
      setprofile: PART,
    },
  },
  {
    module: 'platform',
    url: 'https://docs.python.org/3/library/platform.html',
    functions: {
      ...each(
        { reads: ['process'], returns: 'str' },
        `
          platform system release version machine processor node python_version python_implementation
        `,
      ),
      uname: { reads: ['process'] },
    },
    classes: {},
  },
  {
    module: 'subprocess',
    url: 'https://docs.python.org/3/library/subprocess.html',
    functions: {
      ...each(RUNS_PROCESS, 'run call check_call check_output getoutput getstatusoutput Popen'),
    },
    classes: { CalledProcessError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS } },
    attributes: { PIPE: FRESH, STDOUT: FRESH, DEVNULL: FRESH },
  },
  {
    module: 'warnings',
    url: 'https://docs.python.org/3/library/warnings.html',
    functions: {
      ...each(
        { reads: ['warnings'], writes: ['warnings'], returns: 'builtins.NoneType' },
        `
          filterwarnings simplefilter resetwarnings warn
        `,
      ),
    },
    classes: {
      catch_warnings: {
        constructor: HOLDS_ARGUMENTS,
        methods: {
          __enter__: { mutates: ['self'], reads: ['warnings'], writes: ['warnings'] },
          __exit__: { mutates: ['self'], reads: ['warnings'], writes: ['warnings'] },
        },
      },
    },
  },
  {
    module: 'logging',
    url: 'https://docs.python.org/3/library/logging.html',
    functions: {
      ...each(
        { reads: ['logging'], writes: ['logging', 'stdout'], returns: 'builtins.NoneType' },
        `
          debug info warning error critical exception log basicConfig disable captureWarnings
        `,
      ),
      getLogger: { reads: ['logging'], writes: ['logging'], returns: 'logging.Logger' },
      getLevelName: { reads: ['logging'], returns: 'str' },
    },
    classes: {
      Logger: {
        methods: {
          ...each(
            {
              reads: ['logging'],
              writes: ['logging', 'stdout'],
              returns: 'builtins.NoneType',
              mutates: ['self'],
            },
            'debug info warning error critical exception log setLevel',
          ),
          ...each(
            {
              reads: ['logging'],
              writes: ['logging', 'stdout'],
              returns: 'builtins.NoneType',
              mutates: ['self'],
              holds: [{ by: 'self', value: '*' }],
            },
            'addHandler removeHandler addFilter',
          ),
          isEnabledFor: { reads: ['logging'] },
          getEffectiveLevel: { reads: ['logging'] },
        },
        attributes: { handlers: PART, propagate: PART, level: PART, name: TEXT_PART },
        constructor: HOLDS_ARGUMENTS,
      },
      StreamHandler: {
        constructor: HOLDS_ARGUMENTS,
        methods: {
          setFormatter: {
            mutates: ['self'],
            returns: 'builtins.NoneType',
            holds: [{ by: 'self', value: '*' }],
          },
          setLevel: CHANGES_ONLY,
        },
      },
      FileHandler: { bases: ['logging.StreamHandler'], constructor: { writesFile: '0:filename' } },
      Formatter: { constructor: HOLDS_ARGUMENTS },
      NullHandler: { constructor: PURE },
    },
    attributes: { DEBUG: FRESH, INFO: FRESH, WARNING: FRESH, ERROR: FRESH, CRITICAL: FRESH, NOTSET: FRESH },
  },
  {
    module: 'locale',
    url: 'https://docs.python.org/3/library/locale.html',
    functions: {
      setlocale: { reads: ['locale', 'environment'], writes: ['locale'] },
      ...each(
        { reads: ['locale'] },
        `
          getlocale localeconv currency format_string getpreferredencoding atof atoi
        `,
      ),
    },
    classes: {},
    attributes: { LC_ALL: FRESH, LC_NUMERIC: FRESH, LC_TIME: FRESH },
  },
  {
    module: 'argparse',
    url: 'https://docs.python.org/3/library/argparse.html',
    functions: {},
    classes: {
      ArgumentParser: {
        constructor: HOLDS_ARGUMENTS,
        methods: {
          add_argument: { mutates: ['self'], aliases: ['self'], holds: [{ by: 'self', value: '*' }] },
          add_argument_group: { mutates: ['self'], aliases: ['self'], holds: [{ by: 'self', value: '*' }] },
          add_subparsers: { mutates: ['self'], aliases: ['self'], holds: [{ by: 'self', value: '*' }] },
          set_defaults: {
            mutates: ['self'],
            holds: [{ by: 'self', value: '*' }],
            returns: 'builtins.NoneType',
          },
          ...each(
            {
              reads: ['process', 'environment'],
              writes: ['stdout'],
              calls: ['self'],
              aliases: ['self'],
            },
            'parse_args parse_known_args',
          ),
          print_help: PRINTS,
          print_usage: PRINTS,
          format_help: TEXT,
        },
      },
      Namespace: { constructor: HOLDS_ARGUMENTS },
    },
  },
  {
    module: 'gc',
    url: 'https://docs.python.org/3/library/gc.html',
    functions: { collect: INT, disable: NOTHING, enable: NOTHING },
    classes: {},
  },
  { module: 'atexit', url: 'https://docs.python.org/3/library/atexit.html', functions: {}, classes: {} },
  {
    module: 'traceback',
    url: 'https://docs.python.org/3/library/traceback.html',
    functions: { print_exc: { writes: ['stdout'], returns: 'builtins.NoneType' }, format_exc: TEXT },
    classes: {},
  },
  {
    module: 'importlib',
    url: 'https://docs.python.org/3/library/importlib.html',
    functions: {},
    classes: {},
  },
  {
    module: 'getpass',
    url: 'https://docs.python.org/3/library/getpass.html',
    functions: {
      getpass: { reads: ['stdin', 'environment'], writes: ['stdin', 'stdout'], returns: 'str' },
      getuser: { reads: ['environment'], returns: 'str' },
    },
    classes: {},
  },
  {
    module: 'multiprocessing',
    url: 'https://docs.python.org/3/library/multiprocessing.html',
    functions: { cpu_count: { reads: ['process'], returns: 'int' } },
    classes: {},
  },
  {
    module: 'socket',
    url: 'https://docs.python.org/3/library/socket.html',
    functions: { gethostname: { reads: ['network'], returns: 'str' } },
    classes: {},
  },
  {
    module: 'threading',
    url: 'https://docs.python.org/3/library/threading.html',
    functions: {},
    classes: {
      Lock: {
        constructor: PURE,
        methods: { acquire: CHANGES, release: CHANGES, __exit__: CHANGES, __enter__: CHANGES },
      },
    },
  },
  {
    module: 'concurrent',
    url: 'https://docs.python.org/3/library/concurrent.html',
    functions: {},
    classes: {},
  },
  { module: 'asyncio', url: 'https://docs.python.org/3/library/asyncio.html', functions: {}, classes: {} },
  {
    module: 'timeit',
    url: 'https://docs.python.org/3/library/timeit.html',
    functions: { default_timer: READS_CLOCK },
    classes: {},
  },
  {
    module: 'urllib',
    url: 'https://docs.python.org/3/library/urllib.html',
    functions: {
      ...each(
        TEXT,
        `
          parse.quote parse.quote_plus parse.unquote parse.unquote_plus parse.urlencode parse.urljoin
        `,
      ),
      ...each(PURE, 'parse.urlparse parse.urlsplit parse.parse_qs parse.parse_qsl'),
      'request.urlopen': { reads: ['network'], writes: ['network'], returns: 'io.IOBase' },
      'request.urlretrieve': { reads: ['network', 'files'], writes: ['network', 'files'] },
    },
    classes: {
      'request.Request': { constructor: HOLDS_ARGUMENTS },
      'error.HTTPError': { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
      'error.URLError': { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    },
  },
  { module: 'xml', url: 'https://docs.python.org/3/library/xml.html', functions: {}, classes: {} },
  { module: 'email', url: 'https://docs.python.org/3/library/email.html', functions: {}, classes: {} },
  { module: 'http', url: 'https://docs.python.org/3/library/http.html', functions: {}, classes: {} },
  { module: 'ctypes', url: 'https://docs.python.org/3/library/ctypes.html', functions: {}, classes: {} },
  { module: 'signal', url: 'https://docs.python.org/3/library/signal.html', functions: {}, classes: {} },
] as const satisfies readonly LibrarySpec[];
