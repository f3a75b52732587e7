import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const TRUTH_PART = { returns: 'bool' } as const satisfies AttributeSpec;
const FLOAT_PART = { returns: 'float' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const NUMBER = { returns: 'float' } as const satisfies CallSpec;
const LIST = { returns: 'list' } as const satisfies CallSpec;
const DICT = { returns: 'dict' } as const satisfies CallSpec;
const TUPLE = { returns: 'tuple' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const CHANGES_TO_NUMBER = { mutates: ['self'], returns: 'int' } as const satisfies CallSpec;
const KEEPS = { holds: [{ by: 'self', value: '*' }], mutates: ['self'] } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;

/** Names that Python itself has: of every statement that calls one, what it touches. */
export const builtins = {
  module: 'builtins',
  url: 'https://docs.python.org/3/library/builtins.html',
  functions: {
    ...each(INT, 'len ord hash id'),
    ...each(TEXT, 'chr hex oct bin repr ascii format'),
    ...each(TRUTH, 'isinstance issubclass callable hasattr any all'),
    ...each(PURE, 'divmod pow round abs compile aiter'),
    sum: SHARES_ARGUMENTS,
    iter: SHARES_ARGUMENTS,
    min: { aliases: ['*'], calls: [':key'] },
    max: { aliases: ['*'], calls: [':key'] },
    sorted: { returns: 'list', aliases: ['0'], calls: [':key'] },
    next: { mutates: ['0'], aliases: ['*'] },
    anext: { mutates: ['0'], aliases: ['*'] },
    print: { mutates: [':file'], writes: ['stdout'], returns: 'builtins.NoneType' },
    input: { reads: ['stdin'], writes: ['stdin', 'stdout'], returns: 'str' },
    ...each({ frame: 'always', aliases: ['*'] }, 'eval exec globals locals vars dir'),
    breakpoint: { frame: 'always', reads: ['stdin'], writes: ['stdin', 'stdout'] },
    delattr: { mutates: ['0'], returns: 'builtins.NoneType' },
    getattr: SHARES_ARGUMENTS,
    open: { readsFile: '0:file', reads: ['files'], writes: ['files'], returns: '_io.TextIOWrapper' },
    display: { writes: ['stdout'], reads: ['stdout', 'figure'] },
  },
  classes: {
    object: { immutable: true, constructor: PURE },
    /** What a table or array holds that no code of the notebook has filled: anything but instances of its classes. */
    Plain: {
      constructor: PURE,
      oneOf: [
        'builtins.str',
        'builtins.int',
        'builtins.float',
        'builtins.bytes',
        'builtins.list',
        'builtins.tuple',
        'builtins.dict',
        'builtins.set',
        'datetime.datetime',
        'datetime.timedelta',
        'pandas.Timestamp',
        'pandas.Timedelta',
        'pandas.Interval',
        'numpy.ndarray',
      ],
      // Nothing that a library fills a table with is a function.
      methods: { __call__: PURE },
      element: 'builtins.Plain',
      iterate: { returns: 'builtins.Plain', aliases: ['self'] },
      operator: { returns: 'builtins.Plain', aliases: ['*'] },
    },
    str: {
      immutable: true,
      constructor: PURE,
      element: 'builtins.str',
      methods: {
        ...each(
          TEXT,
          `
            capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix
            removesuffix replace rjust rstrip strip swapcase title translate upper zfill
          `,
        ),
        ...each(INT, 'count find index rfind rindex'),
        ...each(
          TRUTH,
          `
            endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable
            isspace istitle isupper startswith
          `,
        ),
        split: LIST,
        rsplit: LIST,
        splitlines: LIST,
        partition: TUPLE,
        rpartition: TUPLE,
        encode: BYTES,
        maketrans: DICT,
      },
    },
    int: {
      immutable: true,
      constructor: PURE,
      methods: {
        ...each(INT, 'bit_length bit_count conjugate __floor__ __ceil__ __trunc__ __round__ from_bytes'),
        as_integer_ratio: TUPLE,
        to_bytes: BYTES,
        is_integer: TRUTH,
      },
      attributes: { real: NUMBER_PART, imag: NUMBER_PART, numerator: NUMBER_PART, denominator: NUMBER_PART },
    },
    float: {
      immutable: true,
      constructor: PURE,
      methods: { is_integer: TRUTH, hex: TEXT, conjugate: NUMBER, fromhex: NUMBER, as_integer_ratio: TUPLE },
      attributes: { real: FLOAT_PART, imag: FLOAT_PART },
    },
    complex: {
      immutable: true,
      constructor: PURE,
      methods: { conjugate: { returns: 'complex' } },
      attributes: { real: FLOAT_PART, imag: FLOAT_PART },
    },
    bool: { bases: ['builtins.int'], immutable: true, constructor: PURE },
    NoneType: { immutable: true, constructor: HOLDS_ARGUMENTS },
    ellipsis: { immutable: true, constructor: HOLDS_ARGUMENTS },
    type: {
      immutable: true,
      constructor: SHARES_ARGUMENTS,
      methods: { mro: LIST },
      attributes: { __name__: TEXT_PART, __qualname__: TEXT_PART, __module__: TEXT_PART },
    },
    bytes: {
      immutable: true,
      constructor: PURE,
      element: 'builtins.int',
      methods: {
        ...each(
          BYTES,
          `
            capitalize center expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip
            strip swapcase title translate upper zfill fromhex maketrans
          `,
        ),
        ...each(INT, 'count find index rfind rindex'),
        ...each(TRUTH, 'endswith isalnum isalpha isascii isdigit islower isspace istitle isupper startswith'),
        split: LIST,
        rsplit: LIST,
        splitlines: LIST,
        partition: TUPLE,
        rpartition: TUPLE,
        decode: TEXT,
        hex: TEXT,
      },
    },
    bytearray: {
      constructor: PURE,
      element: 'builtins.int',
      methods: {
        ...each(
          { returns: 'bytearray' },
          `
            capitalize center expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip
            strip swapcase title translate upper zfill copy fromhex
          `,
        ),
        ...each(INT, 'count find index rfind rindex'),
        ...each(TRUTH, 'endswith isalnum isalpha isascii isdigit islower isspace istitle isupper startswith'),
        split: LIST,
        rsplit: LIST,
        splitlines: LIST,
        partition: TUPLE,
        rpartition: TUPLE,
        decode: TEXT,
        hex: TEXT,
        ...each(CHANGES_ONLY, 'append extend insert remove reverse clear'),
        pop: CHANGES_TO_NUMBER,
        maketrans: BYTES,
      },
    },
    memoryview: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        tobytes: BYTES,
        tolist: LIST,
        cast: VIEW,
        toreadonly: VIEW,
        __enter__: VIEW,
        release: CHANGES_ONLY,
        __exit__: CHANGES_ONLY,
        hex: TEXT,
      },
      attributes: {
        nbytes: NUMBER_PART,
        itemsize: NUMBER_PART,
        ndim: NUMBER_PART,
        format: TEXT_PART,
        readonly: TRUTH_PART,
      },
    },
    range: {
      immutable: true,
      constructor: PURE,
      element: 'builtins.int',
      methods: { count: INT, index: INT },
      attributes: { start: NUMBER_PART, stop: NUMBER_PART, step: NUMBER_PART },
    },
    slice: { immutable: true, constructor: PURE, methods: { indices: TUPLE } },
    list: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        append: { mutates: ['self'], holds: [{ by: 'self', value: '0' }], returns: 'builtins.NoneType' },
        extend: { mutates: ['self'], holds: [{ by: 'self', value: '0' }], returns: 'builtins.NoneType' },
        insert: { mutates: ['self'], holds: [{ by: 'self', value: '1' }], returns: 'builtins.NoneType' },
        pop: CHANGES_AND_SHARES,
        remove: CHANGES_ONLY,
        clear: CHANGES_ONLY,
        reverse: CHANGES_ONLY,
        sort: { mutates: ['self'], calls: [':key'], returns: 'builtins.NoneType' },
        copy: { returns: 'list', aliases: ['self'] },
        index: INT,
        count: INT,
      },
    },
    tuple: { constructor: SHARES_ARGUMENTS, methods: { index: INT, count: INT } },
    dict: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        get: { aliases: ['self', '1:default'] },
        keys: VIEW,
        values: VIEW,
        items: VIEW,
        copy: { returns: 'dict', aliases: ['self'] },
        pop: { mutates: ['self'], aliases: ['self', '1'] },
        popitem: CHANGES_AND_SHARES,
        setdefault: {
          mutates: ['self'],
          aliases: ['self', '1:default'],
          holds: [{ by: 'self', value: '*' }],
        },
        update: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
        clear: CHANGES_ONLY,
        fromkeys: { returns: 'dict', aliases: ['*'] },
      },
    },
    set: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        add: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
        update: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
        symmetric_difference_update: {
          mutates: ['self'],
          holds: [{ by: 'self', value: '*' }],
          returns: 'builtins.NoneType',
        },
        ...each(CHANGES_ONLY, 'remove discard clear difference_update intersection_update'),
        pop: CHANGES_AND_SHARES,
        ...each(
          { returns: 'set', aliases: ['self', '*'] },
          `
            union intersection difference symmetric_difference
          `,
        ),
        copy: { returns: 'set', aliases: ['self'] },
        isdisjoint: TRUTH,
        issubset: TRUTH,
        issuperset: TRUTH,
      },
    },
    frozenset: {
      constructor: SHARES_ARGUMENTS,
      methods: {
        ...each(
          { returns: 'frozenset', aliases: ['self', '*'] },
          `
            union intersection difference symmetric_difference
          `,
        ),
        copy: { returns: 'frozenset', aliases: ['self'] },
        isdisjoint: TRUTH,
        issubset: TRUTH,
        issuperset: TRUTH,
      },
    },
    zip: { constructor: SHARES_ARGUMENTS, consumable: true },
    map: { constructor: { aliases: ['*'], calls: ['0'] }, consumable: true },
    filter: { constructor: { aliases: ['*'], calls: ['0'] }, consumable: true },
    enumerate: { constructor: SHARES_ARGUMENTS, consumable: true },
    reversed: { constructor: SHARES_ARGUMENTS, consumable: true },
    generator: {
      consumable: true,
      methods: { send: CHANGES_AND_SHARES, throw: CHANGES_AND_SHARES, close: CHANGES },
      constructor: HOLDS_ARGUMENTS,
    },
    property: { constructor: SHARES_ARGUMENTS },
    staticmethod: { constructor: SHARES_ARGUMENTS },
    classmethod: { constructor: SHARES_ARGUMENTS },
    ArithmeticError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    AssertionError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    AttributeError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    BaseException: {
      constructor: HOLDS_ARGUMENTS,
      methods: { with_traceback: CHANGES_AND_SHARES, add_note: KEEPS },
      attributes: { args: PART },
    },
    BaseExceptionGroup: { bases: ['builtins.BaseException'], constructor: HOLDS_ARGUMENTS },
    BlockingIOError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    BrokenPipeError: { bases: ['builtins.ConnectionError'], constructor: HOLDS_ARGUMENTS },
    BufferError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    BytesWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    ChildProcessError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    ConnectionAbortedError: { bases: ['builtins.ConnectionError'], constructor: HOLDS_ARGUMENTS },
    ConnectionError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    ConnectionRefusedError: { bases: ['builtins.ConnectionError'], constructor: HOLDS_ARGUMENTS },
    ConnectionResetError: { bases: ['builtins.ConnectionError'], constructor: HOLDS_ARGUMENTS },
    DeprecationWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    EOFError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    EncodingWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    Exception: { bases: ['builtins.BaseException'], constructor: HOLDS_ARGUMENTS },
    ExceptionGroup: { bases: ['builtins.BaseExceptionGroup'], constructor: HOLDS_ARGUMENTS },
    FileExistsError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    FileNotFoundError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    FloatingPointError: { bases: ['builtins.ArithmeticError'], constructor: HOLDS_ARGUMENTS },
    FutureWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    GeneratorExit: { bases: ['builtins.BaseException'], constructor: HOLDS_ARGUMENTS },
    ImportError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    ImportWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    IndentationError: { bases: ['builtins.SyntaxError'], constructor: HOLDS_ARGUMENTS },
    IndexError: { bases: ['builtins.LookupError'], constructor: HOLDS_ARGUMENTS },
    InterruptedError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    IsADirectoryError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    KeyError: { bases: ['builtins.LookupError'], constructor: HOLDS_ARGUMENTS },
    KeyboardInterrupt: { bases: ['builtins.BaseException'], constructor: HOLDS_ARGUMENTS },
    LookupError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    MemoryError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    ModuleNotFoundError: { bases: ['builtins.ImportError'], constructor: HOLDS_ARGUMENTS },
    NameError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    NotADirectoryError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    NotImplementedError: { bases: ['builtins.RuntimeError'], constructor: HOLDS_ARGUMENTS },
    OSError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    OverflowError: { bases: ['builtins.ArithmeticError'], constructor: HOLDS_ARGUMENTS },
    PendingDeprecationWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    PermissionError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    ProcessLookupError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    RecursionError: { bases: ['builtins.RuntimeError'], constructor: HOLDS_ARGUMENTS },
    ReferenceError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    ResourceWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    RuntimeError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    RuntimeWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    StopAsyncIteration: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    StopIteration: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    SyntaxError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    SyntaxWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    SystemError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    SystemExit: { bases: ['builtins.BaseException'], constructor: HOLDS_ARGUMENTS },
    TabError: { bases: ['builtins.IndentationError'], constructor: HOLDS_ARGUMENTS },
    TimeoutError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    TypeError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    UnboundLocalError: { bases: ['builtins.NameError'], constructor: HOLDS_ARGUMENTS },
    UnicodeDecodeError: { bases: ['builtins.UnicodeError'], constructor: HOLDS_ARGUMENTS },
    UnicodeEncodeError: { bases: ['builtins.UnicodeError'], constructor: HOLDS_ARGUMENTS },
    UnicodeError: { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS },
    UnicodeTranslateError: { bases: ['builtins.UnicodeError'], constructor: HOLDS_ARGUMENTS },
    UnicodeWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    UserWarning: { bases: ['builtins.Warning'], constructor: HOLDS_ARGUMENTS },
    ValueError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    Warning: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    ZeroDivisionError: { bases: ['builtins.ArithmeticError'], constructor: HOLDS_ARGUMENTS },
    IOError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    EnvironmentError: { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS },
    PythonFinalizationError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
  },
  attributes: {
    ...each(PART, 'setattr super __import__ __build_class__ __loader__ __spec__ get_ipython'),
    ...each(
      FRESH,
      `
        Ellipsis NotImplemented __debug__ copyright credits license exit quit help __doc__ __name__ __package__
      `,
    ),
  },
} as const satisfies LibrarySpec;
