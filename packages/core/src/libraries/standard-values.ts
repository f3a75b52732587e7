import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const FRESH = { fresh: true } as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const NUMBER_PART = { returns: 'int' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const NUMBER = { returns: 'float' } as const satisfies CallSpec;
const LIST = { returns: 'list' } as const satisfies CallSpec;
const DICT = { returns: 'dict' } as const satisfies CallSpec;
const TUPLE = { returns: 'tuple' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const READS_FILES = { reads: ['files'] } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;
const DRAWS_PYTHON = { reads: ['random.python'], writes: ['random.python'] } as const satisfies CallSpec;

/** The standard library: numbers, text, time, random numbers. */
export const standardValues = [
  {
    module: 'math',
    url: 'https://docs.python.org/3/library/math.html',
    functions: {
      ...each(
        NUMBER,
        `
          sqrt exp log log2 log10 log1p expm1 sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh
          degrees radians hypot dist fsum pow fmod copysign fabs erf erfc gamma lgamma ldexp cbrt exp2
          nextafter ulp remainder
        `,
      ),
      ...each(INT, 'factorial comb perm gcd lcm isqrt'),
      ...each(TRUTH, 'isnan isinf isfinite isclose'),
      ...each(PURE, 'floor ceil trunc prod sumprod fma'),
      frexp: TUPLE,
      modf: TUPLE,
    },
    classes: {},
    attributes: { pi: FRESH, e: FRESH, tau: FRESH, inf: FRESH, nan: FRESH },
  },
  {
    module: 'cmath',
    url: 'https://docs.python.org/3/library/cmath.html',
    functions: {
      ...each(PURE, 'sqrt exp log log10 sin cos tan phase polar rect isnan isinf isclose'),
    },
    classes: {},
    attributes: { pi: FRESH, e: FRESH, inf: FRESH, nan: FRESH },
  },
  {
    module: 'statistics',
    url: 'https://docs.python.org/3/library/statistics.html',
    functions: {
      ...each(
        PURE,
        `
          mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode
          quantiles pstdev pvariance stdev variance correlation covariance linear_regression
        `,
      ),
    },
    classes: { StatisticsError: { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS } },
  },
  {
    module: 'decimal',
    url: 'https://docs.python.org/3/library/decimal.html',
    functions: { getcontext: SETS_OPTIONS, setcontext: SETS_OPTIONS, localcontext: SETS_OPTIONS },
    classes: {
      Decimal: {
        immutable: true,
        constructor: { reads: ['options'], returns: 'decimal.Decimal' },
        methods: {
          ...each({ returns: 'decimal.Decimal', reads: ['options'] }, 'quantize sqrt normalize ln log10 exp'),
          ...each({ returns: 'decimal.Decimal' }, 'copy_abs copy_negate to_integral_value max min'),
          ...each(TRUTH, 'is_nan is_zero is_finite is_signed is_infinite'),
          as_integer_ratio: TUPLE,
          as_tuple: PURE,
        },
      },
    },
    attributes: {
      ...each(
        FRESH,
        `
          ROUND_HALF_UP ROUND_HALF_EVEN ROUND_DOWN ROUND_UP ROUND_CEILING ROUND_FLOOR ROUND_HALF_DOWN
          ROUND_05UP
        `,
      ),
    },
  },
  {
    module: 'fractions',
    url: 'https://docs.python.org/3/library/fractions.html',
    functions: {},
    classes: {
      Fraction: {
        immutable: true,
        constructor: PURE,
        methods: { limit_denominator: { returns: 'fractions.Fraction' }, as_integer_ratio: TUPLE },
        attributes: { numerator: NUMBER_PART, denominator: NUMBER_PART },
      },
    },
  },
  {
    module: 'numbers',
    url: 'https://docs.python.org/3/library/numbers.html',
    functions: {},
    classes: {
      ...each({ constructor: PURE, immutable: true }, 'Number Complex Real Rational Integral'),
    },
  },
  {
    module: 'string',
    url: 'https://docs.python.org/3/library/string.html',
    functions: { capwords: TEXT },
    classes: {
      Template: { constructor: HOLDS_ARGUMENTS, methods: { substitute: TEXT, safe_substitute: TEXT } },
    },
    attributes: {
      ...each(
        FRESH,
        `
          ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits printable punctuation
          whitespace
        `,
      ),
    },
  },
  {
    module: 'textwrap',
    url: 'https://docs.python.org/3/library/textwrap.html',
    functions: { dedent: TEXT, fill: TEXT, indent: TEXT, shorten: TEXT, wrap: LIST },
    classes: {},
  },
  {
    module: 're',
    url: 'https://docs.python.org/3/library/re.html',
    functions: {
      match: { returns: 're.Match' },
      search: { returns: 're.Match' },
      fullmatch: { returns: 're.Match' },
      findall: LIST,
      split: LIST,
      escape: PURE,
      sub: { calls: ['1:repl'], returns: 'str' },
      subn: { calls: ['1:repl'] },
      compile: { returns: 're.Pattern' },
      purge: PURE,
      finditer: SHARES_ARGUMENTS,
    },
    classes: {
      Pattern: {
        immutable: true,
        methods: {
          match: { returns: 're.Match' },
          search: { returns: 're.Match' },
          fullmatch: { returns: 're.Match' },
          findall: LIST,
          split: LIST,
          sub: { calls: ['0:repl'], returns: 'str' },
          subn: { calls: ['0:repl'] },
          finditer: PURE,
        },
        attributes: { pattern: TEXT_PART, flags: NUMBER_PART, groups: NUMBER_PART },
        constructor: HOLDS_ARGUMENTS,
      },
      Match: {
        immutable: true,
        methods: {
          group: PURE,
          expand: PURE,
          groups: TUPLE,
          span: TUPLE,
          groupdict: DICT,
          start: INT,
          end: INT,
        },
        attributes: {
          ...each(FRESH, 'string re pos endpos lastindex lastgroup'),
        },
        constructor: HOLDS_ARGUMENTS,
      },
      error: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS },
    },
    attributes: {
      ...each(FRESH, 'IGNORECASE I MULTILINE M DOTALL S VERBOSE X UNICODE U ASCII A NOFLAG'),
    },
  },
  {
    module: 'random',
    url: 'https://docs.python.org/3/library/random.html',
    functions: {
      seed: {
        writes: ['random.python'],
        returns: 'builtins.NoneType',
        when: [{ argument: '0:a', is: 'None', reads: ['system-random'] }],
      },
      ...each(
        { reads: ['random.python'], writes: ['random.python'], returns: 'float' },
        `
          random uniform triangular betavariate expovariate gammavariate gauss lognormvariate normalvariate
          vonmisesvariate paretovariate weibullvariate
        `,
      ),
      binomialvariate: DRAWS_PYTHON,
      randrange: { reads: ['random.python'], writes: ['random.python'], returns: 'int' },
      randint: { reads: ['random.python'], writes: ['random.python'], returns: 'int' },
      getrandbits: { reads: ['random.python'], writes: ['random.python'], returns: 'int' },
      randbytes: DRAWS_PYTHON,
      choice: { reads: ['random.python'], writes: ['random.python'], aliases: ['0'] },
      choices: { reads: ['random.python'], writes: ['random.python'], aliases: ['0'] },
      sample: { reads: ['random.python'], writes: ['random.python'], aliases: ['0'] },
      shuffle: {
        reads: ['random.python'],
        writes: ['random.python'],
        mutates: ['0'],
        returns: 'builtins.NoneType',
      },
      getstate: { reads: ['random.python'] },
      setstate: { writes: ['random.python'], returns: 'builtins.NoneType' },
    },
    classes: {
      Random: {
        constructor: { random: { seed: '0:x', resource: 'system-random' } },
        methods: {
          ...each(
            CHANGES,
            `
              uniform random gauss normalvariate triangular betavariate expovariate gammavariate lognormvariate
              randint randrange getrandbits randbytes
            `,
          ),
          choice: { mutates: ['self'], aliases: ['0'] },
          choices: { mutates: ['self'], aliases: ['0'] },
          sample: { mutates: ['self'], aliases: ['0'] },
          shuffle: { mutates: ['self', '0'], returns: 'builtins.NoneType' },
          seed: CHANGES_ONLY,
          setstate: CHANGES_ONLY,
          getstate: PURE,
        },
      },
      SystemRandom: {
        constructor: PURE,
        methods: {
          ...each(
            { reads: ['system-random'], aliases: ['0'] },
            'choice choices sample random randint uniform',
          ),
        },
      },
    },
  },
  {
    module: 'secrets',
    url: 'https://docs.python.org/3/library/secrets.html',
    functions: {
      ...each({ reads: ['system-random'] }, 'token_bytes token_hex token_urlsafe randbelow randbits'),
      choice: { reads: ['system-random'], aliases: ['0'] },
    },
    classes: {},
  },
  {
    module: 'uuid',
    url: 'https://docs.python.org/3/library/uuid.html',
    functions: {
      uuid4: { reads: ['system-random'], returns: 'uuid.UUID' },
      uuid1: { reads: ['clock', 'system-random'], returns: 'uuid.UUID' },
      uuid3: { returns: 'uuid.UUID' },
      uuid5: { returns: 'uuid.UUID' },
    },
    classes: {
      UUID: {
        immutable: true,
        constructor: PURE,
        attributes: { hex: FRESH, int: FRESH, bytes: FRESH, version: FRESH },
      },
    },
  },
  {
    module: 'time',
    url: 'https://docs.python.org/3/library/time.html',
    functions: {
      ...each({ reads: ['clock'], returns: 'float' }, 'time perf_counter monotonic process_time thread_time'),
      ...each({ reads: ['clock'], returns: 'int' }, 'time_ns perf_counter_ns monotonic_ns process_time_ns'),
      sleep: { reads: ['clock'], returns: 'builtins.NoneType' },
      ...each({ reads: ['clock', 'environment'] }, 'ctime localtime gmtime asctime'),
      strftime: { reads: ['clock', 'environment', 'locale'], returns: 'str' },
      strptime: { reads: ['locale'] },
      mktime: { reads: ['environment'], returns: 'float' },
    },
    classes: {},
  },
  {
    module: 'datetime',
    url: 'https://docs.python.org/3/library/datetime.html',
    functions: {},
    classes: {
      date: {
        immutable: true,
        constructor: PURE,
        methods: {
          isoformat: TEXT,
          ctime: TEXT,
          __str__: TEXT,
          strftime: { returns: 'str', reads: ['locale'] },
          weekday: INT,
          isoweekday: INT,
          toordinal: INT,
          isocalendar: PURE,
          timetuple: PURE,
          ...each({ returns: 'self' }, 'replace fromisoformat fromordinal fromisocalendar'),
          fromtimestamp: { reads: ['environment'], returns: 'self' },
          today: { reads: ['clock'], returns: 'self' },
        },
        attributes: {
          year: NUMBER_PART,
          month: NUMBER_PART,
          day: NUMBER_PART,
          min: FRESH,
          max: FRESH,
          resolution: FRESH,
        },
      },
      datetime: {
        bases: ['datetime.date'],
        immutable: true,
        constructor: PURE,
        methods: {
          combine: { returns: 'datetime.datetime' },
          utcfromtimestamp: { returns: 'datetime.datetime' },
          strptime: { reads: ['locale'], returns: 'datetime.datetime' },
          astimezone: { reads: ['environment'], returns: 'datetime.datetime' },
          timestamp: { reads: ['environment'], returns: 'float' },
          date: { returns: 'datetime.date' },
          time: { returns: 'datetime.time' },
          timetz: { returns: 'datetime.time' },
          now: { reads: ['clock'], returns: 'datetime.datetime' },
          utcnow: { reads: ['clock'], returns: 'datetime.datetime' },
          ...each(PURE, 'utcoffset dst tzname utctimetuple'),
        },
        attributes: {
          ...each(NUMBER_PART, 'hour minute second microsecond fold'),
          tzinfo: FRESH,
        },
      },
      time: {
        immutable: true,
        constructor: PURE,
        methods: {
          isoformat: TEXT,
          strftime: { returns: 'str', reads: ['locale'] },
          replace: { returns: 'self' },
          fromisoformat: { returns: 'self' },
          utcoffset: PURE,
          dst: PURE,
          tzname: PURE,
        },
        attributes: {
          ...each(NUMBER_PART, 'hour minute second microsecond fold'),
          tzinfo: FRESH,
        },
      },
      timedelta: {
        immutable: true,
        constructor: PURE,
        methods: { total_seconds: NUMBER },
        attributes: { days: NUMBER_PART, seconds: NUMBER_PART, microseconds: NUMBER_PART },
      },
      timezone: { immutable: true, constructor: PURE, attributes: { utc: FRESH } },
      tzinfo: { immutable: true, constructor: PURE },
    },
    attributes: { UTC: FRESH, MINYEAR: FRESH, MAXYEAR: FRESH },
  },
  {
    module: 'calendar',
    url: 'https://docs.python.org/3/library/calendar.html',
    functions: {
      ...each(PURE, 'monthrange leapdays weekday timegm monthcalendar'),
      isleap: TRUTH,
      month: TEXT,
      calendar: TEXT,
    },
    classes: {},
    attributes: { month_name: FRESH, month_abbr: FRESH, day_name: FRESH, day_abbr: FRESH },
  },
  {
    module: 'zoneinfo',
    url: 'https://docs.python.org/3/library/zoneinfo.html',
    functions: {},
    classes: { ZoneInfo: { immutable: true, constructor: READS_FILES } },
  },
  {
    module: 'zlib',
    url: 'https://docs.python.org/3/library/zlib.html',
    functions: { compress: BYTES, decompress: BYTES, crc32: INT, adler32: INT },
    classes: {},
  },
  {
    module: 'hashlib',
    url: 'https://docs.python.org/3/library/hashlib.html',
    functions: {
      ...each(
        { returns: 'hashlib.Hash' },
        `
          md5 sha1 sha224 sha256 sha384 sha512 sha3_256 sha3_512 blake2b blake2s new
        `,
      ),
    },
    classes: {
      Hash: {
        methods: { update: CHANGES_ONLY, hexdigest: TEXT, digest: BYTES, copy: PURE },
        attributes: { name: TEXT_PART },
        constructor: HOLDS_ARGUMENTS,
      },
    },
  },
  {
    module: 'base64',
    url: 'https://docs.python.org/3/library/base64.html',
    functions: {
      ...each(
        BYTES,
        `
          b64encode b64decode urlsafe_b64encode urlsafe_b64decode b32encode b32decode b16encode b16decode
          b85encode b85decode
        `,
      ),
    },
    classes: {},
  },
  {
    module: 'binascii',
    url: 'https://docs.python.org/3/library/binascii.html',
    functions: { hexlify: BYTES, unhexlify: BYTES, b2a_hex: BYTES, a2b_hex: BYTES, crc32: INT },
    classes: {},
  },
  {
    module: 'struct',
    url: 'https://docs.python.org/3/library/struct.html',
    functions: {
      pack: BYTES,
      unpack: TUPLE,
      unpack_from: TUPLE,
      calcsize: INT,
      iter_unpack: PURE,
      pack_into: { mutates: ['1'] },
    },
    classes: {},
  },
  {
    module: 'html',
    url: 'https://docs.python.org/3/library/html.html',
    functions: { escape: TEXT, unescape: TEXT },
    classes: {},
  },
  {
    module: 'unicodedata',
    url: 'https://docs.python.org/3/library/unicodedata.html',
    functions: { normalize: TEXT, name: TEXT, category: TEXT },
    classes: {},
  },
  {
    module: 'difflib',
    url: 'https://docs.python.org/3/library/difflib.html',
    functions: {
      get_close_matches: LIST,
      unified_diff: SHARES_ARGUMENTS,
      ndiff: SHARES_ARGUMENTS,
      context_diff: SHARES_ARGUMENTS,
    },
    classes: {
      SequenceMatcher: {
        constructor: HOLDS_ARGUMENTS,
        methods: {
          ...each(CHANGES, 'ratio quick_ratio get_matching_blocks get_opcodes set_seqs'),
        },
      },
    },
  },
  {
    module: 'ast',
    url: 'https://docs.python.org/3/library/ast.html',
    functions: { literal_eval: PURE, parse: PURE, dump: TEXT },
    classes: {},
  },
  {
    module: 'keyword',
    url: 'https://docs.python.org/3/library/keyword.html',
    functions: { iskeyword: TRUTH },
    classes: {},
  },
  {
    module: 'colorsys',
    url: 'https://docs.python.org/3/library/colorsys.html',
    functions: { rgb_to_hsv: TUPLE, hsv_to_rgb: TUPLE, rgb_to_hls: TUPLE, hls_to_rgb: TUPLE },
    classes: {},
  },
] as const satisfies readonly LibrarySpec[];
