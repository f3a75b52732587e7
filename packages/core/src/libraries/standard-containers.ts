import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const FRESH = { fresh: true } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const LIST = { returns: 'list' } as const satisfies CallSpec;
const DICT = { returns: 'dict' } as const satisfies CallSpec;
const TUPLE = { returns: 'tuple' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const ENTERS = { aliases: ['self'], returns: 'self' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;
const CALLS_ARGUMENT = { aliases: ['*'], calls: ['*'] } as const satisfies CallSpec;

/** The standard library: containers, iterators, functions, types. */
export const standardContainers = [
  {
    module: 'collections',
    url: 'https://docs.python.org/3/library/collections.html',
    functions: { namedtuple: HOLDS_ARGUMENTS },
    classes: {
      deque: {
        constructor: SHARES_ARGUMENTS,
        methods: {
          append: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          ...each(
            {
              mutates: ['self'],
              holds: [{ by: 'self', value: '*' }],
              returns: 'builtins.NoneType',
            },
            'appendleft extendleft',
          ),
          extend: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          insert: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          pop: CHANGES_AND_SHARES,
          popleft: CHANGES_AND_SHARES,
          ...each(CHANGES_ONLY, 'rotate reverse clear remove'),
          copy: ENTERS,
          count: INT,
          index: INT,
        },
      },
      defaultdict: {
        bases: ['builtins.dict'],
        constructor: HOLDS_ARGUMENTS,
        subscript: { mutates: ['self'], aliases: ['self'] },
        methods: { copy: ENTERS },
      },
      OrderedDict: {
        bases: ['builtins.dict'],
        constructor: SHARES_ARGUMENTS,
        methods: { move_to_end: CHANGES_ONLY, copy: ENTERS },
      },
      Counter: {
        bases: ['builtins.dict'],
        constructor: SHARES_ARGUMENTS,
        methods: {
          most_common: { returns: 'list', aliases: ['self'] },
          elements: VIEW,
          update: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          subtract: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          total: PURE,
          copy: ENTERS,
        },
      },
      ChainMap: { constructor: SHARES_ARGUMENTS },
      ...each(
        { constructor: HOLDS_ARGUMENTS },
        `
          abc.Iterable abc.Mapping abc.Sequence abc.Callable abc.Iterator abc.Hashable abc.MutableMapping
          abc.MutableSequence abc.Sized abc.Container abc.Collection abc.Set
        `,
      ),
    },
  },
  {
    module: 'itertools',
    url: 'https://docs.python.org/3/library/itertools.html',
    functions: {
      ...each(
        CALLS_ARGUMENT,
        `
          accumulate chain chain.from_iterable combinations combinations_with_replacement compress count cycle
          dropwhile filterfalse groupby islice pairwise permutations product repeat starmap takewhile tee
          zip_longest batched
        `,
      ),
    },
    classes: {},
  },
  {
    module: 'functools',
    url: 'https://docs.python.org/3/library/functools.html',
    functions: {
      ...each(HOLDS_ARGUMENTS, 'partial partialmethod wraps lru_cache cache singledispatch cmp_to_key'),
      update_wrapper: { mutates: ['0'], aliases: ['*'] },
      total_ordering: { mutates: ['0'], aliases: ['0'] },
      reduce: { calls: ['0'], aliases: ['*'] },
    },
    classes: { cached_property: { constructor: HOLDS_ARGUMENTS } },
  },
  {
    module: 'operator',
    url: 'https://docs.python.org/3/library/operator.html',
    functions: {
      ...each(
        SHARES_ARGUMENTS,
        `
          add sub mul truediv floordiv mod neg pos concat getitem and_ or_ xor matmul pow
        `,
      ),
      ...each(PURE, 'eq ne lt le gt ge'),
      ...each(TRUTH, 'not_ truth is_ is_not contains'),
      delitem: { mutates: ['0'], returns: 'builtins.NoneType' },
      ...each({ mutates: ['0'], aliases: ['*'] }, 'iadd isub imul itruediv iconcat'),
      itemgetter: HOLDS_ARGUMENTS,
      attrgetter: HOLDS_ARGUMENTS,
      methodcaller: HOLDS_ARGUMENTS,
      ...each(INT, 'index countOf indexOf length_hint'),
    },
    classes: {},
  },
  {
    module: 'copy',
    url: 'https://docs.python.org/3/library/copy.html',
    functions: { copy: { aliases: ['0'] }, deepcopy: PURE },
    classes: {},
  },
  {
    module: 'heapq',
    url: 'https://docs.python.org/3/library/heapq.html',
    functions: {
      heapify: { mutates: ['0'], returns: 'builtins.NoneType' },
      heappop: { mutates: ['0'], aliases: ['*'] },
      heappushpop: { mutates: ['0'], aliases: ['*'] },
      heapreplace: { mutates: ['0'], aliases: ['*'] },
      nlargest: { aliases: ['*'], calls: [':key'] },
      nsmallest: { aliases: ['*'], calls: [':key'] },
      merge: { aliases: ['*'], calls: [':key'] },
    },
    classes: {},
    attributes: { heappush: PART },
  },
  {
    module: 'bisect',
    url: 'https://docs.python.org/3/library/bisect.html',
    functions: {
      bisect: { returns: 'int', calls: [':key'] },
      bisect_left: { returns: 'int', calls: [':key'] },
      bisect_right: { returns: 'int', calls: [':key'] },
    },
    classes: {},
    attributes: { insort: PART, insort_left: PART, insort_right: PART },
  },
  {
    module: 'array',
    url: 'https://docs.python.org/3/library/array.html',
    functions: {},
    classes: {
      array: {
        constructor: PURE,
        methods: {
          ...each(CHANGES_ONLY, 'append extend insert remove reverse fromlist frombytes'),
          pop: CHANGES,
          tolist: LIST,
          tobytes: BYTES,
          count: INT,
          index: INT,
        },
      },
    },
  },
  {
    module: 'enum',
    url: 'https://docs.python.org/3/library/enum.html',
    functions: { auto: PURE, unique: { aliases: ['0'] } },
    classes: {
      ...each(
        { immutable: true, attributes: { name: FRESH, value: FRESH }, constructor: HOLDS_ARGUMENTS },
        `
          Enum IntEnum Flag IntFlag StrEnum
        `,
      ),
    },
  },
  {
    module: 'dataclasses',
    url: 'https://docs.python.org/3/library/dataclasses.html',
    functions: {
      dataclass: { mutates: ['0'], aliases: ['0'], holds: [{ by: 'return', value: '*' }] },
      field: HOLDS_ARGUMENTS,
      asdict: DICT,
      astuple: TUPLE,
      fields: SHARES_ARGUMENTS,
      replace: SHARES_ARGUMENTS,
      is_dataclass: TRUTH,
    },
    classes: {},
  },
  {
    module: 'typing',
    url: 'https://docs.python.org/3/library/typing.html',
    functions: {
      ...each(
        SHARES_ARGUMENTS,
        `
          cast overload no_type_check final runtime_checkable NewType TypeVar get_args get_origin
          get_type_hints
        `,
      ),
    },
    classes: {},
    attributes: {
      ...each(
        FRESH,
        `
          Any Union Optional List Dict Set Tuple Callable Iterable Iterator Sequence Mapping Type Literal
          Generator ClassVar Final Annotated TYPE_CHECKING AnyStr Hashable NoReturn Self FrozenSet DefaultDict
          Deque Counter OrderedDict Generic Protocol Text IO Pattern Match Never
        `,
      ),
      NamedTuple: PART,
      TypedDict: PART,
    },
  },
  {
    module: 'types',
    url: 'https://docs.python.org/3/library/types.html',
    functions: { MappingProxyType: { aliases: ['0'] } },
    classes: { SimpleNamespace: { constructor: HOLDS_ARGUMENTS } },
    attributes: {
      ...each(
        FRESH,
        `
          FunctionType MethodType ModuleType NoneType GeneratorType BuiltinFunctionType LambdaType
        `,
      ),
    },
  },
  {
    module: 'abc',
    url: 'https://docs.python.org/3/library/abc.html',
    functions: { abstractmethod: { mutates: ['0'], aliases: ['0'] } },
    classes: { ABC: { constructor: HOLDS_ARGUMENTS }, ABCMeta: { constructor: HOLDS_ARGUMENTS } },
  },
  {
    module: 'contextlib',
    url: 'https://docs.python.org/3/library/contextlib.html',
    functions: {
      ...each(HOLDS_ARGUMENTS, 'contextmanager closing suppress nullcontext'),
    },
    classes: {},
    attributes: { redirect_stdout: PART, redirect_stderr: PART, ExitStack: PART, asynccontextmanager: PART },
  },
  {
    module: '__future__',
    url: 'https://docs.python.org/3/library/__future__.html',
    functions: {},
    classes: {},
    attributes: { annotations: FRESH, division: FRESH, print_function: FRESH },
  },
  {
    module: 'inspect',
    url: 'https://docs.python.org/3/library/inspect.html',
    functions: {
      ...each(SHARES_ARGUMENTS, 'signature getmembers getdoc getmodule'),
      ...each(TRUTH, 'isfunction isclass ismethod isgenerator'),
      getsource: { reads: ['files'], returns: 'str' },
    },
    classes: {},
  },
  { module: 'weakref', url: 'https://docs.python.org/3/library/weakref.html', functions: {}, classes: {} },
  { module: 'queue', url: 'https://docs.python.org/3/library/queue.html', functions: {}, classes: {} },
] as const satisfies readonly LibrarySpec[];
