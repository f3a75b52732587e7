import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const NUMBER = { returns: 'float' } as const satisfies CallSpec;
const LIST = { returns: 'list' } as const satisfies CallSpec;
const TUPLE = { returns: 'tuple' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const ENTERS = { aliases: ['self'], returns: 'self' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const READS_FILES = { reads: ['files'] } as const satisfies CallSpec;
const WRITES_FILES = { reads: ['files'], writes: ['files'] } as const satisfies CallSpec;
const READS_ENVIRONMENT = { reads: ['environment'] } as const satisfies CallSpec;
const RUNS_PROCESS = {
  reads: ['files', 'environment', 'working-directory'],
  writes: ['process', 'files', 'stdout'],
} as const satisfies CallSpec;
const OPENS = {
  readsFile: '0:filename',
  writesFile: '0:filename',
  fileMode: '1:mode',
  returns: 'io.IOBase',
} as const satisfies CallSpec;

/** The standard library: files, formats, databases. */
export const standardFiles = [
  {
    module: 'os',
    url: 'https://docs.python.org/3/library/os.html',
    functions: {
      getcwd: { reads: ['working-directory'], returns: 'str' },
      chdir: { writes: ['working-directory'], reads: ['working-directory'], returns: 'builtins.NoneType' },
      listdir: { readsFile: '0:path', returns: 'list', reads: ['files'] },
      scandir: { readsFile: '0:path' },
      stat: { readsFile: '0:path' },
      lstat: { readsFile: '0:path' },
      walk: { readsFile: '0:top', reads: ['files'] },
      ...each(
        { readsFile: '0:path', returns: 'bool' },
        `
          access path.exists path.lexists path.isfile path.islink
        `,
      ),
      makedirs: { writesFile: '0:name', returns: 'builtins.NoneType' },
      removedirs: { writesFile: '0:name', returns: 'builtins.NoneType' },
      ...each(
        { writesFile: '0:path', returns: 'builtins.NoneType' },
        'mkdir remove rmdir unlink chmod utime',
      ),
      ...each(
        { reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
        `
          rename replace link symlink truncate renames
        `,
      ),
      getenv: READS_ENVIRONMENT,
      putenv: { reads: ['environment'], writes: ['environment'], returns: 'builtins.NoneType' },
      unsetenv: { reads: ['environment'], writes: ['environment'], returns: 'builtins.NoneType' },
      fspath: { aliases: ['0'], returns: 'str' },
      fsdecode: { aliases: ['0'], returns: 'str' },
      ...each(RUNS_PROCESS, 'system popen execv execvp spawnl'),
      urandom: { reads: ['system-random'], returns: 'bytes' },
      ...each({ reads: ['process'] }, 'getpid getppid cpu_count getlogin uname getloadavg'),
      ...each(
        TEXT,
        `
          path.basename path.dirname path.normpath path.normcase path.join path.commonprefix path.commonpath
        `,
      ),
      'path.split': TUPLE,
      'path.splitext': TUPLE,
      'path.splitdrive': TUPLE,
      'path.isabs': TRUTH,
      'path.abspath': { reads: ['working-directory'], returns: 'str' },
      'path.relpath': { reads: ['working-directory'], returns: 'str' },
      'path.realpath': { reads: ['files', 'working-directory'], returns: 'str' },
      'path.isdir': { readsFile: '0:s', returns: 'bool' },
      ...each({ readsFile: '0:filename' }, 'path.getsize path.getmtime path.getctime path.getatime'),
      'path.expanduser': { reads: ['environment'], returns: 'str' },
      'path.expandvars': { reads: ['environment'], returns: 'str' },
      'path.samefile': { reads: ['files'], returns: 'bool' },
    },
    classes: {},
    attributes: {
      environ: { resource: 'environment' },
      ...each(FRESH, 'sep linesep name pathsep curdir pardir devnull extsep F_OK R_OK W_OK X_OK path.sep'),
    },
  },
  {
    module: 'pathlib',
    url: 'https://docs.python.org/3/library/pathlib.html',
    functions: {},
    classes: {
      PurePath: {
        immutable: true,
        constructor: PURE,
        operator: { returns: 'pathlib.PurePath' },
        methods: {
          ...each({ returns: 'self' }, 'joinpath with_name with_stem with_suffix relative_to with_segments'),
          as_posix: TEXT,
          as_uri: TEXT,
          ...each(TRUTH, 'is_absolute is_relative_to match is_reserved'),
        },
        attributes: {
          ...each(TEXT_PART, 'name stem suffix anchor drive root'),
          parent: { returns: 'pathlib.PurePath' },
          parents: FRESH,
          parts: FRESH,
          suffixes: FRESH,
        },
      },
      Path: {
        immutable: true,
        constructor: PURE,
        operator: { returns: 'pathlib.Path' },
        bases: ['pathlib.PurePath'],
        methods: {
          ...each({ readsFile: 'self', returns: 'bool' }, 'exists is_file is_dir is_symlink'),
          ...each({ readsFile: 'self' }, 'stat lstat iterdir walk'),
          glob: { readsFile: 'self', reads: ['files'] },
          rglob: { readsFile: 'self', reads: ['files'] },
          read_text: { readsFile: 'self', returns: 'str' },
          read_bytes: { readsFile: 'self', returns: 'bytes' },
          write_text: { writesFile: 'self', returns: 'int' },
          write_bytes: { writesFile: 'self', returns: 'int' },
          ...each({ writesFile: 'self', returns: 'builtins.NoneType' }, 'mkdir touch unlink rmdir chmod'),
          rename: { reads: ['files'], writes: ['files'], returns: 'pathlib.Path' },
          replace: { reads: ['files'], writes: ['files'], returns: 'pathlib.Path' },
          symlink_to: { reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
          hardlink_to: { reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
          resolve: { reads: ['working-directory', 'files'], returns: 'pathlib.Path' },
          absolute: { reads: ['working-directory'], returns: 'pathlib.Path' },
          cwd: { reads: ['working-directory'], returns: 'pathlib.Path' },
          home: { reads: ['environment'], returns: 'pathlib.Path' },
          expanduser: { reads: ['environment'], returns: 'pathlib.Path' },
          open: { readsFile: 'self', writesFile: 'self', returns: 'io.IOBase' },
          samefile: { reads: ['files'], returns: 'bool' },
        },
        attributes: { parent: { returns: 'pathlib.Path' } },
      },
      PosixPath: {
        bases: ['pathlib.Path'],
        immutable: true,
        constructor: PURE,
        operator: { returns: 'pathlib.Path' },
      },
      WindowsPath: {
        bases: ['pathlib.Path'],
        immutable: true,
        constructor: PURE,
        operator: { returns: 'pathlib.Path' },
      },
    },
  },
  {
    module: 'glob',
    url: 'https://docs.python.org/3/library/glob.html',
    functions: {
      glob: { readsFile: '0:pathname', reads: ['files'], returns: 'list' },
      iglob: { readsFile: '0:pathname', reads: ['files'] },
      escape: TEXT,
    },
    classes: {},
  },
  {
    module: 'fnmatch',
    url: 'https://docs.python.org/3/library/fnmatch.html',
    functions: { fnmatch: TRUTH, fnmatchcase: TRUTH, filter: LIST, translate: TEXT },
    classes: {},
  },
  {
    module: 'shutil',
    url: 'https://docs.python.org/3/library/shutil.html',
    functions: {
      ...each(
        WRITES_FILES,
        'copy copy2 copyfile copytree copymode copystat move make_archive unpack_archive',
      ),
      rmtree: { writesFile: '0:path', returns: 'builtins.NoneType' },
      copyfileobj: { mutates: ['0', '1'], returns: 'builtins.NoneType' },
      which: { reads: ['files', 'environment'] },
      disk_usage: READS_FILES,
      get_terminal_size: READS_ENVIRONMENT,
    },
    classes: {},
  },
  {
    module: 'tempfile',
    url: 'https://docs.python.org/3/library/tempfile.html',
    functions: {
      mkdtemp: { reads: ['files', 'environment', 'system-random'], writes: ['files'], returns: 'str' },
      mkstemp: { reads: ['files', 'environment', 'system-random'], writes: ['files'] },
      gettempdir: { reads: ['files', 'environment'], returns: 'str' },
      ...each(
        {
          reads: ['files', 'environment', 'system-random'],
          writes: ['files'],
          returns: 'io.IOBase',
        },
        'NamedTemporaryFile TemporaryFile SpooledTemporaryFile',
      ),
    },
    classes: {
      TemporaryDirectory: {
        constructor: { reads: ['files', 'environment', 'system-random'], writes: ['files'] },
        methods: {
          __enter__: TEXT,
          cleanup: { mutates: ['self'], reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
          __exit__: { mutates: ['self'], reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
        },
        attributes: { name: TEXT_PART },
      },
    },
  },
  {
    module: 'json',
    url: 'https://docs.python.org/3/library/json.html',
    functions: {
      dumps: { returns: 'str', calls: [':default', ':cls'] },
      dump: { mutates: ['1:fp'], calls: [':default'], returns: 'builtins.NoneType' },
      loads: { calls: [':object_hook'] },
      load: { mutates: ['0:fp'], calls: [':object_hook'] },
    },
    classes: {
      JSONDecodeError: { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS },
      JSONEncoder: { constructor: PURE, methods: { encode: TEXT } },
    },
  },
  {
    module: 'pickle',
    url: 'https://docs.python.org/3/library/pickle.html',
    functions: {
      dumps: BYTES,
      dump: { mutates: ['1:file'], returns: 'builtins.NoneType' },
      loads: PURE,
      load: { mutates: ['0:file'] },
    },
    classes: { PickleError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS } },
    attributes: { HIGHEST_PROTOCOL: FRESH, DEFAULT_PROTOCOL: FRESH },
  },
  {
    module: 'csv',
    url: 'https://docs.python.org/3/library/csv.html',
    functions: {
      reader: { aliases: ['0'], returns: 'csv._reader' },
      writer: { holds: [{ by: 'return', value: '0' }], returns: 'csv._writer' },
    },
    classes: {
      _reader: {
        consumable: true,
        iterate: { mutates: ['self'], returns: 'builtins.list' },
        attributes: { line_num: NUMBER_PART },
        constructor: HOLDS_ARGUMENTS,
      },
      _writer: { methods: { writerow: CHANGES, writerows: CHANGES }, constructor: HOLDS_ARGUMENTS },
      DictReader: {
        constructor: HOLDS_ARGUMENTS,
        consumable: true,
        iterate: { mutates: ['self'], returns: 'builtins.dict' },
        attributes: { fieldnames: PART, line_num: NUMBER_PART },
      },
      DictWriter: {
        constructor: HOLDS_ARGUMENTS,
        methods: { writeheader: CHANGES, writerow: CHANGES, writerows: CHANGES },
      },
    },
    attributes: { QUOTE_ALL: FRESH, QUOTE_MINIMAL: FRESH, QUOTE_NONE: FRESH, QUOTE_NONNUMERIC: FRESH },
  },
  {
    module: 'gzip',
    url: 'https://docs.python.org/3/library/gzip.html',
    functions: {
      open: OPENS,
      compress: BYTES,
      decompress: BYTES,
    },
    classes: {},
  },
  {
    module: 'bz2',
    url: 'https://docs.python.org/3/library/bz2.html',
    functions: {
      open: OPENS,
      compress: BYTES,
      decompress: BYTES,
    },
    classes: {},
  },
  {
    module: 'lzma',
    url: 'https://docs.python.org/3/library/lzma.html',
    functions: {
      open: OPENS,
      compress: BYTES,
      decompress: BYTES,
    },
    classes: {},
  },
  {
    module: 'codecs',
    url: 'https://docs.python.org/3/library/codecs.html',
    functions: {
      open: OPENS,
      encode: PURE,
      decode: PURE,
      lookup: PURE,
    },
    classes: {},
    attributes: { BOM_UTF8: FRESH },
  },
  {
    module: 'zipfile',
    url: 'https://docs.python.org/3/library/zipfile.html',
    functions: { is_zipfile: { readsFile: '0:filename', returns: 'bool' } },
    classes: {
      ZipFile: {
        constructor: {
          readsFile: '0:file',
          writesFile: '0:file',
          fileMode: '1:mode',
          holds: [{ by: 'return', value: '0:file' }],
        },
        methods: {
          ...each(
            { mutates: ['self'], reads: ['files'], writes: ['files'] },
            `
              extractall extract write writestr close __exit__
            `,
          ),
          read: { mutates: ['self'], returns: 'bytes' },
          open: { mutates: ['self'], aliases: ['self'], returns: 'io.IOBase' },
          namelist: LIST,
          infolist: VIEW,
          getinfo: VIEW,
          __enter__: ENTERS,
        },
      },
    },
    attributes: { ZIP_DEFLATED: FRESH, ZIP_STORED: FRESH },
  },
  {
    module: 'tarfile',
    url: 'https://docs.python.org/3/library/tarfile.html',
    functions: {
      open: {
        readsFile: '0:name',
        writesFile: '0:name',
        fileMode: '1:mode',
        returns: 'tarfile.TarFile',
      },
    },
    classes: {
      TarFile: {
        methods: {
          ...each(
            { mutates: ['self'], reads: ['files'], writes: ['files'] },
            `
              extractall extract add addfile close __exit__
            `,
          ),
          getnames: { ...LIST, mutates: ['self'], reads: ['files'] },
          ...each({ ...CHANGES_AND_SHARES, reads: ['files'] }, 'getmembers getmember next extractfile'),
          __enter__: ENTERS,
        },
        constructor: {
          readsFile: '0:name',
          writesFile: '0:name',
          fileMode: '1:mode',
          holds: [{ by: 'return', value: '*' }],
        },
      },
    },
  },
  {
    module: 'configparser',
    url: 'https://docs.python.org/3/library/configparser.html',
    functions: {},
    classes: {
      ConfigParser: {
        constructor: HOLDS_ARGUMENTS,
        methods: {
          read: { mutates: ['self'], readsFile: '0:filenames' },
          ...each(CHANGES, 'read_string read_dict set add_section remove_section remove_option'),
          read_file: { mutates: ['self', '0:f'] },
          get: VIEW,
          items: VIEW,
          sections: LIST,
          options: LIST,
          getint: INT,
          getfloat: NUMBER,
          getboolean: TRUTH,
          has_section: TRUTH,
          has_option: TRUTH,
          write: { mutates: ['0'], returns: 'builtins.NoneType' },
        },
      },
    },
  },
  {
    module: 'sqlite3',
    url: 'https://docs.python.org/3/library/sqlite3.html',
    functions: {
      connect: {
        readsFile: '0:database',
        writesFile: '0:database',
        reads: ['database'],
        returns: 'sqlite3.Connection',
      },
    },
    classes: {
      Connection: {
        methods: {
          ...each(
            {
              mutates: ['self'],
              reads: ['database'],
              writes: ['database'],
              aliases: ['self'],
              returns: 'sqlite3.Cursor',
            },
            'execute executemany executescript cursor',
          ),
          ...each(
            {
              mutates: ['self'],
              reads: ['database'],
              writes: ['database'],
              returns: 'builtins.NoneType',
            },
            'commit rollback close create_function',
          ),
          __enter__: ENTERS,
          __exit__: { mutates: ['self'], reads: ['database'], writes: ['database'] },
          backup: { mutates: ['self'], reads: ['database'], writes: ['database'] },
          iterdump: { mutates: ['self'], reads: ['database'], writes: ['database'] },
        },
        attributes: { row_factory: PART, total_changes: PART, isolation_level: PART },
        constructor: HOLDS_ARGUMENTS,
      },
      Cursor: {
        consumable: true,
        methods: {
          ...each(
            {
              mutates: ['self'],
              reads: ['database'],
              writes: ['database'],
              aliases: ['self'],
              returns: 'self',
            },
            'execute executemany executescript',
          ),
          fetchone: { mutates: ['self'], reads: ['database'] },
          fetchmany: { mutates: ['self'], reads: ['database'] },
          fetchall: { mutates: ['self'], reads: ['database'], returns: 'list' },
          close: CHANGES_ONLY,
        },
        attributes: { description: FRESH, rowcount: FRESH, lastrowid: FRESH, connection: PART },
        constructor: HOLDS_ARGUMENTS,
      },
      ...each(
        { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
        `
          Error OperationalError IntegrityError ProgrammingError DatabaseError
        `,
      ),
    },
    attributes: { Row: PART, PARSE_DECLTYPES: FRESH, PARSE_COLNAMES: FRESH, sqlite_version: FRESH },
  },
  {
    module: 'pprint',
    url: 'https://docs.python.org/3/library/pprint.html',
    functions: {
      pprint: { writes: ['stdout'], mutates: ['1:stream'], returns: 'builtins.NoneType', reads: ['stdout'] },
      pp: { writes: ['stdout'], mutates: ['1:stream'], returns: 'builtins.NoneType', reads: ['stdout'] },
      pformat: TEXT,
    },
    classes: {},
  },
] as const satisfies readonly LibrarySpec[];
