import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const PART = {} as const satisfies AttributeSpec;
/** What a server answers is not the notebook's to repeat; a file that is sent is read to its end. */
const ASKS_SERVER = {
  reads: ['network', 'environment'],
  writes: ['network'],
  mutates: [':data', ':files', ':hooks'],
  calls: [':auth', ':hooks'],
  holds: [{ by: 'return', value: '*' }],
  returns: 'requests.Response',
} as const satisfies CallSpec;

/** Requests over HTTP. */
export const requests = {
  module: 'requests',
  distribution: 'requests',
  url: 'https://requests.readthedocs.io/en/latest/api/',
  functions: { ...each(ASKS_SERVER, 'get post put patch delete head options request') },
  classes: {
    Response: {
      constructor: {},
      methods: {
        // The body is read when it is first asked for.
        json: { mutates: ['self'] },
        raise_for_status: { returns: 'builtins.NoneType' },
        close: { mutates: ['self'], returns: 'builtins.NoneType' },
        iter_content: { mutates: ['self'], aliases: ['self'] },
        iter_lines: { mutates: ['self'], aliases: ['self'] },
      },
      attributes: {
        ...each(PART, 'headers cookies raw history request elapsed reason encoding'),
        status_code: { returns: 'int', fresh: true },
        ok: { returns: 'bool', fresh: true },
      },
    },
  },
  aliases: { 'models.Response': 'Response' },
} as const satisfies LibrarySpec;
