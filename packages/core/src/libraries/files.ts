import { each } from './each.ts';
import type { AttributeSpec, CallSpec, ClassSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
const TEXT_PART = { returns: 'str' } as const satisfies AttributeSpec;
const TRUTH_PART = { returns: 'bool' } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const TEXT = { returns: 'str' } as const satisfies CallSpec;
const TRUTH = { returns: 'bool' } as const satisfies CallSpec;
const BYTES = { returns: 'bytes' } as const satisfies CallSpec;
const VIEW = { aliases: ['self'] } as const satisfies CallSpec;
const SHARES_ARGUMENTS = { aliases: ['*'] } as const satisfies CallSpec;
const CHANGES = { mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] } as const satisfies CallSpec;
const CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' } as const satisfies CallSpec;
const CHANGES_TO_NUMBER = { mutates: ['self'], returns: 'int' } as const satisfies CallSpec;
const ENTERS = { aliases: ['self'], returns: 'self' } as const satisfies CallSpec;
const HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] } as const satisfies CallSpec;

/** What every stream can do besides reading. */
const STREAM = {
  ...each(CHANGES_TO_NUMBER, 'write truncate seek'),
  ...each(CHANGES_ONLY, 'writelines flush close'),
  ...each(INT, 'tell fileno'),
  ...each(TRUTH, 'readable writable seekable isatty'),
  __enter__: ENTERS,
  __exit__: CHANGES,
  detach: CHANGES_AND_SHARES,
} as const satisfies ClassSpec['methods'];
const TEXT_STREAM = {
  ...each({ mutates: ['self'], returns: 'str' }, 'read readline'),
  readlines: { mutates: ['self'], returns: 'list' },
  ...STREAM,
} as const satisfies ClassSpec['methods'];
const BYTE_STREAM = {
  ...each({ mutates: ['self'], returns: 'bytes' }, 'read readline read1'),
  readlines: { mutates: ['self'], returns: 'list' },
  ...STREAM,
  readinto: { mutates: ['self', '0'], returns: 'int' },
} as const satisfies ClassSpec['methods'];
const BUFFERED = {
  consumable: true,
  constructor: SHARES_ARGUMENTS,
  methods: BYTE_STREAM,
  attributes: { closed: TRUTH_PART },
  iterate: { mutates: ['self'], returns: 'builtins.bytes' },
} as const satisfies ClassSpec;

/** File objects: reading one moves its position, writing one changes its file. */
export const fileLibraries = [
  {
    module: '_io',
    url: 'https://docs.python.org/3/library/io.html',
    functions: {},
    classes: {
      TextIOWrapper: {
        consumable: true,
        constructor: SHARES_ARGUMENTS,
        methods: TEXT_STREAM,
        attributes: { closed: TRUTH_PART, name: PART, mode: PART, encoding: TEXT_PART, buffer: PART },
        iterate: { mutates: ['self'], returns: 'builtins.str' },
      },
      BufferedReader: BUFFERED,
      BufferedWriter: BUFFERED,
    },
  },
  {
    module: 'io',
    url: 'https://docs.python.org/3/library/io.html',
    functions: {
      open: { readsFile: '0:file', reads: ['files'], writes: ['files'], returns: '_io.TextIOWrapper' },
    },
    classes: {
      StringIO: {
        consumable: true,
        constructor: PURE,
        methods: { ...TEXT_STREAM, getvalue: TEXT },
        attributes: { closed: TRUTH_PART },
        iterate: { mutates: ['self'], returns: 'builtins.str' },
      },
      BytesIO: {
        consumable: true,
        constructor: PURE,
        methods: { ...BYTE_STREAM, getvalue: BYTES, getbuffer: VIEW },
        attributes: { closed: TRUTH_PART },
        iterate: { mutates: ['self'], returns: 'builtins.bytes' },
      },
      IOBase: {
        consumable: true,
        methods: {
          ...STREAM,
          ...each(CHANGES, 'read readline'),
          readlines: { mutates: ['self'], returns: 'list' },
          ...each({ mutates: ['self'], returns: 'int', writes: ['files'] }, 'write truncate'),
          ...each(
            { mutates: ['self'], returns: 'builtins.NoneType', writes: ['files'] },
            'writelines flush close',
          ),
          __exit__: { mutates: ['self'], writes: ['files'] },
        },
        attributes: { closed: TRUTH_PART, encoding: TEXT_PART, name: PART, mode: PART, buffer: PART },
        constructor: HOLDS_ARGUMENTS,
      },
    },
  },
] as const satisfies readonly LibrarySpec[];
