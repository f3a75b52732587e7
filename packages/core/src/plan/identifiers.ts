/** Names that a generated name must not hide. */
const RESERVED = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield match case type ' +
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr ' +
    'dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int ' +
    'isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range ' +
    'repr reversed round set setattr slice sorted staticmethod str sum super tuple vars zip ' +
    'abc argparse array ast asyncio base64 bisect builtins bz2 calendar cmath cmd code codecs collections colorsys ' +
    'compileall concurrent configparser contextlib contextvars copy csv ctypes curses dataclasses datetime dbm decimal ' +
    'difflib dis doctest email encodings enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools ' +
    'gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress ' +
    'itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder multiprocessing ' +
    'netrc numbers operator os parser pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix pprint profile ' +
    'pstats pty pwd queue quopri random re readline resource runpy sched secrets select selectors shelve shlex shutil signal ' +
    'site smtplib socket socketserver sqlite3 ssl stat statistics string struct subprocess symtable sys sysconfig syslog ' +
    'tarfile telnetlib tempfile termios test textwrap this threading time timeit token tokenize tomllib trace traceback ' +
    'tracemalloc tty turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml ' +
    'xmlrpc zipapp zipfile zipimport zlib zoneinfo self common params main'
  ).split(' '),
);

/** Whether a name is a keyword, a builtin or a module of the standard library. */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}

/**
 * Words of a text in lower case, accents removed; other scripts are left out. A name is cut where its letters change case; in a
 * sentence, `SQLite` and `PyTorch` are words.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const split = /\s/.test(plain.trim())
    ? plain
    : plain.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z](?!s\b)[a-z])/g, '$1 $2');
  return split.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** A snake-case identifier made from a text; empty when the text has no word that could begin one. */
export function snakeCase(text: string): string {
  const name = wordsOf(text).join('_');
  return /^[0-9]/.test(name) ? '' : name;
}

/** The first of `name`, `name_2`, `name_3`, … that is free. */
export function unusedName(name: string, taken: (candidate: string) => boolean): string {
  if (!taken(name)) return name;
  let number = 2;
  while (taken(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/** Words of headings that say nothing of what is computed. */
const VAGUE = new Set(
  (
    'introduction setup set imports import libraries library overview notebook analysis data code main part step section ' +
    'results result conclusion summary intro background exercise solution task lab chapter figure table question problem'
  ).split(' '),
);

/** Whether a word of a heading or file name says nothing of what is computed. */
export function isVague(word: string): boolean {
  return VAGUE.has(word);
}
