// packages/core/src/dataflow/heap.ts
var NOTHING = /* @__PURE__ */ new Set();
var ELEMENTS = '*';
var KEYS = '#keys';
function one(object) {
  object.alone ??= /* @__PURE__ */ new Set([object]);
  return object.alone;
}
function union(...values) {
  let result = NOTHING;
  let merged = null;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NOTHING;
    if (value.size === 0 || value === result) continue;
    if (result.size === 0) {
      result = value;
      continue;
    }
    if (merged === null) {
      if (isSubset(value, result)) continue;
      merged = new Set(result);
      result = merged;
    }
    value.forEach(addObject, merged);
  }
  return result;
}
function addObject(object) {
  this.add(object);
}
function isSubset(part, whole) {
  if (part.size > whole.size) return false;
  for (const object of part) if (!whole.has(object)) return false;
  return true;
}
function rootReceivers(value) {
  const found = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const pending = [...value];
  for (let object = pending.pop(); object !== void 0; object = pending.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object.bound) pending.push(...object.bound.receiver);
    else found.add(object);
  }
  return found;
}
function isMutable(object) {
  return object.kind !== 'scalar' && object.kind !== 'external';
}
function reachable(value) {
  if (value.size === 0) return value;
  const pending = [];
  if (value.size === 1) value.forEach(pushPartsOf, pending);
  if (value.size === 1 && pending.length === 0) return value;
  const found = new Set(value.size === 1 ? value : void 0);
  if (value.size > 1) pushAll(value, pending);
  for (let object = pending.pop(); object !== void 0; object = pending.pop()) {
    if (found.has(object)) continue;
    found.add(object);
    pushParts(object, pending);
  }
  return found;
}
function pushPartsOf(object) {
  pushParts(object, this);
}
function pushParts(object, into) {
  pushLastingParts(object, into);
  if (object.code) pushCaptured(object.code.scope, into);
  if (object.frame) pushCaptured(object.frame, into);
}
function pushLastingParts(object, into) {
  if (object.fields.size > 0) object.fields.forEach(pushField, into);
  if (object.bound) {
    pushAll(object.bound.receiver, into);
    pushAll(object.bound.callee, into);
  }
  if (object.instanceOf) pushAll(object.instanceOf, into);
  if (object.classInfo) {
    pushAll(object.classInfo.bases, into);
    pushAll(object.classInfo.metaclasses, into);
  }
  if (object.code) {
    for (const value of object.code.defaults) pushAll(value, into);
    for (const value of object.code.keywordDefaults) if (value) pushAll(value, into);
  }
}
function pushAll(value, into) {
  if (value.size > 0) value.forEach(pushObject, into);
}
function pushObject(object) {
  this.push(object);
}
function pushField(field) {
  pushAll(field, this);
}
function pushCaptured(scope, into) {
  for (let outer = scope; outer !== null && outer.kind !== 'module'; outer = outer.parent) {
    if (outer.cells) into.push(outer.cells);
    for (let at = outer.environment; at !== null; at = at.outer) {
      for (const binding of at.bindings.values()) pushAll(binding.value, into);
    }
  }
}
var MAPPINGS = /* @__PURE__ */ new Set([
  'builtins.dict',
  'collections.defaultdict',
  'collections.OrderedDict',
  'collections.Counter',
]);
function isMapping(object) {
  return object.kind === 'data' && object.type !== null && MAPPINGS.has(object.type);
}

// packages/core/src/dataflow/versions.ts
function overwritten(writer) {
  return { writer, certainty: 'must', previous: [] };
}
function writtenByAll(writer, branches) {
  return { writer, certainty: 'must', previous: branches };
}
function updated(writer, previous) {
  const known = /* @__PURE__ */ new Set();
  for (const version of previous) {
    if (version === null) continue;
    if (version.writer === writer) for (const older of version.previous) known.add(older);
    else known.add(version);
  }
  return { writer, certainty: 'may', previous: [...known] };
}
function updatedOnce(writer, first, before) {
  if (before === null || before.writer < first) return updated(writer, [before]);
  let known = before.writer === writer;
  if (known) return before;
  visitWriters(before, (older) => {
    known ||= older === writer;
  });
  return known ? before : updated(writer, [before]);
}
function visitWriters(version, visit2) {
  if (version === null) return;
  let first = version;
  for (let only = first.previous[0]; only && first.previous.length === 1; only = first.previous[0]) {
    visit2(first.writer, first.certainty);
    first = only;
  }
  if (first.previous.length === 0) {
    visit2(first.writer, first.certainty);
    return;
  }
  const seen = /* @__PURE__ */ new Set([first]);
  const pending = [first];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    visit2(next.writer, next.certainty);
    for (let at = 0; at < next.previous.length; at++) {
      const older = next.previous[at];
      if (older === void 0 || seen.has(older)) continue;
      seen.add(older);
      pending.push(older);
    }
  }
}

// packages/core/src/dataflow/environment.ts
function createScope(
  kind,
  parent,
  globals = /* @__PURE__ */ new Set(),
  nonlocals = /* @__PURE__ */ new Set(),
) {
  return {
    kind,
    parent,
    environment: { outer: null, bindings: /* @__PURE__ */ new Map() },
    cells: null,
    globals,
    nonlocals,
  };
}
function lookup(environment, name) {
  for (let at = environment; at !== null; at = at.outer) {
    const binding = at.bindings.get(name);
    if (binding) return binding;
  }
  return void 0;
}
function inBranch(scope, body2) {
  const outer = scope.environment;
  const branch2 = { outer, bindings: /* @__PURE__ */ new Map() };
  scope.environment = branch2;
  body2();
  scope.environment = outer;
  return branch2;
}
function joinBranches(scope, branches, place) {
  const [first] = branches;
  if (first === void 0) return;
  const names = new Set(branches.flatMap((branch2) => [...branch2.bindings.keys()]));
  for (const name of names) {
    const before = lookup(scope.environment, name);
    const after = branches.map((branch2) => branch2.bindings.get(name) ?? before);
    scope.environment.bindings.set(name, joined(after, before, place, scope.kind === 'module'));
  }
}
function joined(after, before, place, versioned) {
  const value = union(...after.map((binding) => binding?.value ?? /* @__PURE__ */ new Set()));
  const everyDeleted = after.every((binding) => binding?.unbound === 'deleted');
  const everyBound = after.every((binding) => binding?.unbound === 'no');
  return {
    value,
    version: versioned ? joinedVersion(after, before, place) : null,
    unbound: everyBound ? 'no' : everyDeleted ? 'deleted' : 'maybe',
  };
}
function joinedVersion(after, before, { part, first }) {
  const versions = after.flatMap((binding) => binding?.version ?? []);
  const isWritten = (version) => version.writer >= first && version.certainty === 'must';
  if (versions.length < after.length || !versions.every(isWritten))
    return updated(part, [...versions, before?.version ?? null]);
  return versions.every(({ writer }) => writer === part) ? overwritten(part) : writtenByAll(part, versions);
}

// packages/core/src/dataflow/compact.ts
var MANY = 8;
var covered = /* @__PURE__ */ new WeakMap();
var smaller = /* @__PURE__ */ new WeakMap();
function compact(value) {
  if (value.size <= MANY || covered.has(value)) return value;
  const known = smaller.get(value);
  if (known !== void 0) return known;
  const made = withoutCovered(value, null);
  smaller.set(value, made);
  return made;
}
function compactUnion(value, more, holder) {
  if (more === value || more.size === 0) return value;
  if (value.size === 0 && more.size <= MANY && !covered.has(more)) return more;
  const known = covered.get(value);
  const news = [...more].filter((object) => !value.has(object) && !known?.has(object));
  if (news.length === 0) return value;
  const all = /* @__PURE__ */ new Set([...value, ...news]);
  return all.size <= MANY ? all : withoutCovered(all, holder);
}
function withoutCovered(value, holder) {
  const reached = /* @__PURE__ */ new Set();
  const kept2 = [];
  for (const object of value) {
    if (object.kind !== 'opaque' || object.type !== null || reached.has(object)) continue;
    kept2.push(object);
    cover(object, reached, holder);
  }
  if (kept2.length === 0) return value;
  const made = /* @__PURE__ */ new Set([...kept2, ...[...value].filter((object) => !reached.has(object))]);
  covered.set(made, reached);
  return made;
}
function cover(start2, reached, holder) {
  const pending = [start2];
  for (let object = pending.pop(); object !== void 0; object = pending.pop()) {
    if (reached.has(object)) continue;
    reached.add(object);
    if (object === holder) continue;
    pushLastingParts(object, pending);
  }
}

// packages/core/src/text/edits.ts
function applyEdits(text, edits) {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces = [];
  let done = 0;
  for (const { span, text: replacement2 } of sorted) {
    if (span.start < done || span.end < span.start || span.end > text.length)
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another or lies outside the text`);
    pieces.push(text.slice(done, span.start), replacement2);
    done = span.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

// packages/core/src/text/indentation.ts
function indent(text, prefix, protectedSpans = []) {
  return mapLines(text, protectedSpans, (line) => (line.trim() === '' ? line : prefix + line));
}
function mapLines(text, protectedSpans, change2) {
  const spans = [...protectedSpans].sort((a, b) => a.start - b.start);
  let next = 0;
  let start2 = 0;
  let reach = -1;
  return text
    .split('\n')
    .map((line) => {
      for (let span = spans[next]; span !== void 0 && span.start < start2; span = spans[++next])
        reach = Math.max(reach, span.end);
      const isProtected = start2 < reach;
      start2 += line.length + 1;
      return isProtected ? line : change2(line);
    })
    .join('\n');
}

// packages/core/src/text/lines.ts
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
function positionAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
}

// packages/core/src/text/paths.ts
function isAbsolute(path2) {
  return /^([A-Za-z]:)?[\\/]/.test(path2);
}
function isUri(location) {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}
function isRooted(location) {
  return isAbsolute(location) || location.startsWith('~') || isUri(location);
}

// packages/core/src/text/python-string.ts
var SHORT_ESCAPES = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '	': '\\t',
};
var UNPRINTABLE = /[\p{C}\p{Z}]/u;
function pythonString(text) {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  return quote + escapePython(text, quote) + quote;
}
function escapePython(text, quote) {
  let escaped = '';
  for (const character of text) escaped += escapeCharacter(character, quote);
  return escaped;
}
function escapeCharacter(character, quote) {
  if (character === quote) return `\\${quote}`;
  const short = SHORT_ESCAPES[character];
  if (short !== void 0) return short;
  if (character === ' ' || !UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 255) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 65535) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

// packages/core/src/dataflow/state.ts
var MOST_WORK = 1e3;
function createMachine(libraries3, step) {
  return {
    libraries: libraries3,
    moduleScope: createScope('module', null),
    step,
    nextObject: 1,
    epoch: 0,
    localEpoch: 0,
    sites: /* @__PURE__ */ new Map(),
    derived: /* @__PURE__ */ new Map(),
    externals: /* @__PURE__ */ new Map(),
    resources: /* @__PURE__ */ new Map(),
    resourceObjects: /* @__PURE__ */ new Map(),
    fileEvents: [],
    imports: /* @__PURE__ */ new Map(),
    wild: null,
    ranText: false,
    wildNames: /* @__PURE__ */ new Set(),
    shown: /* @__PURE__ */ new Set(),
    directoryChanged: false,
    handed: /* @__PURE__ */ new Map(),
    settling: null,
    surrendered: /* @__PURE__ */ new Map(),
    dropped: null,
    raised: NOTHING,
    work: 0,
    calls: [],
    conditional: 0,
    jumps: null,
    attempt: null,
  };
}
function need(machine, version, kind, via) {
  if (version === null) return;
  const { needs, number: number2 } = machine.step.part;
  if (version.previous.length === 0) {
    if (version.writer !== number2) addNeed(needs, version.writer, kind, via, version.certainty);
    return;
  }
  visitWriters(version, (writer, certainty) => {
    if (writer !== number2) addNeed(needs, writer, kind, via, certainty);
  });
}
function updatedByStep({ step }, before) {
  return updatedOnce(step.part.number, step.first, before);
}
function addNeed(needs, writer, kind, via, certainty) {
  const known = needs.get(writer);
  const mixed = known !== void 0 && (known.mixed || known.kind !== kind);
  if (known === void 0 || (known.certainty === 'may' && certainty === 'must')) {
    needs.set(writer, { kind, via, certainty, mixed });
  } else if (mixed && !known.mixed) needs.set(writer, { ...known, mixed });
}
function raise(machine, value) {
  const all = union(machine.raised, value);
  if (all === machine.raised) return;
  machine.raised = all;
  machine.localEpoch += 1;
}

// packages/core/src/dataflow/files.ts
function touchFile(machine, path2, mode) {
  const plain = path2 === null || (machine.directoryChanged && !isRooted(path2)) ? null : plainPath(path2);
  machine.step.resourceReads.add('files');
  if (path2 === null || !isRooted(path2)) {
    need(machine, machine.resources.get('working-directory') ?? null, 'resource', 'working-directory');
  }
  for (let at = machine.fileEvents.length - 1; at >= 0; at--) {
    const event = machine.fileEvents[at];
    if (event === void 0 || !mayConcern(event.path, plain)) continue;
    need(machine, event.version, 'resource', event.path ?? 'files');
    if (event.whole && plain !== null && event.path === plain) break;
  }
  if (mode === 'look') return;
  machine.step.resourceWrites.add('files');
  const { number: number2 } = machine.step.part;
  const last = machine.fileEvents.at(-1);
  if (last && last.path === plain && last.version.writer === number2 && (mode === 'change' || last.whole))
    return;
  const sure = mode === 'replace' && machine.conditional === 0;
  const version = sure ? overwritten(number2) : updated(number2, []);
  machine.fileEvents.push({ path: plain, version, whole: sure && plain !== null });
}
function noteFile(machine, mode, path2, span, via) {
  const known = machine.step.files.some(
    (use) => use.mode === mode && use.span.start === span.start && use.via === via,
  );
  if (!known) machine.step.files.push({ mode, path: path2, span: { start: span.start, end: span.end }, via });
}
function plainPath(path2) {
  const parts2 = [];
  for (const part of path2.split(/[\\/]/)) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts2.length > 0 && parts2.at(-1) !== '..') parts2.pop();
    else parts2.push(part);
  }
  return (path2.startsWith('/') ? '/' : '') + parts2.join('/');
}
function mayConcern(written, touched) {
  if (written === null || touched === null) return true;
  if (written === touched || /[*?[]/.test(touched)) return true;
  return (
    touched.startsWith(`${written}/`) || written.startsWith(`${touched}/`) || touched === '' || written === ''
  );
}

// packages/core/src/dataflow/objects.ts
function allocate(machine, node, kind, type, parts2 = {}, context = currentSite(machine)) {
  const isVague = machine.settling !== null && type === null && isPartOfUnknown(kind, parts2);
  const site = isVague ? machine.step : node;
  let byContext = machine.sites.get(site);
  if (byContext === void 0) {
    byContext = /* @__PURE__ */ new Map();
    machine.sites.set(site, byContext);
  }
  const depth = isObject(context) ? (machine.derived.get(context) ?? 0) + 1 : 0;
  const place = isVague || depth > DEEPEST_PART ? 'vague' : context;
  const made = byContext.get(place);
  const known = made && madeAlike(made, { kind, type, parts: parts2, most: isVague ? 1 : MOST_ALIKE });
  if (known) {
    absorb(known, parts2);
    known.single = false;
    if (known.version) known.version = updatedByStep(machine, known.version);
    return known;
  }
  const object = create(machine, kind, type, parts2);
  machine.derived.set(object, depth);
  byContext.set(place, made ? [...made, object] : [object]);
  return object;
}
function madeAlike(made, { kind, type, parts: parts2, most }) {
  const alike = made.filter(
    (object) =>
      object.kind === kind &&
      object.type === type &&
      object.constant === parts2.constant &&
      object.bound?.method === parts2.bound?.method,
  );
  const isFull = alike.length >= most;
  return alike.find((object) => hasParts(object, parts2)) ?? (isFull ? alike.at(-1) : void 0);
}
var DEEPEST_PART = 2;
var MOST_ALIKE = 6;
function isPartOfUnknown(kind, { bound }) {
  if (kind === 'opaque') return true;
  if (kind !== 'bound' || bound === void 0 || bound.callee.size > 0) return false;
  return [...bound.receiver].every(
    (receiver) => receiver.kind === 'bound' || (receiver.kind === 'opaque' && receiver.type === null),
  );
}
function isObject(context) {
  return typeof context === 'object' && context !== null && 'fields' in context;
}
function hasParts(object, parts2) {
  return (
    covers(object.bound?.receiver, parts2.bound?.receiver) &&
    covers(object.bound?.callee, parts2.bound?.callee) &&
    covers(object.instanceOf, parts2.instanceOf) &&
    (parts2.code === void 0 || parts2.frame !== void 0 || sameCode(object.code, parts2.code))
  );
}
function covers(whole, part) {
  if (part === void 0 || whole === part) return true;
  for (const object of part) if (!whole?.has(object)) return false;
  return true;
}
function sameCode(one2, other) {
  return (
    one2?.scope === other.scope &&
    one2.defaults.every((value, at) => covers(value, other.defaults[at])) &&
    one2.keywordDefaults.every((value, at) => covers(value ?? void 0, other.keywordDefaults[at] ?? void 0))
  );
}
function absorb(object, parts2) {
  if (hasParts(object, parts2)) return;
  const others = [
    parts2.bound?.receiver,
    parts2.bound?.callee,
    parts2.instanceOf,
    ...(parts2.code?.defaults ?? []),
  ];
  const values = union(...others.map((value) => value ?? NOTHING));
  if (object.bound) {
    object.bound.receiver = union(object.bound.receiver, parts2.bound?.receiver ?? NOTHING);
    object.bound.callee = union(object.bound.callee, parts2.bound?.callee ?? NOTHING);
  }
  if (object.instanceOf) object.instanceOf = union(object.instanceOf, parts2.instanceOf ?? NOTHING);
  if (object.code && parts2.code) mergeCode(object.code, parts2.code);
  object.fields.set(ELEMENTS, union(fieldOf(object, ELEMENTS), values));
}
function mergeCode(into, from2) {
  from2.defaults.forEach((value, at) => {
    into.defaults[at] = union(into.defaults[at] ?? NOTHING, value);
  });
  if (into.scope === from2.scope) return;
  for (const [name, binding] of from2.scope.environment.bindings) {
    const before = into.scope.environment.bindings.get(name);
    const value = union(before?.value ?? NOTHING, binding.value);
    into.scope.environment.bindings.set(name, { ...binding, value, unbound: 'no' });
  }
}
function currentSite(machine) {
  return machine.calls.at(-1)?.site ?? null;
}
function create(machine, kind, type, parts2) {
  machine.epoch += 1;
  return {
    id: machine.nextObject++,
    kind,
    type,
    fields: /* @__PURE__ */ new Map(),
    alone: null,
    reachers: null,
    metAmong: null,
    single: machine.conditional === 0 && machine.calls.length === 0,
    version: kind === 'scalar' || kind === 'external' ? null : overwritten(machine.step.part.number),
    ...parts2,
  };
}
function scalar(machine, type, constant) {
  return one(
    interned(
      machine,
      constant === void 0 ? `scalar ${type}` : `scalar ${type} ${constant}`,
      'scalar',
      type,
      constant === void 0 ? {} : { constant },
    ),
  );
}
function external(machine, qualifiedName) {
  return interned(machine, qualifiedName, 'external', qualifiedName);
}
function interned(machine, key2, kind, type, parts2 = {}) {
  const known = machine.externals.get(key2);
  if (known) return known;
  const made = create(machine, kind, type, parts2);
  machine.externals.set(key2, made);
  return made;
}
function fieldOf(object, name) {
  return object.fields.get(name) ?? NOTHING;
}
var COST_OF_NEWS = 7;
function addToField(machine, object, name, value) {
  const before = fieldOf(object, name);
  const after = compactUnion(before, value, object);
  if (after === before) return;
  object.fields.set(name, after);
  machine.epoch += 1;
  if (machine.settling !== null) machine.work += COST_OF_NEWS;
}
function readState(machine, object) {
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  if (object.file) touchFile(machine, object.file.path, 'look');
}
function readDeep(machine, value) {
  reachable(value).forEach((object) => {
    readState(machine, object);
  });
}
function changeState(machine, object) {
  if (!isMutable(object)) return;
  if (object.version) need(machine, object.version, 'mutation', describe(object));
  const { mutated } = machine.step;
  if (!mutated.has(object)) mutated.set(object, object.version);
  object.version = updatedByStep(machine, object.version);
  if (object.file) touchFile(machine, object.file.path, 'change');
}
function changeByStore(machine, object) {
  changeState(machine, object);
  machine.step.stored.add(object);
}
function changeDeep(machine, value) {
  for (const object of reachable(value)) changeState(machine, object);
}
function partsOfOpaque(object) {
  return reachable(one(object));
}
function store(machine, object, field, value) {
  if (object.kind === 'scalar') return;
  if (object.kind !== 'opaque') {
    addToField(machine, object, field, value);
    return;
  }
  for (const part of reachable(one(object))) {
    if (isMutable(part)) addToField(machine, part, part.kind === 'instance' ? field : ELEMENTS, value);
  }
}
function describe(object) {
  return object.type ?? object.kind;
}

// packages/core/src/dataflow/plain-data.ts
var PLAIN = /* @__PURE__ */ new Set(['builtins.Plain', 'pandas.Located']);
function plainPart(machine, object) {
  const spec = object.type === null ? void 0 : machine.libraries.classSpec(object.type);
  return spec?.element === 'builtins.Plain' ? ifPlain(machine, object, spec.element) : null;
}
function ifPlain(machine, object, type) {
  if (type === null || !PLAIN.has(type)) return type;
  for (const part of reachable(one(object))) {
    if (part.kind === 'scalar') continue;
    if (part.kind !== 'data' && part.kind !== 'opaque') return null;
    if (part.type === null || machine.libraries.classSpec(part.type) === void 0) return null;
  }
  return type;
}

// packages/core/src/dataflow/resources.ts
var UNREAD = /* @__PURE__ */ new Set(['stdout', 'clock', 'system-random']);
function resourceKey(resource, owner) {
  return resource === 'options' ? `options ${owner === 'seaborn' ? 'matplotlib' : owner}` : resource;
}
function readResource(machine, resource, key2 = resource) {
  machine.step.resourceReads.add(resource);
  if (resource === 'files') touchFile(machine, null, 'look');
  need(machine, machine.resources.get(key2) ?? null, 'resource', key2);
  readDeep(machine, machine.resourceObjects.get(key2) ?? NOTHING);
}
function writeResource(machine, resource, mode, key2 = resource) {
  machine.step.resourceWrites.add(resource);
  if (resource === 'files') {
    touchFile(machine, null, 'change');
    return;
  }
  if (resource === 'working-directory') machine.directoryChanged = true;
  const objects = machine.resourceObjects.get(key2) ?? NOTHING;
  if (mode === 'change') changeDeep(machine, objects);
  if (UNREAD.has(resource) && objects.size === 0) return;
  const before = machine.resources.get(key2) ?? null;
  const { number: number2 } = machine.step.part;
  if (mode === 'replace' && machine.conditional === 0) {
    machine.resources.set(key2, overwritten(number2));
  } else {
    need(machine, before, 'resource', key2);
    machine.resources.set(key2, updatedByStep(machine, before));
  }
}
function addToResource(machine, resource) {
  machine.step.resourceWrites.add(resource);
  const before = machine.resources.get(resource) ?? null;
  machine.resources.set(resource, updatedByStep(machine, before));
}
function attach(machine, key2, value, alone) {
  const before = machine.resourceObjects.get(key2) ?? NOTHING;
  machine.resourceObjects.set(key2, alone ? value : union(before, value));
}
function attached(machine, key2) {
  return machine.resourceObjects.get(key2) ?? NOTHING;
}
function readAllOptions(machine) {
  for (const [key2, version] of machine.resources) {
    if (key2.startsWith('options ')) need(machine, version, 'resource', key2);
  }
}

// packages/core/src/dataflow/attributes.ts
function loadAttribute(machine, value, name, node) {
  return compact(union(...[...compact(value)].map((object) => attributeOf(machine, object, name, node))));
}
function attributeOf(machine, object, name, node) {
  switch (object.kind) {
    case 'external':
      return moduleMember(machine, object, name);
    case 'instance':
      return instanceMember(machine, object, name, node);
    case 'class':
      readState(machine, object);
      return memberOfClass(machine, object, name, node) ?? opaquePart(machine, object, name, node);
    case 'scalar':
      return scalarMember(machine, object, name, node);
    case 'bound':
      if (object.type === 'super') return superMember(machine, object, name, node);
      return object.bound && object.bound.callee.size === 0
        ? loadAttribute(machine, rootReceivers(one(object)), name, node)
        : opaquePart(machine, object, name, node);
    default:
      return dataMember(machine, object, name, node);
  }
}
function moduleMember(machine, owner, name) {
  const qualified2 = `${owner.type}.${name}`;
  readPatches(machine, owner);
  const imported = machine.imports.get(qualified2);
  if (imported) need(machine, imported, 'data', qualified2);
  const patched = fieldOf(owner, name);
  const member = machine.libraries.member(qualified2);
  if (member?.kind === 'attribute' && member.spec.resource) {
    const { resource } = member.spec;
    const key2 = resourceKey(resource, packageOf(qualified2));
    readResource(machine, resource, key2);
    return union(patched, machine.resourceObjects.get(key2) ?? NOTHING, one(external(machine, qualified2)));
  }
  return union(patched, one(external(machine, qualified2)));
}
function scalarMember(machine, object, name, node) {
  const spec = object.type ? machine.libraries.attribute(object.type, name) : void 0;
  if (spec?.returns) return scalar(machine, spec.returns);
  return boundMethod(machine, object, name, node);
}
function dataMember(machine, object, name, node) {
  readState(machine, object);
  const held = fieldOf(object, name);
  if (object.type !== null) {
    const { libraries: libraries3 } = machine;
    if (libraries3.method(object.type, name)) return union(held, boundMethod(machine, object, name, node));
    const spec = libraries3.attribute(object.type, name) ?? otherAttribute(machine, object, name);
    if (spec) {
      if (spec.resource)
        readResource(machine, spec.resource, resourceKey(spec.resource, packageOf(object.type)));
      const type = spec.clones ? typeOfHeld(machine, object, spec.clones) : (spec.returns ?? null);
      if (type !== null && libraries3.isImmutable(type)) return union(held, scalar(machine, type));
      const part = allocate(machine, node, 'opaque', type, {}, object);
      if (spec.fresh !== true) addToField(machine, part, ELEMENTS, one(object));
      return type === null ? union(held, one(part)) : one(part);
    }
  }
  return union(held, opaquePart(machine, object, name, node));
}
function typeOfHeld(machine, owner, base) {
  const types = /* @__PURE__ */ new Set();
  for (const field of owner.fields.values()) {
    for (const { type } of field) {
      if (type !== null && machine.libraries.isSubclass(type, base)) types.add(type);
    }
  }
  const [only] = types;
  return types.size === 1 && only !== void 0 ? only : null;
}
function otherAttribute(machine, owner, name) {
  const spec = machine.libraries.otherAttribute(owner.type ?? '', name);
  if (spec === void 0 || ifPlain(machine, owner, spec.returns ?? null) === null) return void 0;
  for (const module of machine.imports.keys()) {
    if (!machine.libraries.knows(packageOf(module))) return void 0;
  }
  return spec;
}
function opaquePart(machine, object, name, node) {
  const parts2 = object.kind === 'opaque' ? one(object) : NOTHING;
  return union(boundMethod(machine, object, name, node), parts2);
}
function boundMethod(machine, object, name, node) {
  const bound = { receiver: one(object), method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}
function storeAttribute(machine, target3, name, value) {
  for (const object of compact(target3)) {
    if (object.kind === 'external') {
      patchModule(machine, object, name, value);
    } else if (object.kind === 'instance' && !hasSetter(machine, object, name, value)) {
      changeByStore(machine, object);
      store(machine, object, name, value);
    } else {
      changeDeep(machine, one(object));
      changeByStore(machine, object);
      store(machine, object, name, value);
    }
  }
}
function hasSetter(machine, object, name, value) {
  let found = false;
  for (const owner of object.instanceOf ?? NOTHING) {
    for (const hook of [`${name}.setter`, '__setattr__', '__delattr__', name]) {
      for (const member of classMember(machine, owner, hook, owner) ?? NOTHING) {
        const isHook = hook !== name || member.kind === 'instance' || member.kind === 'opaque';
        if (!isHook) continue;
        found = true;
        if (member.kind === 'function')
          callFunction(machine, member, { receiver: one(object), positional: [value, value] }, owner);
        else if (member.kind === 'instance')
          callDunders(machine, member, ['__set__', '__delete__'], [one(object), value], owner);
        else changeDeep(machine, union(one(member), one(object), value));
      }
    }
  }
  if (found) changeDeep(machine, one(object));
  return false;
}
function patchModule(machine, module, name, value) {
  const qualified2 = `${module.type}.${name}`;
  const member = machine.libraries.member(qualified2) ?? machine.libraries.member(module.type ?? '');
  if (member?.kind === 'attribute' && member.spec.resource) {
    const { resource } = member.spec;
    const key3 = resourceKey(resource, packageOf(qualified2));
    if (name !== ELEMENTS) attach(machine, key3, value, false);
    writeResource(machine, resource, 'change', key3);
    return;
  }
  const key2 = `module ${packageOf(qualified2)}`;
  const before = machine.resources.get(key2) ?? null;
  need(machine, before, 'mutation', key2);
  machine.resources.set(key2, updatedByStep(machine, before));
  addToField(machine, module, name, value);
}
function readPatches(machine, member) {
  if (member.type === null) return;
  need(machine, machine.resources.get(`module ${packageOf(member.type)}`) ?? null, 'mutation', member.type);
}
function packageOf(qualified2) {
  const end = qualified2.indexOf('.');
  return end < 0 ? qualified2 : qualified2.slice(0, end);
}

// packages/core/src/notebook/source-map.ts
function toSourceOffset(python, offset) {
  return translateOffset(python.segments, offset, 'python', 'source');
}
function toSourceSpan(python, span) {
  const start2 = toSourceOffset(python, span.start);
  const last = python.segments[lastAtOrBefore(python.segments, 'python', span.end - 1)];
  const isInside2 = last !== void 0 && span.end > span.start && span.end <= last.python.end;
  return {
    start: start2,
    end: Math.max(start2, isInside2 ? last.source.end : toSourceOffset(python, span.end)),
  };
}
function locate(notebook, cell, span) {
  return locateSource(notebook.path, cell, toSourceSpan(cell.python, span));
}
function locateSource(file, cell, span, starts = lineStarts(cell.source)) {
  const start2 = positionAt(starts, span.start);
  const end = positionAt(starts, span.end);
  return {
    file,
    cell: { index: cell.index, ...(cell.id === void 0 ? {} : { id: cell.id }) },
    start: [start2.line, start2.column],
    end: [end.line, end.column],
  };
}
function translateOffset(segments, offset, from2, to2) {
  const segment = segments[lastAtOrBefore(segments, from2, offset)];
  if (segment === void 0) return offset;
  if (offset < segment[from2].end) return segment[to2].start;
  return segment[to2].end + offset - segment[from2].end;
}
function lastAtOrBefore(segments, side, offset) {
  let low = -1;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.[side].start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// packages/core/src/diagnostics/catalogue.ts
var CATALOGUE = {
  C001: {
    rule: 'unreadable-file',
    severity: 'error',
    summary: 'A file that the command needs cannot be read.',
  },
  C002: { rule: 'unknown-target', severity: 'error', summary: 'There is no target of that name.' },
  C003: { rule: 'invalid-schedule', severity: 'error', summary: 'The schedule is no cron expression.' },
  C004: { rule: 'unknown-time-zone', severity: 'error', summary: 'The time zone is none that IANA lists.' },
  C005: {
    rule: 'unclear-schedule',
    severity: 'warning',
    summary: 'The schedule names a time that schedulers understand in different ways.',
  },
  C006: {
    rule: 'target-option',
    severity: 'error',
    summary: 'A target has no such option, needs one that was not given, or cannot use its value.',
  },
  D001: {
    rule: 'undefined-name',
    severity: 'error',
    summary: 'A name is read that nothing before binds.',
  },
  D002: {
    rule: 'hidden-state',
    severity: 'error',
    summary: 'The notebook works only in the order in which it was executed.',
  },
  D003: {
    rule: 'order-of-execution',
    severity: 'warning',
    summary: 'Values depend on the order in which the cells ran.',
  },
  L201: {
    rule: 'secret',
    severity: 'error',
    summary: 'A credential stands in the notebook; a project reads it from the environment instead.',
  },
  N001: { rule: 'not-json', severity: 'error', summary: 'The file is not valid JSON.' },
  N002: {
    rule: 'conflict-markers',
    severity: 'error',
    summary: 'A merge left its conflict markers in the file.',
  },
  N003: { rule: 'not-a-notebook', severity: 'error', summary: 'The file is valid JSON, but no notebook.' },
  N004: { rule: 'empty-notebook', severity: 'warning', summary: 'The notebook has no code.' },
  N005: {
    rule: 'other-language',
    severity: 'error',
    summary: 'The kernel of the notebook does not run Python.',
  },
  N006: {
    rule: 'python-2-kernel',
    severity: 'warning',
    summary: 'The kernel of the notebook runs Python 2.',
  },
  N007: { rule: 'duplicate-cell-id', severity: 'info', summary: 'Two cells have one id.' },
  N008: { rule: 'damaged-cell', severity: 'warning', summary: 'A cell lacks what the format asks for.' },
  N009: { rule: 'unknown-magic', severity: 'warning', summary: 'A magic is not known and was left out.' },
  N010: {
    rule: 'untranslated-magic',
    severity: 'warning',
    summary: 'A magic has no plain Python and was left out.',
  },
  N011: {
    rule: 'missing-run-target',
    severity: 'error',
    summary: 'The file that `%run` names was not found.',
  },
  N012: { rule: 'foreign-cell', severity: 'warning', summary: 'A cell is written in another language.' },
  N013: {
    rule: 'nonstandard-json',
    severity: 'info',
    summary: 'The file has NaN or Infinity, which JSON lacks.',
  },
  N014: { rule: 'too-large', severity: 'error', summary: 'The file is too large to be read.' },
  N015: { rule: 'newer-format', severity: 'warning', summary: 'The notebook has a newer format than 4.5.' },
  P001: {
    rule: 'unknown-artifact',
    severity: 'error',
    summary: 'Nothing in the notebook has the name that `--artifact` asks for.',
  },
  P002: {
    rule: 'nothing-to-build',
    severity: 'error',
    summary: 'The notebook has no value that a project could make.',
  },
  P003: {
    rule: 'missing-input',
    severity: 'warning',
    summary: 'A file that the notebook reads is not where it says.',
  },
  R001: {
    rule: 'broken-module',
    severity: 'error',
    summary: 'A module that was written cannot run as it stands.',
  },
  R002: {
    rule: 'unusable-path',
    severity: 'error',
    summary: 'A file would leave the project or stand on another one.',
  },
  R003: {
    rule: 'secret-written',
    severity: 'error',
    summary: 'A file would hold a credential of the notebook; nothing is written.',
  },
  R004: {
    rule: 'not-for-target',
    severity: 'warning',
    summary: 'A target has nothing that does what was asked for; the rest is written without it.',
  },
  R005: {
    rule: 'beyond-target',
    severity: 'error',
    summary: 'A target cannot do what the project or its schedule needs; its files are not written.',
  },
  R008: {
    rule: 'not-served',
    severity: 'error',
    summary: 'A service was asked for, and there is no way from a single row to a prediction.',
  },
  R009: {
    rule: 'served-from-features',
    severity: 'warning',
    summary:
      'The service takes rows of a later table than the raw one, because a statement before it looks at other rows.',
  },
  S001: { rule: 'invalid-syntax', severity: 'error', summary: 'A statement is not valid Python.' },
  S002: { rule: 'python-2', severity: 'error', summary: 'A statement is Python 2.' },
  S003: { rule: 'indentation', severity: 'error', summary: 'The lines of a block are not indented alike.' },
  V001: {
    rule: 'unreadable-record',
    severity: 'error',
    summary: 'The file is no record of a run, or one of another version.',
  },
  V002: {
    rule: 'no-project',
    severity: 'error',
    summary: 'The folder holds no project that cellwright wrote.',
  },
  V003: {
    rule: 'missing-package',
    severity: 'error',
    summary: 'A package that the notebook imports is not installed.',
  },
  V004: {
    rule: 'notebook-raises',
    severity: 'error',
    summary: 'A cell raised an error that stopped the run.',
  },
  V005: {
    rule: 'kernel-died',
    severity: 'error',
    summary: 'The process that ran the notebook ended by a signal or did not start.',
  },
  V006: { rule: 'run-timeout', severity: 'error', summary: 'The run took longer than it was given.' },
  V007: { rule: 'run-interrupted', severity: 'error', summary: 'The run was interrupted by a person.' },
  V008: { rule: 'waits-for-input', severity: 'error', summary: 'The notebook waits for somebody to type.' },
  V009: { rule: 'notebook-exits', severity: 'error', summary: 'The notebook ends its own process.' },
  V010: { rule: 'out-of-memory', severity: 'error', summary: 'There was not enough memory for the run.' },
  V011: {
    rule: 'missing-file',
    severity: 'error',
    summary: 'A file that the notebook reads does not exist.',
  },
  V012: {
    rule: 'changed-input',
    severity: 'warning',
    summary: 'The run changed an input file that was too large to copy.',
  },
  V013: {
    rule: 'no-interpreter',
    severity: 'error',
    summary: 'No Python was found that could run the notebook.',
  },
  V014: { rule: 'stage-fails', severity: 'error', summary: 'A stage of the project raised an error.' },
  V015: {
    rule: 'contained',
    severity: 'error',
    summary: 'The run asked for something that `--contain` does not give.',
  },
};

// packages/core/src/diagnostics/make-diagnostic.ts
function diagnostic(code, details) {
  const { rule, severity } = CATALOGUE[code];
  const { message, location, hint, related = [] } = details;
  return { code, rule, severity, message, location, related, ...(hint === void 0 ? {} : { hint }) };
}

// packages/core/src/syntax/adapter/concrete-node.ts
var DEEPEST = 1e3;
var LEAF = [];
function readConcreteTree(tree, base) {
  const cursor = tree.walk();
  const comments = [];
  const waiting = [];
  let count = 0;
  let tooDeep = null;
  const read2 = (depth) => {
    const type = cursor.nodeType;
    const start2 = cursor.startIndex + base;
    const end = cursor.endIndex + base;
    const first = count;
    if (depth > DEEPEST) tooDeep ??= start2;
    else if (cursor.gotoFirstChild()) {
      do {
        const child2 = read2(depth + 1);
        if (child2.type === 'comment') comments.push({ start: child2.start, end: child2.end });
        else if (child2.type !== 'line_continuation') waiting[count++] = child2;
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    const children = count > first ? waiting.slice(first, count) : LEAF;
    count = first;
    return { type, start: start2, end, children };
  };
  const root2 = read2(0);
  cursor.delete();
  const { rootNode } = tree;
  const error = rootNode.hasError ? firstError(rootNode) + base : null;
  return { root: root2, comments, errorOffset: error ?? tooDeep };
}
function firstError(root2) {
  for (let node = root2; ; ) {
    if (node.type === 'ERROR' || node.isMissing) return node.startIndex;
    const inner2 = node.children.find((each2) => each2.hasError);
    if (!inner2) return node.endIndex;
    node = inner2;
  }
}
function lastTokenEnd(node) {
  for (let index = node.children.length - 1; index >= 0; index--) {
    const child2 = node.children[index];
    if (child2 && child2.end > child2.start) return lastTokenEnd(child2);
  }
  return node.end;
}

// packages/core/src/syntax/adapter/format-fill.ts
var FILL = /(\{[ \t]*[A-Za-z_][\w.]*[ \t]*):=/g;
function withoutFormatFill(text) {
  return text.includes(':=') && text.search(FILL) >= 0 ? text.replace(FILL, '$1:>') : null;
}

// packages/core/src/syntax/adapter/conversion.ts
function fail(conversion, node, message, code = 'S001') {
  conversion.problems.push({ code, start: node.start, end: node.end, message });
}
function failedExpression(conversion, node, message, code = 'S001') {
  fail(conversion, node, message, code);
  return { type: 'Constant', kind: 'ellipsis', text: '...', start: node.start, end: node.end };
}
function excerpt(conversion, node) {
  const line = conversion.text.slice(node.start, node.end).split('\n', 1)[0] ?? '';
  return line.length > 30 ? `${line.slice(0, 29)}\u2026` : line;
}
function identifierName(conversion, node) {
  const name = conversion.text.slice(node.start, node.end);
  if (name === 'async' || name === 'await') fail(conversion, node, `\`${name}\` is a keyword`);
  return name.normalize('NFKC');
}
var NOTHING2 = { type: '', start: 0, end: 0, children: [] };
function child(node, index) {
  return node.children.at(index) ?? NOTHING2;
}
function childOfType(node, type) {
  return node.children.find((each2) => each2.type === type);
}
function childrenBut(node, ...tokens) {
  return node.children.filter((each2) => !tokens.includes(each2.type));
}

// packages/core/src/syntax/adapter/starred.ts
var LEFT_OPEN = /* @__PURE__ */ new Set([
  'call',
  'attribute',
  'subscript',
  'binary_operator',
  'comparison_operator',
]);
function starredOperand(node) {
  if (node.type === 'list_splat' || node.type === 'list_splat_pattern') return child(node, 1);
  if (!LEFT_OPEN.has(node.type)) return null;
  const first = child(node, 0);
  const operand = starredOperand(first);
  return operand && { ...node, start: operand.start, children: [operand, ...node.children.slice(1)] };
}

// packages/core/src/syntax/adapter/subscripts.ts
function convertAttribute(conversion, node) {
  const value = expression(conversion, child(node, 0), PRIMARY);
  return {
    type: 'Attribute',
    value,
    attr: identifierName(conversion, child(node, 2)),
    start: node.start,
    end: node.end,
  };
}
function convertSubscript(conversion, node) {
  const value = expression(conversion, child(node, 0), PRIMARY);
  const indices = node.children.slice(2, -1);
  const convert = (index) => convertIndex(conversion, index);
  return {
    type: 'Subscript',
    value,
    slice: indexOf(indices, convert),
    start: node.start,
    end: node.end,
  };
}
function indexOf(indices, convert) {
  const elts = indices.filter((each2) => each2.type !== ',').map(convert);
  const [only] = elts;
  if (only && indices.length === 1 && only.type !== 'Starred') return only;
  return { type: 'Tuple', elts, start: indices.at(0)?.start ?? 0, end: indices.at(-1)?.end ?? 0 };
}
function convertIndex(conversion, node) {
  if (node.type !== 'slice') return starredExpression(conversion, node, NAMED_EXPRESSION);
  const bounds = [null];
  for (const each2 of node.children) {
    if (each2.type === ':') bounds.push(null);
    else bounds[bounds.length - 1] = expression(conversion, each2);
  }
  const [lower = null, upper = null, step = null] = bounds;
  return { type: 'Slice', lower, upper, step, start: node.start, end: node.end };
}

// packages/core/src/syntax/adapter/calls.ts
function convertCall(conversion, node) {
  const func = expression(conversion, child(node, 0), PRIMARY);
  const list2 = child(node, 1);
  const span = { start: node.start, end: node.end };
  if (list2.type === 'generator_expression') {
    return { type: 'Call', func, args: [expression(conversion, list2)], keywords: [], ...span };
  }
  if (conversion.text.charAt(list2.start) === '[') return convertAsSubscript(conversion, node);
  return { type: 'Call', func, ...convertArguments(conversion, list2), ...span };
}
function convertAsSubscript(conversion, node) {
  const list2 = child(node, 1);
  const brackets = { ...child(list2, 0), type: '[' };
  const children = [child(node, 0), brackets, ...list2.children.slice(1)];
  return convertSubscript(conversion, { ...node, type: 'subscript', children });
}
function convertArguments(conversion, list2) {
  const args = [];
  const keywords = [];
  let hasMapping = false;
  if (child(list2, 1).type === ',')
    fail(conversion, child(list2, 1), 'an argument is missing before the comma');
  for (const each2 of childrenBut(list2, '(', ')', ',')) {
    const span = { start: each2.start, end: each2.end };
    if (each2.type === 'dictionary_splat') {
      keywords.push({ type: 'keyword', arg: null, value: expression(conversion, child(each2, 1)), ...span });
      hasMapping = true;
    } else if (each2.type === 'keyword_argument') {
      const arg = identifierName(conversion, child(each2, 0));
      const repeated = keywords.some((keyword) => keyword.arg === arg);
      if (repeated) fail(conversion, each2, `keyword argument \`${arg}\` is repeated`);
      keywords.push({ type: 'keyword', arg, value: expression(conversion, child(each2, 2)), ...span });
    } else if (starredOperand(each2)) {
      if (hasMapping) fail(conversion, each2, 'iterable unpacking follows keyword unpacking');
      args.push(starredExpression(conversion, each2, EXPRESSION, EXPRESSION));
    } else {
      if (keywords.length > 0) fail(conversion, each2, 'positional argument follows keyword argument');
      args.push(expression(conversion, each2, NAMED_EXPRESSION));
    }
  }
  return { args, keywords };
}
function convertAwait(conversion, node) {
  const operand = child(node, 1);
  const span = { start: node.start, end: node.end };
  if (operand.type === 'binary_operator' && child(operand, 1).type === '**') {
    const base = child(operand, 0);
    const value = expression(conversion, base, PRIMARY);
    const left = { type: 'Await', value, start: node.start, end: base.end };
    return { type: 'BinOp', left, op: 'Pow', right: expression(conversion, child(operand, 2)), ...span };
  }
  return { type: 'Await', value: expression(conversion, operand, PRIMARY), ...span };
}

// packages/core/src/syntax/adapter/collections.ts
function convertList(conversion, node) {
  return { type: 'List', elts: elements(conversion, node), start: node.start, end: node.end };
}
function convertTuple(conversion, node) {
  return { type: 'Tuple', elts: elements(conversion, node), start: node.start, end: node.end };
}
function convertSet(conversion, node) {
  return { type: 'Set', elts: elements(conversion, node), start: node.start, end: node.end };
}
function convertDictionary(conversion, node) {
  const keys = [];
  const values = [];
  for (const each2 of childrenBut(node, '{', '}', ',')) {
    const isSplat = each2.type === 'dictionary_splat';
    keys.push(isSplat ? null : expression(conversion, child(each2, 0)));
    values.push(
      isSplat ? expression(conversion, child(each2, 1), BITWISE_OR) : expression(conversion, child(each2, 2)),
    );
  }
  return { type: 'Dict', keys, values, start: node.start, end: node.end };
}
function elements(conversion, node) {
  return childrenBut(node, '[', ']', '(', ')', '{', '}', ',').map((each2) =>
    starredExpression(conversion, each2, NAMED_EXPRESSION),
  );
}

// packages/core/src/syntax/adapter/targets.ts
function target(conversion, node) {
  const span = { start: node.start, end: node.end };
  switch (node.type) {
    case 'pattern_list':
      return { type: 'Tuple', elts: targets(conversion, node.children), ...span };
    case 'list_pattern':
      return { type: 'List', elts: targets(conversion, node.children.slice(1, -1)), ...span };
    case 'tuple_pattern': {
      const inner2 = node.children.slice(1, -1);
      const [only] = inner2;
      if (only && inner2.length === 1) {
        if (only.type === 'list_splat_pattern')
          fail(conversion, only, 'a starred target needs a list or tuple');
        return target(conversion, only);
      }
      return { type: 'Tuple', elts: targets(conversion, inner2), ...span };
    }
    case 'list_splat_pattern':
      return { type: 'Starred', value: target(conversion, child(node, 1)), ...span };
    case 'identifier':
    case 'attribute':
    case 'subscript':
      return expression(conversion, node);
    default:
      return failedExpression(conversion, node, `cannot assign to \`${excerpt(conversion, node)}\``);
  }
}
function targets(conversion, nodes) {
  return nodes.filter((each2) => each2.type !== ',').map((each2) => target(conversion, each2));
}
function expressionTarget(conversion, node, verb) {
  switch (node.type) {
    case 'identifier':
    case 'attribute':
    case 'subscript':
      return expression(conversion, node);
    case 'list':
    case 'tuple': {
      const elts = childrenBut(node, '[', ']', '(', ')', ',').map((each2) =>
        expressionTarget(conversion, each2, verb),
      );
      return { type: node.type === 'list' ? 'List' : 'Tuple', elts, start: node.start, end: node.end };
    }
    case 'parenthesized_expression':
      return expressionTarget(conversion, child(node, 1), verb);
    case 'list_splat':
    case 'list_splat_pattern': {
      if (verb === 'delete') fail(conversion, node, 'cannot delete a starred expression');
      const value = expressionTarget(conversion, child(node, 1), verb);
      return { type: 'Starred', value, start: node.start, end: node.end };
    }
    default:
      return failedExpression(conversion, node, `cannot ${verb} \`${excerpt(conversion, node)}\``);
  }
}

// packages/core/src/syntax/adapter/comprehensions.ts
function convertComprehension(conversion, node) {
  const body2 = child(node, 1);
  const generators = convertClauses(conversion, node.children.slice(2, -1));
  const span = { start: node.start, end: node.end };
  if (node.type === 'dictionary_comprehension') {
    const key2 = expression(conversion, child(body2, 0));
    const value = expression(conversion, child(body2, 2));
    return { type: 'DictComp', key: key2, value, generators, ...span };
  }
  const elt = expression(conversion, body2, NAMED_EXPRESSION);
  if (node.type === 'list_comprehension') return { type: 'ListComp', elt, generators, ...span };
  if (node.type === 'set_comprehension') return { type: 'SetComp', elt, generators, ...span };
  return { type: 'GeneratorExp', elt, generators, ...span };
}
function convertClauses(conversion, clauses) {
  const starts = clauses.flatMap((clause, index) => (clause.type === 'if_clause' ? [] : [index]));
  return starts.flatMap((start2, index) => {
    const [clause, ...conditions] = clauses.slice(start2, starts[index + 1]);
    return clause ? [convertClause(conversion, clause, conditions)] : [];
  });
}
function convertClause(conversion, clause, conditions) {
  const isAsync = child(clause, 0).type === 'async';
  const offset = isAsync ? 1 : 0;
  if (clause.children.length > offset + 4) {
    fail(conversion, clause, 'a comprehension needs parentheses around a tuple');
  }
  return {
    type: 'comprehension',
    target: target(conversion, child(clause, offset + 1)),
    iter: expression(conversion, child(clause, offset + 3), DISJUNCTION),
    ifs: conditions.map((condition2) => expression(conversion, child(condition2, 1), DISJUNCTION)),
    is_async: isAsync ? 1 : 0,
    start: clause.start,
    end: conditions.at(-1)?.end ?? clause.end,
  };
}

// packages/core/src/syntax/adapter/literals.ts
var INTEGER = /^(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|[1-9](?:_?\d)*|0(?:_?0)*)$/;
var FLOAT = /^(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?$/;
function convertNumber(conversion, node) {
  const text = conversion.text.slice(node.start, node.end);
  const span = { start: node.start, end: node.end };
  if (INTEGER.test(text)) return { type: 'Constant', kind: 'int', text, ...span };
  if (/[jJ]$/.test(text) && FLOAT.test(text.slice(0, -1))) {
    return { type: 'Constant', kind: 'complex', text, ...span };
  }
  if (/[.eE]/.test(text) && !/^0[xX]/.test(text) && FLOAT.test(text)) {
    return { type: 'Constant', kind: 'float', text, ...span };
  }
  const isPython2 = /^(?:0[0-7]+|\w+[lL])$/.test(text);
  const message = isPython2 ? `number \`${text}\` is Python 2` : `\`${text}\` is not a valid number`;
  return failedExpression(conversion, node, message, isPython2 ? 'S002' : 'S001');
}
function convertWord(conversion, node) {
  const text = conversion.text.slice(node.start, node.end);
  const kind = node.type === 'none' ? 'none' : node.type === 'ellipsis' ? 'ellipsis' : 'bool';
  return { type: 'Constant', kind, text, start: node.start, end: node.end };
}

// packages/core/src/syntax/adapter/parameters.ts
function noParameters(offset) {
  return {
    type: 'arguments',
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    start: offset,
    end: offset,
  };
}
function convertParameters(conversion, node, owner) {
  const building = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
    afterStar: false,
    sawSlash: false,
  };
  for (const each2 of childrenBut(node, '(', ')', ',')) {
    if (building.kwarg) fail(conversion, each2, 'no parameter may follow `**` parameters');
    if (owner === 'lambda' && each2.type.startsWith('typed_')) {
      fail(conversion, each2, 'a parameter of `lambda` has no annotation');
    }
    addParameter(conversion, building, each2);
  }
  if (building.afterStar && !building.vararg && building.kwonlyargs.length === 0) {
    fail(conversion, node, 'named parameters must follow bare `*`');
  }
  const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = building;
  checkUnique(conversion, [
    ...posonlyargs,
    ...args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ]);
  return {
    type: 'arguments',
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kw_defaults,
    kwarg,
    defaults,
    start: node.start,
    end: node.end,
  };
}
function addParameter(conversion, building, node) {
  switch (node.type) {
    case 'identifier':
      addNamed(conversion, building, plainArg(conversion, node), null);
      break;
    case 'default_parameter':
    case 'typed_default_parameter':
      addDefault(conversion, building, node);
      break;
    case 'typed_parameter':
      addTyped(conversion, building, node);
      break;
    case 'list_splat_pattern':
      addStar(conversion, building, node, splatArg(conversion, node));
      break;
    case 'dictionary_splat_pattern':
      building.kwarg = splatArg(conversion, node);
      break;
    case 'keyword_separator':
    case '*':
      addStar(conversion, building, node, null);
      break;
    case 'positional_separator':
    case '/':
      addSlash(conversion, building, node);
      break;
    case 'tuple_pattern':
      fail(conversion, node, 'tuple parameters are Python 2', 'S002');
      break;
    default:
      fail(conversion, node, 'invalid parameter');
  }
}
function addDefault(conversion, building, node) {
  const name = child(node, 0);
  if (name.type !== 'identifier') fail(conversion, name, 'tuple parameters are Python 2', 'S002');
  const isTyped = node.type === 'typed_default_parameter';
  const arg = isTyped ? typedArg(conversion, name, child(node, 2)) : plainArg(conversion, name);
  addNamed(conversion, building, arg, expression(conversion, child(node, -1)));
}
function addTyped(conversion, building, node) {
  const name = child(node, 0);
  const type = child(node, 2);
  if (name.type === 'identifier') {
    addNamed(conversion, building, typedArg(conversion, name, type), null);
    return;
  }
  const arg = typedArg(conversion, child(name, 1), type);
  if (name.type === 'list_splat_pattern') addStar(conversion, building, node, arg);
  else building.kwarg = arg;
}
function addNamed(conversion, building, arg, value) {
  if (building.afterStar) {
    building.kwonlyargs.push(arg);
    building.kw_defaults.push(value);
    return;
  }
  building.args.push(arg);
  if (value) building.defaults.push(value);
  else if (building.defaults.length > 0) {
    fail(conversion, arg, `parameter \`${arg.arg}\` without a default follows one with a default`);
  }
}
function addStar(conversion, building, node, arg) {
  if (building.afterStar) fail(conversion, node, '`*` may appear only once');
  building.afterStar = true;
  building.vararg = arg;
}
function addSlash(conversion, building, node) {
  if (building.afterStar) fail(conversion, node, '`/` must be ahead of `*`');
  if (building.sawSlash) fail(conversion, node, '`/` may appear only once');
  if (building.args.length === 0) fail(conversion, node, 'at least one parameter must precede `/`');
  building.sawSlash = true;
  building.posonlyargs = building.args;
  building.args = [];
}
function plainArg(conversion, name) {
  if (name.type !== 'identifier') fail(conversion, name, 'a parameter must be a name');
  return {
    type: 'arg',
    arg: identifierName(conversion, name),
    annotation: null,
    start: name.start,
    end: name.end,
  };
}
function typedArg(conversion, name, type) {
  const arg = plainArg(conversion, name);
  return { ...arg, annotation: annotation(conversion, type), end: type.end };
}
function splatArg(conversion, node) {
  return plainArg(conversion, child(node, 1));
}
function checkUnique(conversion, args) {
  const seen = /* @__PURE__ */ new Set();
  for (const each2 of args) {
    if (seen.has(each2.arg)) fail(conversion, each2, `duplicate parameter \`${each2.arg}\``);
    seen.add(each2.arg);
  }
}

// packages/core/src/syntax/adapter/operators.ts
var BINARY_OPERATORS = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '@': 'MatMult',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '|': 'BitOr',
  '^': 'BitXor',
  '&': 'BitAnd',
  '//': 'FloorDiv',
};
var UNARY_OPERATORS = { '-': 'USub', '+': 'UAdd', '~': 'Invert' };
var COMPARE_OPERATORS = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<>': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  is: 'Is',
  'is not': 'IsNot',
  in: 'In',
  'not in': 'NotIn',
};
function convertBinary(conversion, node) {
  if (isAndOrXor(node)) return convertAndXor(conversion, node);
  const left = expression(conversion, child(node, 0), BITWISE_OR);
  const op = BINARY_OPERATORS[child(node, 1).type] ?? 'Add';
  const right = expression(conversion, child(node, 2), BITWISE_OR);
  return { type: 'BinOp', left, op, right, start: node.start, end: node.end };
}
function isAndOrXor(node) {
  const operator = child(node, 1).type;
  return node.type === 'binary_operator' && (operator === '&' || operator === '^');
}
function convertAndXor(conversion, node) {
  const groups = [[]];
  const flatten = (each2) => {
    if (!isAndOrXor(each2)) {
      groups.at(-1)?.push(each2);
      return;
    }
    flatten(child(each2, 0));
    if (child(each2, 1).type === '^') groups.push([]);
    flatten(child(each2, 2));
  };
  flatten(node);
  const terms = groups.map((group) => {
    const operands = group.map((each2) => operandOf(conversion, each2));
    return operands.reduce((left, right) => joinOperands(left, 'BitAnd', right));
  });
  return terms.reduce((left, right) => joinOperands(left, 'BitXor', right)).expr;
}
function operandOf(conversion, node) {
  return { expr: expression(conversion, node, BITWISE_OR), start: node.start, end: node.end };
}
function joinOperands(left, op, right) {
  const span = { start: left.start, end: right.end };
  return { expr: { type: 'BinOp', left: left.expr, op, right: right.expr, ...span }, ...span };
}
function convertUnary(conversion, node) {
  const op = UNARY_OPERATORS[child(node, 0).type] ?? 'USub';
  const operand = expression(conversion, child(node, 1), BITWISE_OR);
  return { type: 'UnaryOp', op, operand, start: node.start, end: node.end };
}
function convertNot(conversion, node) {
  const operand = expression(conversion, child(node, 1), DISJUNCTION);
  return { type: 'UnaryOp', op: 'Not', operand, start: node.start, end: node.end };
}
function convertBoolean(conversion, node) {
  const word = child(node, 1).type;
  const operands = [];
  let rest2 = node;
  while (rest2.type === 'boolean_operator' && child(rest2, 1).type === word) {
    operands.push(child(rest2, 2));
    rest2 = child(rest2, 0);
  }
  operands.push(rest2);
  const values = operands.reverse().map((operand) => expression(conversion, operand, DISJUNCTION));
  return { type: 'BoolOp', op: word === 'and' ? 'And' : 'Or', values, start: node.start, end: node.end };
}
function convertComparison(conversion, node) {
  const left = expression(conversion, child(node, 0), BITWISE_OR);
  const ops = [];
  const comparators = [];
  for (const each2 of node.children.slice(1)) {
    const op = COMPARE_OPERATORS[each2.type];
    if (op === void 0) {
      comparators.push(expression(conversion, each2, BITWISE_OR));
      continue;
    }
    if (each2.type === '<>') fail(conversion, each2, '`<>` is Python 2; Python 3 writes `!=`', 'S002');
    ops.push(op);
  }
  return { type: 'Compare', left, ops, comparators, start: node.start, end: node.end };
}
function convertConditional(conversion, node) {
  const body2 = expression(conversion, child(node, 0), DISJUNCTION);
  const test = expression(conversion, child(node, 2), DISJUNCTION);
  const orelse = expression(conversion, child(node, 4), EXPRESSION);
  return { type: 'IfExp', body: body2, test, orelse, start: node.start, end: node.end };
}
function convertNamed(conversion, node) {
  const name = child(node, 0);
  const value = expression(conversion, child(node, 2));
  const target3 = {
    type: 'Name',
    id: identifierName(conversion, name),
    start: name.start,
    end: name.end,
  };
  return { type: 'NamedExpr', target: target3, value, start: node.start, end: node.end };
}
function convertLambda(conversion, node) {
  const parameters = child(node, 1);
  const hasParameters = parameters.type === 'lambda_parameters';
  const args = hasParameters ? convertParameters(conversion, parameters, 'lambda') : noParameters(node.start);
  const body2 = expression(conversion, child(node, -1));
  return { type: 'Lambda', args, body: body2, start: node.start, end: node.end };
}

// packages/core/src/syntax/adapter/string-escapes.ts
var SIMPLE = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '	',
  v: '\v',
};
var HEX_DIGITS = { x: 2, u: 4, U: 8 };
var ESCAPE = /\\(?:\r\n|[0-7]{1,3}|[\s\S])/g;
function decodeEscapes(inside3) {
  const source = inside3.includes('\r') ? inside3.replace(/\r\n?/g, '\n') : inside3;
  if (!source.includes('\\')) return { kind: 'text', text: source };
  let text = '';
  let last = 0;
  let isKnown = true;
  ESCAPE.lastIndex = 0;
  for (let match = ESCAPE.exec(source); match; match = ESCAPE.exec(source)) {
    text += source.slice(last, match.index);
    const piece = decodeEscape(source, match.index, match[0]);
    if (piece.message !== void 0) return { kind: 'invalid', message: piece.message };
    if (piece.text === null) isKnown = false;
    text += piece.text ?? '';
    last = match.index + piece.length;
    ESCAPE.lastIndex = last;
  }
  return isKnown ? { kind: 'text', text: text + source.slice(last) } : { kind: 'unknown' };
}
function decodeEscape(source, start2, matched) {
  const letter = matched.slice(1, 2);
  const simple = SIMPLE[letter];
  if (simple !== void 0) return { text: simple, length: 2 };
  if (/[0-7]/.test(letter)) {
    return { text: String.fromCharCode(Number.parseInt(matched.slice(1), 8)), length: matched.length };
  }
  const digits = HEX_DIGITS[letter];
  if (digits !== void 0) return decodeHexadecimal(source.slice(start2 + 2, start2 + 2 + digits), digits);
  if (letter === 'N') {
    const name = /^\\N\{([^}]+)\}/.exec(source.slice(start2, start2 + 120));
    if (name) return { text: null, length: name[0].length };
    return { text: '', length: 2, message: 'malformed `\\N` escape: it needs a name in braces' };
  }
  return { text: matched, length: matched.length };
}
function decodeHexadecimal(hexadecimal, digits) {
  if (hexadecimal.length < digits || !/^[0-9a-fA-F]+$/.test(hexadecimal)) {
    return { text: '', length: 2, message: `truncated escape: ${digits} hexadecimal digits are needed` };
  }
  const code = Number.parseInt(hexadecimal, 16);
  if (code > 1114111) return { text: '', length: 2, message: 'an escape names no Unicode character' };
  return { text: String.fromCodePoint(code), length: digits + 2 };
}
function invalidBytes(inside3, isRaw) {
  for (let index = 0; index < inside3.length; index++) {
    if (inside3.charCodeAt(index) > 127) return 'bytes can only contain ASCII characters';
  }
  if (!isRaw && /^(?:[^\\]|\\[^x]|\\x[0-9a-fA-F]{2})*$/s.test(inside3) === false)
    return 'truncated `\\x` escape';
  return null;
}

// packages/core/src/syntax/adapter/formatted-strings.ts
function formattedParts(conversion, node, isRaw) {
  return partsBetween(
    conversion,
    node.children,
    child(node, 0).end,
    insideEnd(conversion, node),
    isRaw,
    true,
  );
}
function insideEnd(conversion, node) {
  const opening = child(node, 0);
  const quotes = /['"]+$/.exec(conversion.text.slice(opening.start, opening.end));
  return node.end - (quotes ? quotes[0].length : 1);
}
function partsBetween(conversion, children, start2, end, isRaw, hasDoubledBraces) {
  const parts2 = [];
  let last = start2;
  const addText = (until) => {
    if (until === last) return;
    const part = textPart(conversion, last, until, isRaw, hasDoubledBraces);
    if (part.value !== '') parts2.push(part);
  };
  for (const each2 of children) {
    if (each2.type !== 'interpolation' && each2.type !== 'format_expression') continue;
    addText(each2.start);
    parts2.push(...fieldParts(conversion, each2, isRaw));
    last = each2.end;
  }
  addText(end);
  return parts2;
}
function textPart(conversion, start2, end, isRaw, hasDoubledBraces) {
  const source = conversion.text.slice(start2, end);
  const decoded = isRaw ? { kind: 'text', text: source } : decodeEscapes(source);
  if (decoded.kind === 'invalid') fail(conversion, { start: start2, end }, decoded.message);
  if (decoded.kind !== 'text') return { kind: 'text', start: start2, end, value: null };
  if (
    hasDoubledBraces &&
    source
      .replace(/\\N\{[^}]*\}/g, '')
      .replace(/\{\{|\}\}/g, '')
      .includes('}')
  ) {
    fail(conversion, { start: start2, end }, 'a single `}` is not allowed in a formatted string');
  }
  const value = hasDoubledBraces
    ? decoded.text.replace(/\{\{|\}\}/g, (braces) => braces.slice(1))
    : decoded.text;
  return { kind: 'text', start: start2, end, value };
}
function fieldParts(conversion, node, isRaw) {
  const inner2 = child(node, 1);
  const children = node.children;
  const specifier = childOfType(node, 'format_specifier');
  const conversionNode = childOfType(node, 'type_conversion');
  const equals = children.findIndex((each2, index) => index > 1 && each2.type === '=');
  const value = convertFieldValue(conversion, children.slice(1, equals > 0 ? equals : 2));
  const format_spec = specifier ? convertSpecifier(conversion, specifier, isRaw) : null;
  const letter = conversionNode ? conversion.text.slice(conversionNode.start + 1, conversionNode.end) : '';
  if (letter !== '' && !'sra'.includes(letter)) {
    fail(conversion, node, `invalid conversion \`!${letter}\`: it must be \`s\`, \`r\` or \`a\``);
  }
  if (inner2.type === 'lambda')
    fail(conversion, inner2, 'a `lambda` needs parentheses in a formatted string');
  const isDebug = equals > 0;
  const implied = isDebug && !specifier ? 'r' : '';
  const field = {
    type: 'FormattedValue',
    value,
    conversion: (letter || implied).length > 0 ? (letter || implied).charCodeAt(0) : -1,
    format_spec,
    start: node.start,
    end: node.end,
  };
  if (!isDebug) return [{ kind: 'field', field }];
  const end = (conversionNode ?? specifier ?? child(node, -1)).start;
  const text = conversion.text.slice(node.start + 1, end);
  return [
    // CPython leaves comments out of this text.
    { kind: 'text', start: node.start + 1, end, value: text.includes('#') ? null : text },
    { kind: 'field', field },
  ];
}
function convertFieldValue(conversion, nodes) {
  const [node] = nodes;
  if (!node) return { type: 'Tuple', elts: [], start: 0, end: 0 };
  if (node.type === 'yield') return convertYield(conversion, node);
  return expressionList(conversion, node);
}
function convertSpecifier(conversion, node, isRaw) {
  const parts2 = partsBetween(conversion, node.children, node.start + 1, node.end, isRaw, false);
  return { type: 'JoinedStr', values: mergeParts(conversion, parts2), start: node.start, end: node.end };
}
function mergeParts(conversion, parts2) {
  const values = [];
  let open3 = null;
  const close = () => {
    if (open3 && open3.value !== '') values.push(textConstant(conversion, open3));
    open3 = null;
  };
  for (const part of parts2) {
    if (part.kind === 'field') {
      close();
      values.push(part.field);
    } else if (open3 === null) {
      open3 = { start: part.start, end: part.end, value: part.value };
    } else {
      const value = open3.value === null || part.value === null ? null : open3.value + part.value;
      open3 = { start: open3.start, end: part.end, value };
    }
  }
  close();
  return values;
}
function textConstant(conversion, part) {
  const { start: start2, end, value } = part;
  const constant = {
    type: 'Constant',
    kind: 'str',
    text: conversion.text.slice(start2, end),
    start: start2,
    end,
  };
  return value === null ? constant : { ...constant, value };
}

// packages/core/src/syntax/adapter/string-prefix.ts
var PREFIXES = /* @__PURE__ */ new Set(['', 'r', 'u', 'b', 'f', 't', 'br', 'rb', 'fr', 'rf', 'tr', 'rt']);
function readStringPrefix(opening) {
  const letters = opening.replace(/['"]+$/, '').toLowerCase();
  if (!PREFIXES.has(letters)) return null;
  return {
    isRaw: letters.includes('r'),
    isBytes: letters.includes('b'),
    isFormatted: letters.includes('f'),
    isTemplate: letters.includes('t'),
  };
}

// packages/core/src/syntax/adapter/strings.ts
function convertString(conversion, node) {
  return fromPieces(conversion, node, [node]);
}
function convertConcatenation(conversion, node) {
  return fromPieces(conversion, node, node.children);
}
function fromPieces(conversion, whole, nodes) {
  const span = { start: whole.start, end: whole.end };
  const text = conversion.text.slice(whole.start, whole.end);
  const pieces = nodes.map((node) => ({ node, piece: readPiece(conversion, node) }));
  const byteCount = pieces.filter(({ piece }) => piece.kind === 'bytes').length;
  if (byteCount === pieces.length) return { type: 'Constant', kind: 'bytes', text, ...span };
  if (byteCount > 0) return failedExpression(conversion, whole, 'cannot mix bytes and other literals');
  if (!pieces.some(({ piece }) => piece.kind === 'formatted')) {
    const value = joined2(
      pieces.map(({ piece }) => (piece.kind === 'str' ? piece.decoded : { kind: 'unknown' })),
    );
    const constant = { type: 'Constant', kind: 'str', text, ...span };
    return value === null ? constant : { ...constant, value };
  }
  const parts2 = pieces.flatMap(({ node, piece }) => {
    if (piece.kind === 'formatted') return piece.parts;
    if (piece.kind !== 'str') return [];
    return [{ kind: 'text', start: node.start, end: node.end, value: joined2([piece.decoded]) }];
  });
  return { type: 'JoinedStr', values: mergeParts(conversion, parts2), ...span };
}
function readPiece(conversion, node) {
  const opening = child(node, 0);
  const prefix = readStringPrefix(conversion.text.slice(opening.start, opening.end));
  if (!prefix) {
    const isBackticks = conversion.text.charAt(opening.end - 1) === '`';
    const message = isBackticks
      ? 'backticks are Python 2; Python 3 writes `repr(\u2026)`'
      : 'Python 3 knows no such string prefix';
    fail(conversion, opening, message, 'S002');
    return { kind: 'invalid' };
  }
  if (prefix.isTemplate) fail(conversion, opening, 'template strings are not supported');
  if (prefix.isFormatted) return { kind: 'formatted', parts: formattedParts(conversion, node, prefix.isRaw) };
  const inside3 = conversion.text.slice(opening.end, insideEnd(conversion, node));
  if (prefix.isBytes) {
    const message = invalidBytes(inside3, prefix.isRaw);
    if (message !== null) fail(conversion, node, message);
    return { kind: 'bytes' };
  }
  const decoded = prefix.isRaw
    ? { kind: 'text', text: inside3.replace(/\r\n?/g, '\n') }
    : decodeEscapes(inside3);
  if (decoded.kind === 'invalid') fail(conversion, node, decoded.message);
  return { kind: 'str', decoded };
}
function joined2(pieces) {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind !== 'text') return null;
    text += piece.text;
  }
  return text;
}

// packages/core/src/syntax/adapter/expressions.ts
var PRIMARY = 0;
var BITWISE_OR = 1;
var DISJUNCTION = 2;
var EXPRESSION = 3;
var NAMED_EXPRESSION = 4;
var CONVERTERS = {
  identifier: [PRIMARY, convertName],
  attribute: [PRIMARY, convertAttribute],
  subscript: [PRIMARY, convertSubscript],
  call: [PRIMARY, convertCall],
  parenthesized_expression: [PRIMARY, convertParenthesized],
  string: [PRIMARY, convertString],
  concatenated_string: [PRIMARY, convertConcatenation],
  integer: [PRIMARY, convertNumber],
  float: [PRIMARY, convertNumber],
  true: [PRIMARY, convertWord],
  false: [PRIMARY, convertWord],
  none: [PRIMARY, convertWord],
  ellipsis: [PRIMARY, convertWord],
  list: [PRIMARY, convertList],
  tuple: [PRIMARY, convertTuple],
  set: [PRIMARY, convertSet],
  dictionary: [PRIMARY, convertDictionary],
  list_comprehension: [PRIMARY, convertComprehension],
  set_comprehension: [PRIMARY, convertComprehension],
  dictionary_comprehension: [PRIMARY, convertComprehension],
  generator_expression: [PRIMARY, convertComprehension],
  tuple_pattern: [PRIMARY, target],
  list_pattern: [PRIMARY, target],
  await: [BITWISE_OR, convertAwait],
  binary_operator: [BITWISE_OR, convertBinary],
  unary_operator: [BITWISE_OR, convertUnary],
  comparison_operator: [DISJUNCTION, convertComparison],
  not_operator: [DISJUNCTION, convertNot],
  boolean_operator: [DISJUNCTION, convertBoolean],
  conditional_expression: [EXPRESSION, convertConditional],
  lambda: [EXPRESSION, convertLambda],
  named_expression: [NAMED_EXPRESSION, convertNamed],
};
function expression(conversion, node, level = EXPRESSION) {
  if (node.type === 'conditional_expression' && child(node, 0).type === 'named_expression') {
    return expression(conversion, withNameOutside(node), level);
  }
  const entry = CONVERTERS[node.type];
  if (!entry) return notAnExpression(conversion, node);
  if (entry[0] > level) {
    return failedExpression(conversion, node, `\`${excerpt(conversion, node)}\` needs parentheses here`);
  }
  return entry[1](conversion, node);
}
function withNameOutside(node) {
  const named = child(node, 0);
  const value = child(named, 2);
  const conditional = { ...node, start: value.start, children: [value, ...node.children.slice(1)] };
  return { ...named, end: node.end, children: [...named.children.slice(0, 2), conditional] };
}
function starredExpression(conversion, node, level = EXPRESSION, starredLevel = BITWISE_OR) {
  const operand = starredOperand(node);
  if (!operand) return expression(conversion, node, level);
  const value = expression(conversion, operand, starredLevel);
  return { type: 'Starred', value, start: node.start, end: node.end };
}
function expressionList(conversion, node) {
  if (node.type === 'expression_list' || node.type === 'pattern_list') {
    return openTuple(conversion, node.children, node);
  }
  if (node.type === 'yield') return convertYield(conversion, node);
  return starredExpression(conversion, node);
}
function openTuple(conversion, children, span, level = EXPRESSION) {
  const elts = children
    .filter((each2) => each2.type !== ',')
    .map((each2) => starredExpression(conversion, each2, level));
  return { type: 'Tuple', elts, start: span.start, end: span.end };
}
function convertYield(conversion, node) {
  const span = { start: node.start, end: node.end };
  const last = child(node, -1);
  if (node.children.length === 1) return { type: 'Yield', value: null, ...span };
  if (child(node, 1).type === 'from') {
    return { type: 'YieldFrom', value: expression(conversion, last), ...span };
  }
  return { type: 'Yield', value: expressionList(conversion, last), ...span };
}
function convertName(conversion, node) {
  return { type: 'Name', id: identifierName(conversion, node), start: node.start, end: node.end };
}
function convertParenthesized(conversion, node) {
  const inner2 = child(node, 1);
  if (inner2.type === 'yield') return convertYield(conversion, inner2);
  return expression(conversion, inner2, NAMED_EXPRESSION);
}
function notAnExpression(conversion, node) {
  const text = excerpt(conversion, node);
  const isStarred = node.type === 'list_splat' || node.type === 'list_splat_pattern';
  return failedExpression(
    conversion,
    node,
    isStarred ? `\`${text}\` cannot stand here` : `\`${text}\` is not an expression`,
  );
}

// packages/core/src/syntax/adapter/annotations.ts
function annotation(conversion, node) {
  const type = node.type === 'type' ? child(node, 0) : node;
  const span = { start: type.start, end: type.end };
  switch (type.type) {
    case 'generic_type': {
      const name = child(type, 0);
      const value = {
        type: 'Name',
        id: identifierName(conversion, name),
        start: name.start,
        end: name.end,
      };
      const indices = child(type, 1).children.slice(1, -1);
      const slice = indexOf(indices, (index) => annotationIndex(conversion, index));
      return { type: 'Subscript', value, slice, ...span };
    }
    case 'union_type':
      return convertUnion(conversion, type);
    case 'member_type': {
      const value = annotation(conversion, child(type, 0));
      return { type: 'Attribute', value, attr: identifierName(conversion, child(type, 2)), ...span };
    }
    case 'splat_type':
      if (child(type, 0).type === '**') return failedExpression(conversion, type, '`**` cannot stand here');
      return { type: 'Starred', value: expression(conversion, child(type, 1)), ...span };
    case 'constrained_type':
      return failedExpression(conversion, type, 'an annotation has no bound');
    default:
      return starredExpression(conversion, type);
  }
}
function convertUnion(conversion, node) {
  const [first, ...others] = unionMembers(node).map((member) => ({
    expr: annotation(conversion, member),
    start: member.start,
    end: member.end,
  }));
  if (!first) return failedExpression(conversion, node, 'an empty union');
  return others.reduce((left, right) => joinOperands(left, 'BitOr', right), first).expr;
}
function unionMembers(node) {
  if (node.type === 'type') return unionMembers(child(node, 0));
  const isUnion = node.type === 'binary_operator' && child(node, 1).type === '|';
  if (!isUnion && node.type !== 'union_type') return [node];
  return [...unionMembers(child(node, 0)), ...unionMembers(child(node, 2))];
}
function annotationIndex(conversion, node) {
  const type = node.type === 'type' ? child(node, 0) : node;
  if (type.type === 'named_expression') return expression(conversion, type, NAMED_EXPRESSION);
  if (type.type !== 'constrained_type') return annotation(conversion, node);
  const lower = annotation(conversion, child(type, 0));
  const rest2 = child(type, 2);
  const inner2 = rest2.type === 'type' ? child(rest2, 0) : rest2;
  const span = { start: type.start, end: type.end };
  if (inner2.type === 'constrained_type') {
    const upper = annotation(conversion, child(inner2, 0));
    return { type: 'Slice', lower, upper, step: annotation(conversion, child(inner2, 2)), ...span };
  }
  return { type: 'Slice', lower, upper: annotation(conversion, rest2), step: null, ...span };
}

// packages/core/src/syntax/adapter/assignments.ts
function convertExpressionStatement(conversion, node) {
  const only = child(node, 0);
  const span = { start: node.start, end: node.end };
  if (only.type === 'assignment') return convertAssignment(conversion, only);
  if (only.type === 'augmented_assignment') return convertAugmented(conversion, only);
  if (only.type === 'yield') return { type: 'Expr', value: convertYield(conversion, only), ...span };
  const hasComma = node.children.length > 1;
  const value = hasComma ? openTuple(conversion, node.children, span) : starredExpression(conversion, only);
  return { type: 'Expr', value, ...span };
}
function convertAssignment(conversion, node) {
  const span = { start: node.start, end: node.end };
  if (child(node, 1).type === ':') return convertAnnotated(conversion, node);
  const targets2 = [];
  let rest2 = node;
  while (rest2.type === 'assignment' && child(rest2, 1).type === '=') {
    targets2.push(assignmentTarget(conversion, child(rest2, 0)));
    rest2 = child(rest2, 2);
  }
  if (rest2.type === 'assignment' || rest2.type === 'augmented_assignment') {
    fail(conversion, rest2, `\`${excerpt(conversion, rest2)}\` cannot be assigned`);
    return { type: 'Pass', ...span };
  }
  return { type: 'Assign', targets: targets2, value: expressionList(conversion, rest2), ...span };
}
function assignmentTarget(conversion, node) {
  const converted = target(conversion, node);
  if (converted.type === 'Starred') fail(conversion, node, 'a starred target needs a list or tuple');
  return converted;
}
function convertAnnotated(conversion, node) {
  const left = child(node, 0);
  const value = node.children.length > 3 ? child(node, 4) : null;
  const converted = singleTarget(conversion, left);
  if (value && (value.type === 'assignment' || value.type === 'augmented_assignment')) {
    fail(conversion, value, 'only one target can be annotated');
    return { type: 'Pass', start: node.start, end: node.end };
  }
  return {
    type: 'AnnAssign',
    target: converted,
    annotation: annotation(conversion, child(node, 2)),
    value: value ? expressionList(conversion, value) : null,
    simple: left.type === 'identifier' ? 1 : 0,
    start: node.start,
    end: node.end,
  };
}
function convertAugmented(conversion, node) {
  const right = child(node, 2);
  const op = BINARY_OPERATORS[child(node, 1).type.slice(0, -1)] ?? 'Add';
  const converted = singleTarget(conversion, child(node, 0));
  if (right.type === 'assignment' || right.type === 'augmented_assignment') {
    fail(conversion, right, `\`${excerpt(conversion, right)}\` cannot be assigned`);
    return { type: 'Pass', start: node.start, end: node.end };
  }
  const value = expressionList(conversion, right);
  return { type: 'AugAssign', target: converted, op, value, start: node.start, end: node.end };
}
function singleTarget(conversion, node) {
  const converted = target(conversion, node);
  if (converted.type !== 'Name' && converted.type !== 'Attribute' && converted.type !== 'Subscript') {
    fail(conversion, node, `\`${excerpt(conversion, node)}\` is no single target`);
  }
  return converted;
}

// packages/core/src/syntax/adapter/aliased.ts
function splitAlias(node) {
  if (node.type === 'as_pattern') return { value: child(node, 0), alias: child(child(node, 2), 0) };
  if (node.type !== 'conditional_expression' && node.type !== 'lambda') return { value: node, alias: null };
  const { value, alias } = splitAlias(child(node, -1));
  return { value: { ...node, end: value.end, children: [...node.children.slice(0, -1), value] }, alias };
}

// packages/core/src/syntax/adapter/compound-statements.ts
function convertIf(conversion, node) {
  const end = lastTokenEnd(node);
  const clauses = node.children.filter((each2) => each2.type === 'elif_clause');
  let orelse = convertElse(conversion, node);
  for (const clause of clauses.reverse()) orelse = [convertBranch(conversion, clause, orelse, end)];
  return convertBranch(conversion, node, orelse, end);
}
function convertBranch(conversion, node, orelse, end) {
  const test = expression(conversion, child(node, 1), NAMED_EXPRESSION);
  const body2 = block(conversion, childOfType(node, 'block'), node);
  return { type: 'If', test, body: body2, orelse, start: node.start, end };
}
function convertElse(conversion, node) {
  const clause = childOfType(node, 'else_clause');
  return clause ? block(conversion, childOfType(clause, 'block'), clause) : [];
}
function convertWhile(conversion, node) {
  const test = expression(conversion, child(node, 1), NAMED_EXPRESSION);
  const body2 = block(conversion, childOfType(node, 'block'), node);
  const orelse = convertElse(conversion, node);
  return { type: 'While', test, body: body2, orelse, start: node.start, end: lastTokenEnd(node) };
}
function convertFor(conversion, node) {
  const isAsync = child(node, 0).type === 'async';
  const offset = isAsync ? 1 : 0;
  const left = target(conversion, child(node, offset + 1));
  if (left.type === 'Starred') fail(conversion, left, 'a starred target needs a list or tuple');
  const source = child(node, offset + 3);
  if (source.type === 'yield') fail(conversion, source, '`yield` needs parentheses here');
  const iter = expressionList(conversion, source);
  const body2 = block(conversion, childOfType(node, 'block'), node);
  const orelse = convertElse(conversion, node);
  const end = lastTokenEnd(node);
  return {
    type: isAsync ? 'AsyncFor' : 'For',
    target: left,
    iter,
    body: body2,
    orelse,
    start: node.start,
    end,
  };
}
function convertWith(conversion, node) {
  const isAsync = child(node, 0).type === 'async';
  const clause = childOfType(node, 'with_clause') ?? node;
  const items = withItemNodes(clause).map((item) => convertItem(conversion, item));
  if (child(clause, 0).type !== '(' && child(clause, -1).type === ',') {
    fail(conversion, clause, 'trailing comma in `with`');
  }
  const body2 = block(conversion, childOfType(node, 'block'), node);
  const end = lastTokenEnd(node);
  return { type: isAsync ? 'AsyncWith' : 'With', items, body: body2, start: node.start, end };
}
var ONLY_IN_TUPLE = /* @__PURE__ */ new Set(['list_splat', 'named_expression', 'yield']);
function withItemNodes(clause) {
  const items = childrenBut(clause, '(', ')', ',').map((item) => child(item, 0));
  const [only] = items;
  if (child(clause, 0).type === '(') {
    const isTuple = items.some((item) => ONLY_IN_TUPLE.has(item.type));
    return isTuple ? [{ ...clause, type: 'tuple', children: items }] : items;
  }
  if (!only || items.length > 1) return items;
  if (only.type === 'parenthesized_expression' && child(only, 1).type === 'as_pattern')
    return [child(only, 1)];
  if (only.type !== 'tuple') return items;
  const elements3 = childrenBut(only, '(', ')', ',');
  const isOnlyTuple = elements3.some((each2) =>
    ['list_splat', 'named_expression', 'yield'].includes(each2.type),
  );
  return isOnlyTuple || elements3.length === 0 ? items : elements3;
}
function convertItem(conversion, node) {
  const span = { start: node.start, end: node.end };
  const { value, alias } = splitAlias(node);
  const context_expr = expression(conversion, value);
  const optional_vars = alias ? expressionTarget(conversion, alias, 'assign to') : null;
  return { type: 'withitem', context_expr, optional_vars, ...span };
}

// packages/core/src/syntax/adapter/type-parameters.ts
function convertTypeParameters(conversion, node) {
  if (!node) return [];
  const parameters = [];
  for (const each2 of childrenBut(node, '[', ']', ',')) {
    const parameter = convertTypeParameter(conversion, child(each2, 0));
    if (!parameter) continue;
    if (parameters.some((other) => other.name === parameter.name)) {
      fail(conversion, each2, `duplicate type parameter \`${parameter.name}\``);
    }
    parameters.push(parameter);
  }
  return parameters;
}
function convertTypeParameter(conversion, node) {
  const span = { start: node.start, end: node.end };
  if (node.type === 'identifier') {
    return {
      type: 'TypeVar',
      name: identifierName(conversion, node),
      bound: null,
      default_value: null,
      ...span,
    };
  }
  const name = node.type === 'constrained_type' ? child(child(node, 0), 0) : child(node, 1);
  if (name.type === 'identifier' && node.type === 'constrained_type') {
    const bound = annotation(conversion, child(node, 2));
    return { type: 'TypeVar', name: identifierName(conversion, name), bound, default_value: null, ...span };
  }
  const isSplat = ['splat_type', 'list_splat', 'list_splat_pattern'].includes(node.type);
  if (name.type === 'identifier' && isSplat) {
    const type = child(node, 0).type === '**' ? 'ParamSpec' : 'TypeVarTuple';
    return { type, name: identifierName(conversion, name), default_value: null, ...span };
  }
  fail(conversion, node, 'invalid type parameter');
  return null;
}

// packages/core/src/syntax/adapter/definitions.ts
function convertDecorated(conversion, node) {
  const decorators = node.children
    .filter((each2) => each2.type === 'decorator')
    .map((each2) => expression(conversion, child(each2, 1), NAMED_EXPRESSION));
  return define(conversion, child(node, -1), decorators);
}
function convertDefinition(conversion, node) {
  return define(conversion, node, []);
}
function define(conversion, node, decorator_list) {
  return node.type === 'class_definition'
    ? defineClass(conversion, node, decorator_list)
    : defineFunction(conversion, node, decorator_list);
}
function defineFunction(conversion, node, decorator_list) {
  const isAsync = child(node, 0).type === 'async';
  const name = childOfType(node, 'identifier') ?? node;
  const parameters = childOfType(node, 'parameters');
  const returns = childOfType(node, 'type');
  if (returns && child(returns, 0).type === 'list_splat')
    fail(conversion, returns, 'a return type cannot be starred');
  return {
    type: isAsync ? 'AsyncFunctionDef' : 'FunctionDef',
    decorator_list,
    name: identifierName(conversion, name),
    nameSpan: { start: name.start, end: name.end },
    type_params: convertTypeParameters(conversion, childOfType(node, 'type_parameter')),
    args: parameters ? convertParameters(conversion, parameters, 'def') : noParameters(node.start),
    returns: returns ? annotation(conversion, returns) : null,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}
function defineClass(conversion, node, decorator_list) {
  const name = childOfType(node, 'identifier') ?? node;
  const list2 = childOfType(node, 'argument_list');
  const { args, keywords } = list2 ? convertArguments(conversion, list2) : { args: [], keywords: [] };
  return {
    type: 'ClassDef',
    decorator_list,
    name: identifierName(conversion, name),
    nameSpan: { start: name.start, end: name.end },
    type_params: convertTypeParameters(conversion, childOfType(node, 'type_parameter')),
    bases: args,
    keywords,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}

// packages/core/src/syntax/adapter/imports.ts
function convertImport(conversion, node) {
  const names = convertAliases(conversion, node.children.slice(1));
  if (child(node, -1).type === ',') fail(conversion, child(node, -1), 'trailing comma in `import`');
  return { type: 'Import', names, start: node.start, end: node.end };
}
function convertImportFrom(conversion, node) {
  const from2 = child(node, 1);
  const isRelative = from2.type === 'relative_import';
  const dotted = isRelative ? childOfType(from2, 'dotted_name') : from2;
  const prefix = isRelative ? child(from2, 0) : null;
  const level = prefix ? conversion.text.slice(prefix.start, prefix.end).replace(/[^.]/g, '').length : 0;
  const names = importedNames(conversion, node);
  const module = dotted ? dottedName(conversion, dotted) : null;
  return { type: 'ImportFrom', module, names, level, start: node.start, end: node.end };
}
function convertFuture(conversion, node) {
  const names = importedNames(conversion, node);
  return { type: 'ImportFrom', module: '__future__', names, level: 0, start: node.start, end: node.end };
}
function importedNames(conversion, node) {
  const rest2 = node.children.slice(3);
  const [first] = rest2;
  if (first?.type === 'wildcard_import') {
    return [{ type: 'alias', name: '*', asname: null, start: first.start, end: first.end }];
  }
  const hasParentheses = first?.type === '(';
  if (!hasParentheses && rest2.at(-1)?.type === ',') {
    fail(conversion, child(node, -1), 'a trailing comma needs parentheses');
  }
  const aliases = convertAliases(conversion, hasParentheses ? rest2.slice(1, -1) : rest2);
  for (const alias of aliases) {
    if (alias.name.includes('.')) fail(conversion, alias, `\`${alias.name}\` cannot be imported by \`from\``);
  }
  return aliases;
}
function convertAliases(conversion, nodes) {
  return nodes
    .filter((each2) => each2.type !== ',')
    .map((each2) => {
      const span = { start: each2.start, end: each2.end };
      if (each2.type !== 'aliased_import') {
        return { type: 'alias', name: dottedName(conversion, each2), asname: null, ...span };
      }
      const name = dottedName(conversion, child(each2, 0));
      return { type: 'alias', name, asname: identifierName(conversion, child(each2, 2)), ...span };
    });
}
function dottedName(conversion, node) {
  return node.children
    .filter((each2) => each2.type === 'identifier')
    .map((each2) => identifierName(conversion, each2))
    .join('.');
}

// packages/core/src/syntax/adapter/patterns.ts
function pattern(conversion, node, place = 'alone') {
  const first = child(node, 0);
  if (first.type === 'as_pattern') return convertAs(conversion, first);
  if (first.type === 'splat_pattern') return convertStar(conversion, first, place);
  return simplePattern(conversion, node.children);
}
function convertAs(conversion, node) {
  const inner2 = pattern(conversion, child(node, 0));
  const alias = child(node, 2);
  const name = identifierName(conversion, alias);
  if (name === '_') fail(conversion, alias, 'cannot use `_` as a target');
  if (
    inner2.type === 'MatchAs' &&
    inner2.pattern !== null &&
    child(child(node, 0), 0).type === 'as_pattern'
  ) {
    fail(conversion, node, '`as` cannot follow `as`');
  }
  return { type: 'MatchAs', pattern: inner2, name, start: node.start, end: node.end };
}
function convertStar(conversion, node, place) {
  if (place === 'alone' || child(node, 0).type === '**') {
    fail(conversion, node, `\`${excerpt(conversion, node)}\` cannot stand here`);
  }
  return {
    type: 'MatchStar',
    name: captureName(conversion, child(node, 1)),
    start: node.start,
    end: node.end,
  };
}
function simplePattern(conversion, nodes) {
  const [node] = nodes;
  const start2 = node?.start ?? 0;
  const end = nodes.at(-1)?.end ?? 0;
  if (!node) return { type: 'MatchAs', pattern: null, name: null, start: start2, end };
  const span = { start: start2, end };
  switch (node.type) {
    case 'true':
    case 'false':
    case 'none': {
      const value = { true: 'True', false: 'False', none: 'None' }[node.type];
      return { type: 'MatchSingleton', value, ...span };
    }
    case '_':
      return { type: 'MatchAs', pattern: null, name: null, ...span };
    case 'dotted_name':
      if (node.children.length > 1)
        return { type: 'MatchValue', value: dottedExpression(conversion, node), ...span };
      return { type: 'MatchAs', pattern: null, name: captureName(conversion, child(node, 0)), ...span };
    case 'union_pattern':
      return { type: 'MatchOr', patterns: alternatives(conversion, node), ...span };
    case 'list_pattern':
    case 'tuple_pattern':
      return convertSequence(conversion, node);
    case 'dict_pattern':
      return convertMapping(conversion, node);
    case 'class_pattern':
      return convertClassPattern(conversion, node);
    case 'keyword_pattern':
      fail(conversion, node, 'a keyword pattern can stand only in a class pattern');
      return { type: 'MatchAs', pattern: null, name: null, ...span };
    default:
      return { type: 'MatchValue', value: literal(conversion, nodes), ...span };
  }
}
function captureName(conversion, node) {
  const name = identifierName(conversion, node);
  return name === '_' ? null : name;
}
function alternatives(conversion, node) {
  const groups = [[]];
  for (const each2 of node.children) {
    if (each2.type === '|') groups.push([]);
    else groups.at(-1)?.push(each2);
  }
  return groups.map((group) => simplePattern(conversion, group));
}
function convertSequence(conversion, node) {
  const inner2 = node.children.slice(1, -1);
  const [only] = inner2;
  if (
    only &&
    inner2.length === 1 &&
    node.type === 'tuple_pattern' &&
    child(only, 0).type !== 'splat_pattern'
  ) {
    return pattern(conversion, only);
  }
  const patterns = inner2
    .filter((each2) => each2.type !== ',')
    .map((each2) => pattern(conversion, each2, 'element'));
  if (patterns.filter((each2) => each2.type === 'MatchStar').length > 1) {
    fail(conversion, node, 'a sequence pattern has at most one starred name');
  }
  return { type: 'MatchSequence', patterns, start: node.start, end: node.end };
}
function convertMapping(conversion, node) {
  const keys = [];
  const patterns = [];
  let rest2 = null;
  let key2 = [];
  let isComplete = false;
  for (const each2 of node.children.slice(1, -1)) {
    if (isComplete && each2.type !== ',')
      fail(conversion, each2, '`**rest` must come last in a mapping pattern');
    if (each2.type === 'splat_pattern') {
      if (child(each2, 0).type !== '**') fail(conversion, each2, '`*` cannot stand in a mapping pattern');
      rest2 = captureName(conversion, child(each2, 1));
      if (rest2 === null) fail(conversion, each2, '`**_` is not allowed');
      isComplete = true;
    } else if (each2.type === ':') {
      keys.push(mappingKey(conversion, key2));
      key2 = [];
    } else if (each2.type === 'case_pattern') {
      patterns.push(pattern(conversion, each2));
    } else if (each2.type !== ',') {
      key2.push(each2);
    }
  }
  return { type: 'MatchMapping', keys, patterns, rest: rest2, start: node.start, end: node.end };
}
function mappingKey(conversion, nodes) {
  const [node] = nodes;
  if (node && ['true', 'false', 'none'].includes(node.type)) return expression(conversion, node);
  if (node?.type === 'dotted_name' && node.children.length > 1) return dottedExpression(conversion, node);
  return literal(conversion, nodes);
}
function convertClassPattern(conversion, node) {
  const patterns = [];
  const kwd_attrs = [];
  const kwd_patterns = [];
  for (const each2 of childrenBut(node, '(', ')', ',').slice(1)) {
    const inner2 = child(each2, 0);
    if (inner2.type === 'keyword_pattern') {
      const attribute = identifierName(conversion, child(inner2, 0));
      if (kwd_attrs.includes(attribute)) fail(conversion, inner2, `attribute \`${attribute}\` is repeated`);
      kwd_attrs.push(attribute);
      kwd_patterns.push(simplePattern(conversion, inner2.children.slice(2)));
    } else {
      if (kwd_attrs.length > 0) fail(conversion, each2, 'positional patterns follow keyword patterns');
      patterns.push(pattern(conversion, each2));
    }
  }
  const cls = dottedExpression(conversion, child(node, 0));
  return { type: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, start: node.start, end: node.end };
}
function dottedExpression(conversion, node) {
  const [first, ...rest2] = childrenBut(node, '.');
  const start2 = node.start;
  let value = {
    type: 'Name',
    id: identifierName(conversion, first ?? node),
    start: start2,
    end: first?.end ?? node.end,
  };
  for (const name of rest2) {
    value = {
      type: 'Attribute',
      value,
      attr: identifierName(conversion, name),
      start: start2,
      end: name.end,
    };
  }
  return value;
}
function literal(conversion, nodes) {
  const [node] = nodes;
  const end = nodes.at(-1)?.end ?? 0;
  if (!node) return { type: 'Tuple', elts: [], start: 0, end };
  if (node.type === 'complex_pattern') return complexNumber(conversion, node);
  if (node.type === '-') {
    const operand = literal(conversion, nodes.slice(1));
    return { type: 'UnaryOp', op: 'USub', operand, start: node.start, end };
  }
  const value = expression(conversion, node);
  if (value.type !== 'Constant') fail(conversion, node, 'a pattern may hold only literals and dotted names');
  return value;
}
function complexNumber(conversion, node) {
  const sign = child(node, -2);
  const real = literal(conversion, node.children.slice(0, -2));
  const right = expression(conversion, child(node, -1));
  const isReal = real.type === 'UnaryOp' ? real.operand : real;
  if (
    right.type !== 'Constant' ||
    right.kind !== 'complex' ||
    (isReal.type === 'Constant' && isReal.kind === 'complex')
  ) {
    fail(conversion, node, 'a complex literal is a real and an imaginary number');
  }
  const op = sign.type === '-' ? 'Sub' : 'Add';
  return { type: 'BinOp', left: real, op, right, start: node.start, end: node.end };
}

// packages/core/src/syntax/adapter/match-statement.ts
function convertMatch(conversion, node) {
  const subject = convertSubject(conversion, node.children.slice(1, -2));
  const clauses = child(node, -1).children;
  if (clauses.length === 0) fail(conversion, node, 'expected a `case` block', 'S003');
  const cases = clauses.map((clause) => convertCase(conversion, clause));
  return { type: 'Match', subject, cases, start: node.start, end: lastTokenEnd(node) };
}
function convertSubject(conversion, nodes) {
  const [first] = nodes;
  if (first && nodes.length === 1) return expression(conversion, first, NAMED_EXPRESSION);
  const span = { start: first?.start ?? 0, end: nodes.at(-1)?.end ?? 0 };
  return openTuple(conversion, nodes, span, NAMED_EXPRESSION);
}
function convertCase(conversion, node) {
  const guard = childOfType(node, 'if_clause');
  return {
    type: 'match_case',
    pattern: convertCasePattern(conversion, node),
    guard: guard ? expression(conversion, child(guard, 1), NAMED_EXPRESSION) : null,
    body: block(conversion, childOfType(node, 'block'), node),
    start: node.start,
    end: lastTokenEnd(node),
  };
}
function convertCasePattern(conversion, node) {
  const parts2 = node.children.filter((each2) => each2.type === 'case_pattern' || each2.type === ',');
  const [first] = parts2;
  if (first && parts2.length === 1) return pattern(conversion, first);
  const patterns = parts2
    .filter((each2) => each2.type === 'case_pattern')
    .map((each2) => pattern(conversion, each2, 'element'));
  return { type: 'MatchSequence', patterns, start: first?.start ?? 0, end: parts2.at(-1)?.end ?? 0 };
}

// packages/core/src/syntax/adapter/simple-statements.ts
function convertPrint(conversion, node) {
  const chevron = child(node, 1);
  if (chevron.type !== 'chevron') {
    fail(conversion, node, '`print` without parentheses is Python 2', 'S002');
    return null;
  }
  const word = child(node, 0);
  const left = { type: 'Name', id: 'print', start: word.start, end: word.end };
  const right = expression(conversion, child(chevron, 1));
  const first = { type: 'BinOp', left, op: 'RShift', right, start: word.start, end: chevron.end };
  const span = { start: node.start, end: node.end };
  if (node.children.length === 2) return { type: 'Expr', value: first, ...span };
  const rest2 = node.children.slice(2).filter((each2) => each2.type !== ',');
  const elts = [first, ...rest2.map((each2) => starredExpression(conversion, each2))];
  return { type: 'Expr', value: { type: 'Tuple', elts, ...span }, ...span };
}
function convertReturn(conversion, node) {
  const value = node.children.length > 1 ? expressionList(conversion, child(node, 1)) : null;
  return { type: 'Return', value, start: node.start, end: node.end };
}
function convertDelete(conversion, node) {
  const operand = child(node, 1);
  const nodes = operand.type === 'expression_list' ? childrenBut(operand, ',') : [operand];
  const targets2 = nodes.map((each2) => expressionTarget(conversion, each2, 'delete'));
  return { type: 'Delete', targets: targets2, start: node.start, end: node.end };
}
function convertRaise(conversion, node) {
  const operand = node.children.length > 1 ? child(node, 1) : null;
  const span = { start: node.start, end: node.end };
  if (operand?.type === 'expression_list') {
    fail(conversion, operand, '`raise` with a comma is Python 2', 'S002');
    return { type: 'Pass', ...span };
  }
  if (operand?.type === 'from') {
    fail(conversion, node, '`raise from` needs an exception before `from`');
    return { type: 'Pass', ...span };
  }
  const exc = operand ? expression(conversion, operand) : null;
  const cause = node.children.length > 3 ? expression(conversion, child(node, 3)) : null;
  return { type: 'Raise', exc, cause, ...span };
}
function convertAssert(conversion, node) {
  const [test, msg, ...more] = childrenBut(node, ',').slice(1);
  if (!test || more.length > 0) fail(conversion, node, '`assert` takes a condition and at most one message');
  return {
    type: 'Assert',
    test: expression(conversion, test ?? node),
    msg: msg ? expression(conversion, msg) : null,
    start: node.start,
    end: node.end,
  };
}
function convertWordStatement(_, node) {
  const span = { start: node.start, end: node.end };
  if (node.type === 'break_statement') return { type: 'Break', ...span };
  if (node.type === 'continue_statement') return { type: 'Continue', ...span };
  return { type: 'Pass', ...span };
}
function convertScopeDeclaration(conversion, node) {
  const names = childrenBut(node, ',')
    .slice(1)
    .map((name) => identifierName(conversion, name));
  const type = node.type === 'global_statement' ? 'Global' : 'Nonlocal';
  return { type, names, start: node.start, end: node.end };
}

// packages/core/src/syntax/adapter/try-statement.ts
function convertTry(conversion, node) {
  const clauses = node.children.filter((each2) => each2.type === 'except_clause');
  const isStar = clauses.some((clause) => childOfType(clause, '*') !== void 0);
  const body2 = block(conversion, childOfType(node, 'block'), node);
  const handlers = clauses.map((clause) => convertHandler(conversion, clause, isStar));
  const orelse = convertElse(conversion, node);
  const last = childOfType(node, 'finally_clause');
  const finalbody = last ? block(conversion, childOfType(last, 'block'), last) : [];
  checkClauses(conversion, node, handlers, orelse.length > 0, last !== void 0);
  const end = lastTokenEnd(node);
  return {
    type: isStar ? 'TryStar' : 'Try',
    body: body2,
    handlers,
    orelse,
    finalbody,
    start: node.start,
    end,
  };
}
function checkClauses(conversion, node, handlers, hasElse, hasFinally) {
  if (handlers.length === 0 && !hasFinally) fail(conversion, node, '`try` needs `except` or `finally`');
  if (handlers.length === 0 && hasElse) fail(conversion, node, '`else` after `try` needs `except`');
  const bare = handlers.findIndex((handler2) => handler2.exception === null);
  const handler = handlers[bare];
  if (handler && bare < handlers.length - 1)
    fail(conversion, handler, '`except:` without a type must come last');
}
function convertHandler(conversion, node, isStar) {
  const hasStar = childOfType(node, '*') !== void 0;
  if (isStar && !hasStar) fail(conversion, node, '`except` and `except*` cannot be mixed');
  const inner2 = childrenBut(node, 'except', '*', ':', 'block');
  const { exception, name } = convertCaught(conversion, inner2);
  if (hasStar && !exception) fail(conversion, node, '`except*` needs a type');
  const body2 = block(conversion, childOfType(node, 'block'), node);
  return { type: 'ExceptHandler', exception, name, body: body2, start: node.start, end: lastTokenEnd(node) };
}
function convertCaught(conversion, inner2) {
  const [first] = inner2;
  if (!first) return { exception: null, name: null };
  if (inner2.length === 1) {
    const { value, alias } = splitAlias(first);
    return { exception: expression(conversion, value), name: alias ? aliasName(conversion, alias) : null };
  }
  if (inner2[1]?.type === 'as') {
    const alias = inner2[2];
    const name = alias ? aliasName(conversion, alias) : null;
    return { exception: expression(conversion, first), name };
  }
  return { exception: convertSeveral(conversion, inner2), name: null };
}
function convertSeveral(conversion, inner2) {
  const span = { start: inner2.at(0)?.start ?? 0, end: inner2.at(-1)?.end ?? 0 };
  const types = inner2.filter((each2) => each2.type !== ',');
  const second = types[1];
  const isName =
    second?.type === 'identifier' && /^[a-z_]/.test(conversion.text.slice(second.start, second.end));
  if (types.length === 2 && isName) {
    return failedExpression(
      conversion,
      span,
      '`except Type, name` is Python 2; Python 3 writes `as`',
      'S002',
    );
  }
  return { type: 'Tuple', elts: types.map((each2) => expression(conversion, each2)), ...span };
}
function aliasName(conversion, node) {
  if (node.type !== 'identifier') fail(conversion, node, 'an exception must be bound to a name');
  return identifierName(conversion, node);
}

// packages/core/src/syntax/adapter/type-alias.ts
function convertTypeAlias(conversion, node) {
  const left = child(child(node, 1), 0);
  const span = { start: node.start, end: node.end };
  const target3 = asCallOfType(child(node, 0), left);
  const right = child(child(node, 3), 0);
  if (target3) {
    const targets2 = [expression(conversion, target3)];
    return { type: 'Assign', targets: targets2, value: expressionList(conversion, right), ...span };
  }
  const isGeneric = left.type === 'generic_type';
  const name = expression(conversion, isGeneric ? child(left, 0) : left);
  if (name.type !== 'Name') fail(conversion, left, 'the name of a type alias must be an identifier');
  const type_params = convertTypeParameters(conversion, isGeneric ? child(left, 1) : void 0);
  return { type: 'TypeAlias', name, type_params, value: annotation(conversion, child(node, 3)), ...span };
}
function asCallOfType(word, node) {
  if (node.type === 'attribute' || node.type === 'subscript' || node.type === 'call') {
    const base = asCallOfType(word, child(node, 0));
    return base && { ...node, start: word.start, children: [base, ...node.children.slice(1)] };
  }
  const type = { ...word, type: 'identifier' };
  if (node.type === 'parenthesized_expression' || node.type === 'tuple') {
    return { ...node, type: 'call', start: word.start, children: [type, { ...node, type: 'argument_list' }] };
  }
  if (node.type === 'list') {
    return { ...node, type: 'subscript', start: word.start, children: [type, ...node.children] };
  }
  return null;
}

// packages/core/src/syntax/adapter/statements.ts
var CONVERTERS2 = {
  expression_statement: convertExpressionStatement,
  print_statement: convertPrint,
  exec_statement: convertExec,
  import_statement: convertImport,
  import_from_statement: convertImportFrom,
  future_import_statement: convertFuture,
  assert_statement: convertAssert,
  return_statement: convertReturn,
  delete_statement: convertDelete,
  raise_statement: convertRaise,
  pass_statement: convertWordStatement,
  break_statement: convertWordStatement,
  continue_statement: convertWordStatement,
  global_statement: convertScopeDeclaration,
  nonlocal_statement: convertScopeDeclaration,
  type_alias_statement: convertTypeAlias,
  if_statement: convertIf,
  for_statement: convertFor,
  while_statement: convertWhile,
  with_statement: convertWith,
  try_statement: convertTry,
  match_statement: convertMatch,
  function_definition: convertDefinition,
  class_definition: convertDefinition,
  decorated_definition: convertDecorated,
};
function statement(conversion, node) {
  const convert = CONVERTERS2[node.type];
  if (convert) return convert(conversion, node);
  fail(conversion, node, `invalid syntax at \`${excerpt(conversion, node)}\``);
  return null;
}
function block(conversion, node, owner) {
  const body2 = [];
  for (const each2 of node?.children ?? []) {
    if (each2.type === ';') continue;
    const converted = statement(conversion, each2);
    if (converted) body2.push(converted);
  }
  if (body2.length === 0)
    fail(conversion, { start: owner.start, end: owner.start + 1 }, 'expected an indented block', 'S003');
  return body2;
}
function convertExec(conversion, node) {
  fail(conversion, node, '`exec` without parentheses is Python 2', 'S002');
  return null;
}

// packages/core/src/syntax/checks/layout.ts
var CLAUSES = /* @__PURE__ */ new Set(['elif_clause', 'else_clause', 'except_clause', 'finally_clause']);
var OUTERMOST = { wide: 0, narrow: 0 };
function checkLayout(conversion, statement3) {
  const indentation = indentationAt(conversion.text, statement3.start);
  if (indentation && !areEqual(indentation, OUTERMOST)) {
    fail(conversion, statement3, 'unexpected indentation', 'S003');
    return;
  }
  checkStatement(conversion, statement3, OUTERMOST);
}
function checkStatement(conversion, node, outer) {
  for (const each2 of node.children) {
    if (each2.type === 'block') checkBlock(conversion, each2, outer);
    else if (CLAUSES.has(each2.type)) {
      checkAligned(conversion, each2, outer);
      checkStatement(conversion, each2, outer);
    } else if (node.type === 'decorated_definition') {
      checkAligned(conversion, each2, outer);
      checkStatement(conversion, each2, outer);
    }
  }
}
function checkAligned(conversion, node, outer) {
  const indentation = indentationAt(conversion.text, node.start);
  if (indentation && !areEqual(indentation, outer)) {
    fail(conversion, node, 'unindent does not match any outer level', 'S003');
  }
}
function checkBlock(conversion, block3, outer) {
  let inner2 = null;
  for (const each2 of block3.children) {
    const indentation = each2.type === ';' ? null : indentationAt(conversion.text, each2.start);
    if (indentation && !inner2) {
      if (indentation.wide <= outer.wide || indentation.narrow <= outer.narrow) {
        fail(conversion, each2, 'expected an indented block', 'S003');
      }
      inner2 = indentation;
    } else if (indentation && inner2 && !areEqual(indentation, inner2)) {
      fail(conversion, each2, 'unindent does not match any outer level', 'S003');
    }
    if (each2.children.length > 0) checkStatement(conversion, each2, inner2 ?? outer);
  }
}
function areEqual(one2, other) {
  return one2.wide === other.wide && one2.narrow === other.narrow;
}
function indentationAt(text, offset) {
  let start2 = offset;
  while (start2 > 0 && ' 	\f'.includes(text.charAt(start2 - 1))) start2--;
  const before = text.charAt(start2 - 1);
  if (before !== '' && before !== '\n' && before !== '\r') return null;
  if (/\\\r?\n?$/.test(text.slice(Math.max(0, start2 - 3), start2))) return null;
  let wide = 0;
  let narrow = 0;
  for (const space of text.slice(start2, offset)) {
    if (space === '\f') wide = narrow = 0;
    else {
      wide = space === '	' ? (Math.floor(wide / 8) + 1) * 8 : wide + 1;
      narrow++;
    }
  }
  return { wide, narrow };
}

// packages/core/src/syntax/checks/line-breaks.ts
var OPENING = /* @__PURE__ */ new Set(['(', '[', '{']);
var CLOSING = /* @__PURE__ */ new Set([')', ']', '}']);
function checkLineBreaks(conversion, statement3) {
  let depth = 0;
  let last = null;
  const visit2 = (node) => {
    if (node.type === 'block' || node.type === 'decorator') {
      for (const each2 of node.children) {
        if (each2.type !== ';' && node.type === 'block') last = null;
        visit2(each2);
      }
      last = null;
      return;
    }
    if (node.children.length > 0 && node.type !== 'string') {
      node.children.forEach(visit2);
      return;
    }
    if (node.end === node.start) return;
    if (depth === 0 && last !== null && hasLineEnd(conversion.text, last, node.start)) {
      fail(conversion, { start: last, end: node.start }, 'the line ends in the middle of a statement');
    }
    if (OPENING.has(node.type)) depth++;
    if (CLOSING.has(node.type)) depth--;
    last = node.end;
  };
  visit2(statement3);
}
function hasLineEnd(text, start2, end) {
  if (start2 === end || (end - start2 === 1 && text.charAt(start2) === ' ')) return false;
  return /[\r\n]/.test(text.slice(start2, end).replace(/\\(?:\r\n|\r|\n)/g, ''));
}

// packages/core/src/syntax/walk.ts
var childrenOf = /* @__PURE__ */ new WeakMap();
var NO_NODES = [];
function childNodes(node) {
  if (node.type === 'Name' || node.type === 'Constant') return NO_NODES;
  const known = childrenOf.get(node);
  if (known !== void 0) return known;
  const children = [];
  Object.values(node).forEach(addNode, children);
  if (!isSorted(children)) children.sort((one2, other) => one2.start - other.start);
  childrenOf.set(node, children);
  return children;
}
function addNode(value) {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) value.forEach(addNode, this);
  else if (isNode(value)) this.push(value);
}
function isSorted(nodes) {
  let last = -1;
  return nodes.every(({ start: start2 }) => {
    const follows = start2 >= last;
    last = start2;
    return follows;
  });
}
function walk(node, visit2) {
  if (visit2(node) === false) return;
  childNodes(node).forEach((child2) => {
    walk(child2, visit2);
  });
}
function bindingsOfTarget(target3) {
  switch (target3.type) {
    case 'Name':
      return [target3.id];
    case 'Starred':
      return bindingsOfTarget(target3.value);
    case 'Tuple':
    case 'List':
      return target3.elts.flatMap(bindingsOfTarget);
    default:
      return [];
  }
}
function bindingsOfPattern(pattern2) {
  const names = [];
  walk(pattern2, (node) => {
    if (node.type === 'MatchMapping' && node.rest !== null) names.push(node.rest);
    if ((node.type === 'MatchAs' || node.type === 'MatchStar') && node.name !== null) names.push(node.name);
  });
  return names;
}
function isNode(value) {
  return 'type' in value;
}

// packages/core/src/syntax/scopes/block.ts
function openBlock(kind, node, parent, mangling) {
  const isAnnotation = kind === 'type-parameters' || kind === 'type-alias' || kind === 'type-variable';
  const block3 = {
    kind,
    node,
    parent,
    children: [],
    names: /* @__PURE__ */ new Map(),
    mangling,
    seesClass: isAnnotation && parent !== null && (parent.kind === 'class' || parent.seesClass),
    nonlocals: /* @__PURE__ */ new Map(),
    iterables: 0,
    isIterating: false,
  };
  parent?.children.push(block3);
  return block3;
}
function flagsOf(block3, name) {
  const mangled = mangle(block3.mangling, name);
  let flags = block3.names.get(mangled);
  if (!flags) {
    flags = {
      isParameter: false,
      isLocal: false,
      isImported: false,
      isReferenced: false,
      isAnnotated: false,
      isGlobal: false,
      isNonlocal: false,
      isUpdated: false,
      isIterated: false,
    };
    block3.names.set(mangled, flags);
  }
  return flags;
}
function mangle(className, name) {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const owner = className.replace(/^_+/, '');
  return owner === '' ? name : `_${owner}${name}`;
}

// packages/core/src/syntax/scopes/gather-definitions.ts
function gatherFunction(gathering, node) {
  const { args } = node;
  bind(gathering, node.name);
  visitDefaults(gathering, args);
  visitAll(gathering, node.decorator_list);
  withTypeParameters(gathering, node, gathering.current.mangling, () => {
    if (!gathering.hasFutureAnnotations) {
      visitAll(gathering, [...parametersOf(args).map((each2) => each2.annotation), node.returns]);
    }
    within(gathering, 'function', node, gathering.current.mangling, () => {
      bindParameters(gathering, args);
      visitAll(gathering, node.body);
    });
  });
}
function gatherLambda(gathering, node) {
  visitDefaults(gathering, node.args);
  within(gathering, 'lambda', node, gathering.current.mangling, () => {
    bindParameters(gathering, node.args);
    visitAll(gathering, [node.body]);
  });
}
function gatherClass(gathering, node) {
  bind(gathering, node.name);
  visitAll(gathering, node.decorator_list);
  const mangling = node.type_params.length > 0 ? node.name : gathering.current.mangling;
  withTypeParameters(gathering, node, mangling, () => {
    visitAll(gathering, [...node.bases, ...node.keywords]);
    within(gathering, 'class', node, node.name, () => visitAll(gathering, node.body));
  });
}
function gatherTypeAlias(gathering, node) {
  if (node.name.type === 'Name') bind(gathering, node.name.id);
  withTypeParameters(gathering, node, gathering.current.mangling, () => {
    within(gathering, 'type-alias', node, gathering.current.mangling, () =>
      visitAll(gathering, [node.value]),
    );
  });
}
function withTypeParameters(gathering, node, mangling, visitInside) {
  if (node.type_params.length === 0) {
    visitInside();
    return;
  }
  within(gathering, 'type-parameters', node, mangling, () => {
    for (const parameter of node.type_params) gatherTypeParameter(gathering, parameter);
    visitInside();
  });
}
function gatherTypeParameter(gathering, node) {
  bind(gathering, node.name);
  const bounds = node.type === 'TypeVar' ? [node.bound, node.default_value] : [node.default_value];
  for (const bound of bounds) {
    if (!bound) continue;
    within(gathering, 'type-variable', node, gathering.current.mangling, () => visitAll(gathering, [bound]));
  }
}
function visitDefaults(gathering, args) {
  visitAll(gathering, [...args.defaults, ...args.kw_defaults]);
}
function parametersOf(args) {
  const { posonlyargs, vararg, kwonlyargs, kwarg } = args;
  return [
    ...posonlyargs,
    ...args.args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
}
function bindParameters(gathering, args) {
  for (const parameter of parametersOf(args)) flagsOf(gathering.current, parameter.arg).isParameter = true;
}

// packages/core/src/syntax/scopes/gather-names.ts
function gatherNames(body2) {
  const module = openBlock('module', null, null, null);
  const hasFutureAnnotations = body2.some(isFutureAnnotations);
  const gathering = { module, current: module, hasFutureAnnotations, problems: [] };
  for (const each2 of body2) visit(gathering, each2);
  return gathering;
}
function isFutureAnnotations(node) {
  return (
    node.type === 'ImportFrom' &&
    node.module === '__future__' &&
    node.names.some((alias) => alias.name === 'annotations')
  );
}
function within(gathering, kind, node, mangling, visitInside) {
  const outer = gathering.current;
  gathering.current = openBlock(kind, node, outer, mangling);
  visitInside();
  gathering.current = outer;
}
function visitAll(gathering, nodes) {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node) visit(gathering, node);
  }
}
function bind(gathering, name) {
  const flags = flagsOf(gathering.current, name);
  flags.isLocal = true;
  if (gathering.current.isIterating) flags.isIterated = true;
}
function visit(gathering, node) {
  switch (node.type) {
    case 'Name':
      read(gathering, node.id);
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      gatherFunction(gathering, node);
      break;
    case 'ClassDef':
      gatherClass(gathering, node);
      break;
    case 'Lambda':
      gatherLambda(gathering, node);
      break;
    case 'TypeAlias':
      gatherTypeAlias(gathering, node);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      visitComprehension(gathering, node, [node.elt], node.generators);
      break;
    case 'DictComp':
      visitComprehension(gathering, node, [node.key, node.value], node.generators);
      break;
    case 'NamedExpr':
      visitNamed(gathering, node);
      break;
    case 'Global':
    case 'Nonlocal':
      declare(gathering, node);
      break;
    case 'Import':
    case 'ImportFrom':
      visitImport(gathering, node);
      break;
    default:
      visitBinding(gathering, node);
  }
}
function visitBinding(gathering, node) {
  switch (node.type) {
    case 'Assign':
      visitTargets(gathering, node.targets);
      visit(gathering, node.value);
      break;
    case 'AugAssign':
      visitTarget(gathering, node.target);
      if (node.target.type === 'Name') flagsOf(gathering.current, node.target.id).isUpdated = true;
      visit(gathering, node.value);
      break;
    case 'AnnAssign':
      visitAnnotated(gathering, node);
      break;
    case 'Delete':
      visitDelete(gathering, node.targets);
      break;
    case 'For':
    case 'AsyncFor':
      visitTarget(gathering, node.target);
      visit(gathering, node.iter);
      visitAll(gathering, [...node.body, ...node.orelse]);
      break;
    case 'withitem':
      visit(gathering, node.context_expr);
      if (node.optional_vars) visitTarget(gathering, node.optional_vars);
      break;
    case 'ExceptHandler':
      if (node.name !== null) bind(gathering, node.name);
      visitAll(gathering, childNodes(node));
      break;
    case 'MatchAs':
    case 'MatchStar':
      if (node.name !== null) bind(gathering, node.name);
      visitAll(gathering, childNodes(node));
      break;
    case 'MatchMapping':
      if (node.rest !== null) bind(gathering, node.rest);
      visitAll(gathering, childNodes(node));
      break;
    case 'Try':
    case 'TryStar':
      visitAll(gathering, [...node.body, ...node.orelse, ...node.handlers, ...node.finalbody]);
      break;
    case 'IfExp':
      visitAll(gathering, [node.test, node.body, node.orelse]);
      break;
    case 'Dict':
      visitAll(gathering, [...node.keys, ...node.values]);
      break;
    case 'Call':
      visit(gathering, node.func);
      visitAll(gathering, node.args);
      visitAll(gathering, node.keywords);
      break;
    default:
      visitAll(gathering, childNodes(node));
  }
}
function read(gathering, name) {
  const block3 = gathering.current;
  flagsOf(block3, name).isReferenced = true;
  const isFunction =
    block3.kind === 'function' || block3.kind === 'lambda' || block3.kind === 'comprehension';
  if (name === 'super' && isFunction) flagsOf(block3, '__class__').isReferenced = true;
}
function visitTargets(gathering, targets2) {
  targets2.forEach((target3) => {
    visitTarget(gathering, target3);
  });
}
function visitTarget(gathering, target3) {
  switch (target3.type) {
    case 'Name':
      bind(gathering, target3.id);
      break;
    case 'Starred':
      visitTarget(gathering, target3.value);
      break;
    case 'Tuple':
    case 'List':
      visitTargets(gathering, target3.elts);
      break;
    default:
      visit(gathering, target3);
  }
}
function visitDelete(gathering, targets2) {
  for (const target3 of targets2) {
    visitTarget(gathering, target3);
    for (const name of bindingsOfTarget(target3)) flagsOf(gathering.current, name).isUpdated = true;
  }
}
function visitAnnotated(gathering, node) {
  const { target: target3 } = node;
  if (target3.type === 'Name') {
    const flags = flagsOf(gathering.current, target3.id);
    if ((flags.isGlobal || flags.isNonlocal) && gathering.current.kind !== 'module' && node.simple === 1) {
      const word = flags.isGlobal ? 'global' : 'nonlocal';
      problem(gathering, target3, `annotated name \`${target3.id}\` cannot be ${word}`);
    }
    if (node.simple === 1) flags.isAnnotated = true;
    if (node.simple === 1 || node.value) flags.isLocal = true;
  } else {
    visit(gathering, target3);
  }
  if (!gathering.hasFutureAnnotations) visit(gathering, node.annotation);
  if (node.value) visit(gathering, node.value);
}
function visitImport(gathering, node) {
  for (const alias of node.names) {
    if (alias.name === '*') {
      if (gathering.current.kind !== 'module')
        problem(gathering, node, '`import *` is allowed only at module level');
      continue;
    }
    const bound = alias.asname ?? (node.type === 'Import' ? alias.name.split('.', 1)[0] : alias.name);
    flagsOf(gathering.current, bound ?? alias.name).isImported = true;
  }
}
function declare(gathering, node) {
  const word = node.type === 'Global' ? 'global' : 'nonlocal';
  const block3 = gathering.current;
  for (const name of node.names) {
    const flags = flagsOf(block3, name);
    if (flags.isParameter) problem(gathering, node, `\`${name}\` is a parameter and ${word}`);
    else if (flags.isReferenced)
      problem(gathering, node, `\`${name}\` is used before its ${word} declaration`);
    else if (flags.isAnnotated) problem(gathering, node, `annotated name \`${name}\` cannot be ${word}`);
    else if (flags.isLocal)
      problem(gathering, node, `\`${name}\` is assigned before its ${word} declaration`);
    if (node.type === 'Nonlocal') {
      flags.isNonlocal = true;
      block3.nonlocals.set(mangle(block3.mangling, name), node);
    } else {
      flags.isGlobal = true;
      flagsOfGlobal(gathering, block3, name);
    }
  }
}
function flagsOfGlobal(gathering, block3, name) {
  flagsOf(gathering.module, mangle(block3.mangling, name)).isGlobal = true;
}
function visitComprehension(gathering, node, elements3, generators) {
  const [first, ...others] = generators;
  if (!first) return;
  visitIterable(gathering, first.iter);
  within(gathering, 'comprehension', node, gathering.current.mangling, () => {
    visitIterationTarget(gathering, first.target);
    visitAll(gathering, first.ifs);
    for (const other of others) {
      visitIterationTarget(gathering, other.target);
      visitIterable(gathering, other.iter);
      visitAll(gathering, other.ifs);
    }
    visitAll(gathering, elements3);
  });
}
function visitIterationTarget(gathering, target3) {
  gathering.current.isIterating = true;
  visitTarget(gathering, target3);
  gathering.current.isIterating = false;
}
function visitIterable(gathering, iter) {
  const block3 = gathering.current;
  block3.iterables++;
  visit(gathering, iter);
  block3.iterables--;
}
function visitNamed(gathering, node) {
  const { current } = gathering;
  const name = node.target.id;
  if (current.iterables > 0) {
    problem(gathering, node, 'an assignment expression cannot stand in the iterable of a comprehension');
  }
  if (current.kind === 'comprehension') extendScope(gathering, node, name);
  visit(gathering, node.value);
  bind(gathering, name);
}
function extendScope(gathering, node, name) {
  const { current } = gathering;
  for (let block3 = current; block3; block3 = block3.parent) {
    if (block3.kind === 'comprehension') {
      if (block3.names.get(mangle(block3.mangling, name))?.isIterated) {
        problem(gathering, node, `\`:=\` cannot rebind the iteration variable \`${name}\``);
        return;
      }
      continue;
    }
    if (block3.kind === 'function' || block3.kind === 'lambda') {
      const flags = flagsOf(block3, name);
      if (flags.isGlobal) flagsOf(current, name).isGlobal = true;
      else {
        flagsOf(current, name).isNonlocal = true;
        current.nonlocals.set(mangle(current.mangling, name), node);
      }
      flags.isLocal = true;
      return;
    }
    if (block3.kind === 'module') {
      flagsOf(current, name).isGlobal = true;
      flagsOf(block3, name).isGlobal = true;
      return;
    }
    problem(gathering, node, '`:=` in a comprehension cannot stand in the body of a class');
    return;
  }
}
function problem(gathering, node, message) {
  gathering.problems.push({ code: 'S001', start: node.start, end: node.end, message });
}

// packages/core/src/syntax/scopes/resolve-names.ts
function resolveNames(module, problems) {
  const resolving = { byNode: /* @__PURE__ */ new Map(), problems };
  const surroundings = { bound: null, globals: /* @__PURE__ */ new Set(), classBlock: null };
  const { scope } = resolveBlock(resolving, module, surroundings);
  return { module: scope, byNode: resolving.byNode };
}
function resolveBlock(resolving, block3, outer) {
  const bound = outer.bound ? new Set(outer.bound) : null;
  const globals = new Set(outer.globals);
  const residences = /* @__PURE__ */ new Map();
  const locals = /* @__PURE__ */ new Set();
  const free = /* @__PURE__ */ new Set();
  const innerBound = new Set(block3.kind === 'class' ? outer.bound : void 0);
  const innerGlobals = new Set(block3.kind === 'class' ? outer.globals : void 0);
  const classBlock = block3.seesClass ? outer.classBlock : null;
  for (const [name, flags] of block3.names) {
    const residence = residenceOf(resolving, block3, name, flags, { bound, globals, classBlock });
    residences.set(name, residence);
    if (residence === 'local') locals.add(name);
    if (residence === 'local') globals.delete(name);
    if (residence === 'free') free.add(name);
    if (residence === 'global-explicit') {
      globals.add(name);
      bound?.delete(name);
    }
  }
  const isFunctionLike = block3.kind !== 'class' && block3.kind !== 'module';
  if (block3.kind === 'class') {
    innerBound.add('__class__');
  } else {
    if (isFunctionLike) for (const name of locals) innerBound.add(name);
    for (const name of bound ?? []) innerBound.add(name);
    for (const name of globals) innerGlobals.add(name);
  }
  const children = [];
  const innerFree = /* @__PURE__ */ new Set();
  const inner2 = {
    bound: innerBound,
    globals: innerGlobals,
    classBlock: block3.kind === 'class' ? block3 : classBlock,
  };
  for (const child2 of block3.children) {
    const resolved = resolveBlock(resolving, child2, inner2);
    children.push(resolved.scope);
    for (const name of resolved.free) innerFree.add(name);
  }
  if (isFunctionLike) {
    for (const name of locals) if (innerFree.delete(name)) residences.set(name, 'cell');
  } else if (block3.kind === 'class') {
    innerFree.delete('__class__');
  }
  const passed = [...innerFree].filter(
    (name) => !residences.has(name) && (bound === null || bound.has(name)),
  );
  for (const name of innerFree) free.add(name);
  const scope = makeScope(block3, residences, passed, children);
  if (block3.node && block3.kind !== 'type-parameters') resolving.byNode.set(block3.node, scope);
  return { scope, free };
}
function residenceOf(resolving, block3, name, flags, outer) {
  const place = block3.nonlocals.get(name);
  const report3 = (message) => {
    if (place) resolving.problems.push({ code: 'S001', start: place.start, end: place.end, message });
  };
  if (flags.isGlobal) {
    if (flags.isNonlocal) report3(`\`${name}\` is nonlocal and global`);
    return 'global-explicit';
  }
  if (flags.isNonlocal) {
    if (!outer.bound) report3('`nonlocal` is not allowed at module level');
    else if (!outer.bound.has(name)) report3(`no binding for nonlocal \`${name}\` found`);
    return 'free';
  }
  if (isBound(flags)) return 'local';
  if (outer.classBlock) {
    const seen = outer.classBlock.names.get(name);
    if (seen?.isGlobal) return 'global-explicit';
    if (seen && isBound(seen) && !seen.isNonlocal) return 'global-implicit';
  }
  return outer.bound?.has(name) ? 'free' : 'global-implicit';
}
function isBound(flags) {
  return flags.isLocal || flags.isParameter || flags.isImported;
}
function makeScope(block3, residences, passed, children) {
  const symbols = /* @__PURE__ */ new Map();
  for (const [name, flags] of block3.names) {
    symbols.set(name, toSymbol(name, residences.get(name) ?? 'global-implicit', flags));
  }
  for (const name of passed) symbols.set(name, toSymbol(name, 'free', null));
  const having = (test) => new Set([...symbols.values()].filter(test).map((symbol) => symbol.name));
  return {
    kind: block3.kind,
    node: block3.node,
    symbols,
    children,
    locals: having((symbol) => symbol.residence === 'local' || symbol.residence === 'cell'),
    cellvars: having((symbol) => symbol.residence === 'cell'),
    frees: having((symbol) => symbol.residence === 'free'),
    globals: having((symbol) => symbol.residence.startsWith('global')),
    boundGlobals: having(
      (symbol) => symbol.residence === 'global-explicit' && (symbol.isAssigned || symbol.isImported),
    ),
  };
}
function toSymbol(name, residence, flags) {
  return {
    name,
    residence,
    isParameter: flags?.isParameter ?? false,
    isReferenced: flags?.isReferenced ?? false,
    isAssigned: flags?.isLocal ?? false,
    isImported: flags?.isImported ?? false,
    isAnnotated: flags?.isAnnotated ?? false,
    isDeclaredGlobal: flags?.isGlobal ?? false,
    isDeclaredNonlocal: flags?.isNonlocal ?? false,
    isUpdated: flags?.isUpdated ?? false,
  };
}

// packages/core/src/syntax/scopes/check-scopes.ts
function checkScopes(body2) {
  const { module, problems } = gatherNames(body2);
  if (hasNonlocal(module)) resolveNames(module, problems);
  return problems;
}
function hasNonlocal({ nonlocals, children }) {
  return nonlocals.size > 0 || children.some(hasNonlocal);
}

// packages/core/src/syntax/checks/control-flow.ts
var TOP = { scope: 'module', inLoop: false, inGroupHandler: false, isAsyncGenerator: false };
function checkControlFlow(statement3) {
  const problems = [];
  check(problems, statement3, TOP);
  return problems;
}
function check(problems, node, place) {
  const message = whyNotHere(node, place);
  if (message !== null) problems.push({ code: 'S001', start: node.start, end: node.end, message });
  checkInside(problems, node, place);
}
function whyNotHere(node, place) {
  switch (node.type) {
    case 'Return':
      return whyNoReturn(node.value, place);
    case 'Break':
    case 'Continue':
      return whyNoJump(node.type === 'Break' ? 'break' : 'continue', place);
    case 'Yield':
    case 'YieldFrom':
      return whyNoYield(node.type, place);
    case 'Await':
      return whyNoAwait('await', place);
    case 'AsyncFor':
      return place.scope === 'module' ? null : whyNoAwait('async for', place);
    case 'AsyncWith':
      return place.scope === 'module' ? null : whyNoAwait('async with', place);
    case 'NamedExpr':
      return place.scope === 'type' ? '`:=` cannot stand in a type' : null;
    default:
      return null;
  }
}
function whyNoReturn(value, place) {
  if (place.scope !== 'function' && place.scope !== 'async-function') return '`return` outside a function';
  if (place.inGroupHandler) return '`return` cannot stand in an `except*` block';
  return value && place.isAsyncGenerator ? '`return` with a value in an asynchronous generator' : null;
}
function whyNoJump(word, place) {
  if (place.inLoop) return null;
  return place.inGroupHandler
    ? `\`${word}\` cannot stand in an \`except*\` block`
    : `\`${word}\` outside a loop`;
}
function whyNoYield(type, place) {
  if (place.scope === 'comprehension') return '`yield` inside a comprehension';
  if (place.scope !== 'function' && place.scope !== 'async-function') return '`yield` outside a function';
  return type === 'YieldFrom' && place.scope === 'async-function'
    ? '`yield from` inside an async function'
    : null;
}
function whyNoAwait(word, place) {
  const isAllowed = ['module', 'async-function', 'comprehension'].includes(place.scope);
  return isAllowed ? null : `\`${word}\` outside an async function`;
}
function checkInside(problems, node, place) {
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      checkEach(problems, node.decorator_list, place);
      checkEach(problems, outsideOf(node.args), place);
      checkEach(problems, [node.returns], place);
      checkEach(problems, node.type_params, { ...TOP, scope: 'type' });
      checkEach(problems, node.body, placeInFunction(node.type === 'AsyncFunctionDef', node.body));
      break;
    case 'Lambda':
      checkEach(problems, outsideOf(node.args), place);
      checkEach(problems, [node.body], { ...TOP, scope: 'function' });
      break;
    case 'ClassDef':
      checkEach(problems, [...node.decorator_list, ...node.bases, ...node.keywords], place);
      checkEach(problems, node.type_params, { ...TOP, scope: 'type' });
      checkEach(problems, node.body, { ...TOP, scope: 'class' });
      break;
    case 'TypeAlias':
      checkEach(problems, [...node.type_params, node.value], { ...TOP, scope: 'type' });
      break;
    case 'For':
    case 'AsyncFor':
      checkEach(problems, [node.target, node.iter], place);
      checkEach(problems, node.body, { ...place, inLoop: true });
      checkEach(problems, node.orelse, place);
      break;
    case 'While':
      checkEach(problems, [node.test], place);
      checkEach(problems, node.body, { ...place, inLoop: true });
      checkEach(problems, node.orelse, place);
      break;
    case 'TryStar':
      checkEach(problems, node.body, place);
      checkEach(problems, node.handlers, { ...place, inLoop: false, inGroupHandler: true });
      checkEach(problems, [...node.orelse, ...node.finalbody], place);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(problems, node, place);
      break;
    default:
      checkEach(problems, childNodes(node), place);
  }
}
function checkEach(problems, nodes, place) {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node) check(problems, node, place);
  }
}
function checkComprehension(problems, node, place) {
  const [first] = node.generators;
  const inner2 = { ...place, scope: 'comprehension' };
  const inside3 = childNodes(node).flatMap((child2) =>
    child2 === first ? childNodes(child2).filter((part) => part !== first.iter) : [child2],
  );
  if (first) check(problems, first.iter, place);
  checkEach(problems, inside3, inner2);
  const isAsync = node.generators.some((generator) => generator.is_async === 1) || inside3.some(hasAwait);
  const mayBeAsync = ['module', 'async-function', 'comprehension'].includes(place.scope);
  if (isAsync && node.type !== 'GeneratorExp' && !mayBeAsync) {
    const message = 'asynchronous comprehension outside an async function';
    problems.push({ code: 'S001', start: node.start, end: node.end, message });
  }
}
function hasAwait(node) {
  if (node.type === 'Await') return true;
  if (node.type === 'Lambda' || node.type === 'GeneratorExp') return false;
  return childNodes(node).some(hasAwait);
}
function outsideOf(args) {
  return childNodes(args);
}
function placeInFunction(isAsync, body2) {
  const scope = isAsync ? 'async-function' : 'function';
  return { ...TOP, scope, isAsyncGenerator: isAsync && body2.some(hasYield) };
}
function hasYield(node) {
  if (node.type === 'Yield') return true;
  if (['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda'].includes(node.type)) return false;
  return childNodes(node).some(hasYield);
}

// packages/core/src/syntax/checks/futures.ts
var FEATURES = /* @__PURE__ */ new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);
function checkFutures(body2) {
  const problems = [];
  let isStart = true;
  body2.forEach((statement3, index) => {
    const isFuture2 =
      statement3.type === 'ImportFrom' && statement3.module === '__future__' && statement3.level === 0;
    const isDocstring =
      index === 0 &&
      statement3.type === 'Expr' &&
      statement3.value.type === 'Constant' &&
      statement3.value.kind === 'str';
    if (!isFuture2 && !isDocstring) isStart = false;
    walk(statement3, (node) => {
      if (node.type !== 'ImportFrom' || node.module !== '__future__' || node.level !== 0) return;
      const span = { code: 'S001', start: node.start, end: node.end };
      if (!isStart) problems.push({ ...span, message: '`from __future__` must stand first in its cell' });
      for (const { name } of node.names) {
        if (!FEATURES.has(name))
          problems.push({ ...span, message: `future feature \`${name}\` is not defined` });
      }
    });
  });
  return problems;
}

// packages/core/src/syntax/checks/match-patterns.ts
function checkMatchPatterns(statement3) {
  const problems = [];
  walk(statement3, (node) => {
    if (node.type === 'Match') checkMatch(problems, node);
  });
  return problems;
}
function checkMatch(problems, match) {
  match.cases.forEach((each2, index) => {
    const isLast = index === match.cases.length - 1;
    if (!isLast && !each2.guard && isIrrefutable(each2.pattern)) {
      report(problems, each2.pattern, 'this pattern makes the ones after it unreachable');
    }
    checkBindings(problems, each2.pattern);
    walk(each2.pattern, (node) => {
      if (node.type === 'MatchOr') checkAlternatives(problems, node.patterns);
      if (
        node.type === 'MatchSequence' &&
        node.patterns.filter((item) => item.type === 'MatchStar').length > 1
      ) {
        report(problems, node, 'a sequence pattern has at most one starred name');
      }
    });
  });
}
function isIrrefutable(pattern2) {
  if (pattern2.type === 'MatchOr') return pattern2.patterns.some(isIrrefutable);
  return pattern2.type === 'MatchAs' && (pattern2.pattern === null || isIrrefutable(pattern2.pattern));
}
function checkBindings(problems, pattern2) {
  const seen = /* @__PURE__ */ new Set();
  for (const name of uniqueBindings(pattern2)) {
    if (seen.has(name)) report(problems, pattern2, `\`${name}\` is bound twice in a pattern`);
    seen.add(name);
  }
}
function uniqueBindings(pattern2) {
  if (pattern2.type === 'MatchOr') return [...new Set(pattern2.patterns.flatMap(uniqueBindings))];
  if (pattern2.type === 'MatchAs') {
    const inner2 = pattern2.pattern ? uniqueBindings(pattern2.pattern) : [];
    return pattern2.name === null ? inner2 : [...inner2, pattern2.name];
  }
  if (pattern2.type === 'MatchStar') return pattern2.name === null ? [] : [pattern2.name];
  if (pattern2.type === 'MatchSequence') return pattern2.patterns.flatMap(uniqueBindings);
  if (pattern2.type === 'MatchClass')
    return [...pattern2.patterns, ...pattern2.kwd_patterns].flatMap(uniqueBindings);
  if (pattern2.type === 'MatchMapping') {
    return [...pattern2.patterns.flatMap(uniqueBindings), ...(pattern2.rest === null ? [] : [pattern2.rest])];
  }
  return [];
}
function checkAlternatives(problems, alternatives3) {
  const names = alternatives3.map((each2) => [...new Set(bindingsOfPattern(each2))].sort().join(' '));
  alternatives3.forEach((each2, index) => {
    if (names[index] !== names[0]) report(problems, each2, 'alternative patterns bind different names');
    if (index < alternatives3.length - 1 && isIrrefutable(each2)) {
      report(problems, each2, 'this pattern makes the ones after it unreachable');
    }
  });
}
function report(problems, place, message) {
  problems.push({ code: 'S001', start: place.start, end: place.end, message });
}

// packages/core/src/syntax/checks/unpacking.ts
function checkUnpacking(statement3) {
  const problems = [];
  check2(problems, statement3, false);
  return problems;
}
function check2(problems, node, mayBeStarred) {
  if (node.type === 'Starred' && !mayBeStarred)
    report2(problems, node, 'a starred expression cannot stand here');
  targetsOf(node).forEach((target3) => {
    checkTarget(problems, target3);
  });
  if (boundNames(node).includes('__debug__')) report2(problems, node, 'cannot assign to `__debug__`');
  const mayHoldStarred = UNPACKING.has(node.type) || node.type === 'arg';
  const children = childNodes(node);
  for (let at = 0; at < children.length; at++) {
    const child2 = children[at];
    if (child2) check2(problems, child2, mayHoldStarred);
  }
}
function report2(problems, { start: start2, end }, message) {
  problems.push({ code: 'S001', start: start2, end, message });
}
var UNPACKING = /* @__PURE__ */ new Set(['List', 'Tuple', 'Set', 'Call', 'ClassDef']);
var NONE = [];
function targetsOf(node) {
  switch (node.type) {
    case 'Assign':
      return node.targets;
    case 'For':
    case 'AsyncFor':
    case 'comprehension':
      return [node.target];
    case 'withitem':
      return node.optional_vars ? [node.optional_vars] : NONE;
    default:
      return NONE;
  }
}
function checkTarget(problems, target3) {
  if (target3.type !== 'Tuple' && target3.type !== 'List') return;
  const starred = target3.elts.filter((element2) => element2.type === 'Starred');
  const [, second] = starred;
  if (second) report2(problems, second, 'a target has at most one starred name');
  for (const element2 of target3.elts)
    checkTarget(problems, element2.type === 'Starred' ? element2.value : element2);
}
function boundNames(node) {
  switch (node.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
    case 'ClassDef':
      return [node.name];
    case 'Assign':
    case 'Delete':
      return node.targets.map((target3) => (target3.type === 'Name' ? target3.id : null));
    case 'AugAssign':
    case 'AnnAssign':
    case 'NamedExpr':
      return node.target.type === 'Name' ? [node.target.id] : [];
    case 'arg':
    case 'keyword':
      return [node.arg];
    case 'alias':
      return [node.asname ?? node.name];
    case 'ExceptHandler':
    case 'MatchAs':
    case 'MatchStar':
      return [node.name];
    default:
      return NONE;
  }
}

// packages/core/src/syntax/checks/semantics.ts
function checkSemantics(body2, text) {
  const found = /* @__PURE__ */ new Map();
  const hasMatch = /\bmatch\b/.test(text);
  const futures = text.includes('__future__') ? checkFutures(body2) : [];
  for (const statement3 of body2) {
    const [problem2] = [
      ...checkUnpacking(statement3),
      ...checkControlFlow(statement3),
      ...(hasMatch ? checkMatchPatterns(statement3) : []),
    ];
    if (problem2) found.set(statement3, problem2);
  }
  for (const problem2 of [...futures, ...checkScopes(body2)]) {
    const statement3 = body2.find((each2) => isInside(problem2, each2));
    if (statement3 && !found.has(statement3)) found.set(statement3, problem2);
  }
  return found;
}
function isInside(problem2, statement3) {
  const isDefinition =
    statement3.type === 'FunctionDef' ||
    statement3.type === 'AsyncFunctionDef' ||
    statement3.type === 'ClassDef';
  const start2 = isDefinition ? (statement3.decorator_list[0]?.start ?? statement3.start) : statement3.start;
  return problem2.start >= start2 && problem2.start <= statement3.end;
}

// packages/core/src/syntax/checks/tokens.ts
var STRAY = /(?![ \t\n\r\f])[\p{Cc}\p{Z}\u200b\u2060\ufeff]/gu;
function checkTokens(text, concrete) {
  const { root: root2, comments } = concrete;
  const stretch = text.slice(root2.start, root2.end);
  if (stretch.search(STRAY) < 0) return [];
  const leaves = [...comments];
  collectLeaves(root2, leaves);
  return [...stretch.matchAll(STRAY)].flatMap((match) => {
    const start2 = root2.start + match.index;
    if (start2 === 0 && match[0] === '\uFEFF') return [];
    if (leaves.some((leaf) => leaf.start <= start2 && start2 < leaf.end)) return [];
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return [{ code: 'S001', start: start2, end: start2 + 1, message: `invisible character U+${code}` }];
  });
}
function collectLeaves(node, leaves) {
  if (node.children.length === 0 || node.type === 'string') leaves.push({ start: node.start, end: node.end });
  else for (const each2 of node.children) collectLeaves(each2, leaves);
}

// packages/core/src/syntax/outer-span.ts
function outerSpan(text, span, comments) {
  let { start: start2, end } = span;
  for (let index = countBefore(comments, start2) - 1; index >= 0; index--) {
    const comment = comments[index];
    if (!comment || !/^\r?\n?$/.test(text.slice(comment.end, start2))) break;
    const before = text.charAt(comment.start - 1);
    if (before !== '' && before !== '\n' && before !== '\r') break;
    start2 = comment.start;
  }
  const behind = comments[countBefore(comments, end)];
  if (behind && /^[ \t\f;]*$/.test(text.slice(end, behind.start))) end = behind.end;
  return { start: start2, end };
}
function countBefore(comments, offset) {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

// packages/core/src/syntax/recovery/annotation-subscripts.ts
var SUBSCRIPT = /(?:->|:)[ \t]*[A-Za-z_][\w.]*\[/g;
var GOES_ON = /^[ \t]*(?:\[|(?:or|and|if|is|not|in)\b|[-+*/%&^<>](?!=)|[=!]=)/;
function withoutAnnotationSubscripts(text, stretch) {
  const source = text.slice(stretch.start, stretch.end);
  const characters = [...Array(source.length).keys()].map((index) => source.charAt(index));
  let isChanged = false;
  for (const match of source.matchAll(SUBSCRIPT)) {
    const open3 = match.index + match[0].length - 1;
    const close = closingBracket(source, open3);
    if (close === null || !GOES_ON.test(source.slice(close + 1))) continue;
    characters[open3] = '(';
    characters[close] = ')';
    isChanged = true;
  }
  return isChanged ? characters.join('') : null;
}
function closingBracket(source, open3) {
  let depth = 0;
  for (let index = open3; index < source.length; index++) {
    const character = source.charAt(index);
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth === 0) return source[index] === ']' ? index : null;
  }
  return null;
}

// packages/core/src/syntax/recovery/logical-lines.ts
var TOKEN = /(?:[rRbBuUfFtT]{0,2})('''|"""|'|")|#[^\n\r]*|\\(?:\r\n|[\s\S])|\r\n|[\n\r]|[([{]|[)\]}]/g;
var CLOSES = { ')': '(', ']': '[', '}': '{' };
function scanLines(text, stretch) {
  const lines = [];
  const open3 = [];
  let unterminated = null;
  let unmatched = null;
  let line = { start: stretch.start, depth: 0, isContinued: false };
  const endLine = (end, isContinued) => {
    lines.push({ ...line, end });
    line = { start: end, depth: open3.length, isContinued };
  };
  TOKEN.lastIndex = stretch.start;
  for (let match = TOKEN.exec(text); match && match.index < stretch.end; match = TOKEN.exec(text)) {
    const token = match[0];
    const quotes = match[1];
    if (quotes !== void 0) {
      const end = stringEnd(text, TOKEN.lastIndex, quotes, stretch.end);
      if (!end.isClosed) unterminated ??= match.index;
      for (let at = lineEnd(text, match.index, end.offset); at !== null; at = lineEnd(text, at, end.offset))
        endLine(at, true);
      TOKEN.lastIndex = end.offset;
    } else if ('([{'.includes(token)) open3.push({ bracket: token, offset: match.index });
    else if (CLOSES[token] !== void 0) {
      const last = open3.pop();
      if (last?.bracket !== CLOSES[token]) unmatched ??= { bracket: token, offset: match.index };
    } else if (token.startsWith('\\')) {
      if (/[\r\n]/.test(token)) endLine(TOKEN.lastIndex, true);
    } else if (/^[\r\n]/.test(token)) endLine(TOKEN.lastIndex, false);
  }
  if (line.start < stretch.end) endLine(stretch.end, false);
  return { lines, unclosed: open3, unterminated, unmatched };
}
function stringEnd(text, start2, quotes, limit) {
  const isTriple = quotes.length === 3;
  for (let index = start2; index < limit; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (!isTriple && (character === '\n' || character === '\r'))
      return { offset: index, isClosed: false };
    else if (text.startsWith(quotes, index)) return { offset: index + quotes.length, isClosed: true };
  }
  return { offset: limit, isClosed: false };
}
function lineEnd(text, start2, end) {
  for (let index = start2; index < end; index++) {
    if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) return index + 1;
  }
  return null;
}

// packages/core/src/syntax/recovery/describe-error.ts
var PYTHON_2 = [
  [/^[ \t]*print[ \t]+[^\s=(.,)]/m, '`print` without parentheses is Python 2'],
  [/^[ \t]*exec[ \t]+["'\w]/m, '`exec` without parentheses is Python 2'],
  [/^[ \t]*raise[ \t]+\w+[ \t]*,/m, '`raise` with a comma is Python 2'],
  [/^[^'"#\n]*`[^`\n]*`/m, 'backticks are Python 2; Python 3 writes `repr(\u2026)`'],
];
function describeError(text, stretch, near) {
  const span = trimmed(text, stretch);
  const source = text.slice(span.start, span.end);
  for (const [form, message] of PYTHON_2) {
    const match = form.exec(source);
    if (match) return { ...span, code: 'S002', message, offset: span.start + match.index };
  }
  const scan = scanLines(text, span);
  if (scan.unterminated !== null) {
    return { ...span, code: 'S001', message: 'a string is never closed', offset: scan.unterminated };
  }
  if (scan.unmatched) {
    const { bracket, offset } = scan.unmatched;
    return { ...span, code: 'S001', message: `\`${bracket}\` closes nothing`, offset };
  }
  const [open3] = scan.unclosed;
  if (open3)
    return { ...span, code: 'S001', message: `\`${open3.bracket}\` is never closed`, offset: open3.offset };
  return { ...span, code: 'S001', ...describeToken(text, span, near) };
}
var HEADER =
  /^[ \t]*(?:async[ \t]+)?(?:if|elif|else|while|for|def|class|with|try|except|finally)\b[^\n:#]*$/m;
function describeToken(text, span, near) {
  const source = text.slice(span.start, span.end);
  const header = HEADER.exec(source);
  const offset = Math.min(Math.max(near, span.start), span.end);
  if (header && span.start + header.index <= offset) {
    return { message: `\`:\` is missing after \`${header[0].trim()}\``, offset: span.start + header.index };
  }
  const token = /^\s*(\w+|[^\w\s])/.exec(text.slice(offset, span.end));
  if (!token?.[1]) return { message: 'the statement is incomplete', offset };
  const start2 = offset + token[0].length - token[1].length;
  return { message: `invalid syntax at \`${token[1]}\``, offset: start2 };
}
function trimmed(text, stretch) {
  const source = text.slice(stretch.start, stretch.end);
  const lead = /^(?:\s*(?:#[^\n]*)?\n)*/.exec(source)?.[0].length ?? 0;
  const body2 = source.slice(lead).trimEnd();
  return { start: stretch.start + lead, end: stretch.start + lead + body2.length };
}

// packages/core/src/syntax/recovery/split-statements.ts
var CLAUSE = /^(?:elif|else|except|finally|case)\b/;
var STATEMENT =
  /^(?:(?:import|from|def|class|with|for|while|if|try|return|raise|assert|del|global|async|pass)\b|@|[A-Za-z_][\w.]*(?:\[[^\]]*\])?\s*=(?!=))/;
function splitStatements(text, stretch, by) {
  const starts = by === 'within-brackets' ? lexicalStarts(text, stretch) : evidentStarts(text, stretch);
  return starts.map((start2, index) => ({ start: start2, end: starts[index + 1] ?? stretch.end }));
}
function lexicalStarts(text, stretch) {
  const starts = [stretch.start];
  let isDecorated = false;
  for (const line of scanLines(text, stretch).lines) {
    if (line.depth > 0 || line.isContinued) continue;
    const content = text.slice(line.start, line.end);
    if (/^[\s#]/.test(content) || content === '') continue;
    const goesOn = isDecorated || CLAUSE.test(content);
    isDecorated = content.startsWith('@');
    if (line.start > stretch.start && !goesOn) starts.push(line.start);
  }
  return starts;
}
function evidentStarts(text, stretch) {
  const starts = [stretch.start];
  const lines = /[^\n]*\n/g;
  lines.lastIndex = stretch.start;
  let isDecorated = text.startsWith('@', stretch.start);
  for (let match = lines.exec(text); match && lines.lastIndex < stretch.end; match = lines.exec(text)) {
    const content = text.slice(lines.lastIndex, lines.lastIndex + 200);
    if (!STATEMENT.test(content)) continue;
    if (!isDecorated) starts.push(lines.lastIndex);
    isDecorated = content.startsWith('@');
  }
  return starts;
}

// packages/core/src/syntax/parse-python.ts
function parsePython(parser, text) {
  const whole = parseStretch(parser, text, { start: 0, end: text.length });
  const { statements, broken, comments } = typeof whole === 'number' ? parsePieces(parser, text) : whole;
  const checked = checkSemantics(
    statements.map((each2) => each2.node),
    text,
  );
  const kept2 = statements.filter(({ node }) => !checked.has(node));
  const refused = statements.flatMap(({ node, span }) => {
    const problem2 = checked.get(node);
    return problem2 ? [toBroken(problem2, span)] : [];
  });
  return {
    body: kept2.map((each2) => each2.node),
    topLevel: kept2.map(({ node, span }) => ({ node, outer: outerSpan(text, span, comments) })),
    broken: [...broken, ...refused].sort((one2, other) => one2.start - other.start),
  };
}
function parseStretch(parser, text, stretch) {
  const isAll = stretch.start === 0 && stretch.end === text.length;
  const source = isAll ? text : text.slice(stretch.start, stretch.end);
  const rewritten = withoutFormatFill(source);
  const filled = rewritten === null ? null : readText(parser, rewritten, stretch.start);
  if (filled && filled.errorOffset === null) return convertStatements(text, filled);
  const concrete = readText(parser, source, stretch.start);
  return concrete.errorOffset ?? convertStatements(text, concrete);
}
function readText(parser, text, base) {
  const tree = parser.parse(text);
  const concrete = readConcreteTree(tree, base);
  tree.delete();
  return concrete;
}
function parsePiece(parser, text, piece) {
  const parsed = parseStretch(parser, text, piece);
  if (typeof parsed !== 'number') return parsed;
  const rewritten = withoutAnnotationSubscripts(text, piece);
  const concrete = rewritten === null ? null : readText(parser, rewritten, piece.start);
  return concrete && concrete.errorOffset === null ? convertStatements(text, concrete) : parsed;
}
function convertStatements(text, concrete) {
  const statements = [];
  const broken = [];
  const strayTokens = checkTokens(text, concrete);
  for (const each2 of concrete.root.children) {
    if (each2.type === ';') continue;
    const problems = strayTokens.filter(
      (problem3) => problem3.start >= each2.start && problem3.start < each2.end,
    );
    const conversion = { text, problems };
    const node = statement(conversion, each2);
    checkLayout(conversion, each2);
    checkLineBreaks(conversion, each2);
    const [problem2] = problems;
    const span = { start: each2.start, end: node?.end ?? each2.end };
    const last = statements.at(-1);
    const isLast = last && last.span.end > (broken.at(-1)?.start ?? -1);
    const isOfBlock = problem2 && isLast && 'body' in last.node && isIndented(text, each2.start);
    const above2 = isOfBlock ? statements.pop() : void 0;
    if (problem2) broken.push(toBroken(problem2, { start: above2?.span.start ?? span.start, end: span.end }));
    else if (node) statements.push({ node, span });
  }
  return { statements, broken, comments: concrete.comments };
}
function isIndented(text, offset) {
  return (
    /[ \t]/.test(text.charAt(offset - 1)) &&
    /(?:^|[\n\r])[ \t]+$/.test(text.slice(Math.max(0, offset - 80), offset))
  );
}
function parsePieces(parser, text) {
  const statements = [];
  const broken = [];
  const comments = [];
  const add = (parsed) => {
    statements.push(...parsed.statements);
    broken.push(...parsed.broken);
    comments.push(...parsed.comments);
  };
  for (const piece of splitStatements(text, { start: 0, end: text.length }, 'within-brackets')) {
    const parsed = parsePiece(parser, text, piece);
    if (typeof parsed !== 'number') {
      add(parsed);
      continue;
    }
    const [first, ...rest2] = splitStatements(text, piece, 'at-statements');
    broken.push(describeError(text, first ?? piece, parsed));
    for (const part of rest2) {
      const again = parsePiece(parser, text, part);
      if (typeof again === 'number') broken.push(describeError(text, part, again));
      else add(again);
    }
  }
  return { statements, broken, comments };
}
function toBroken(problem2, span) {
  return { ...span, code: problem2.code, message: problem2.message, offset: problem2.start };
}

// packages/core/src/syntax/parse-notebook.ts
var HINTS = {
  S002: 'Convert the cell to Python 3.',
  S003: 'Indent the lines of a block alike, with blanks only.',
};
function parseNotebook(notebook, parser) {
  const cells = [];
  const diagnostics = [];
  for (const cell of notebook.cells) {
    if (cell.kind !== 'code') continue;
    const { topLevel, broken } = parsePython(parser, cell.python.text);
    const statements = topLevel.map(({ node, outer }, ordinal) => ({
      id: `${cell.key}:${ordinal}`,
      node,
      outer,
    }));
    cells.push({
      cell,
      statements,
      broken: broken.map(({ start: start2, end }) => ({ start: start2, end })),
    });
    for (const each2 of broken) diagnostics.push(toDiagnostic(notebook, cell, each2));
  }
  return { value: { notebook, cells }, diagnostics };
}
function toDiagnostic(notebook, cell, broken) {
  const hint = HINTS[broken.code];
  return diagnostic(broken.code, {
    message: `${broken.message.charAt(0).toUpperCase()}${broken.message.slice(1)}.`,
    location: locate(notebook, cell, { start: broken.offset, end: broken.end }),
    ...(hint === void 0 ? {} : { hint }),
  });
}

// packages/core/src/syntax/scopes/scopes-of.ts
function scopesOf(body2) {
  const { module, problems } = gatherNames(body2);
  return resolveNames(module, problems);
}
function outerNames(node) {
  const scope = scopesOf([asStatement(node)]).byNode.get(node);
  const read2 = /* @__PURE__ */ new Set();
  const bound = /* @__PURE__ */ new Set();
  const visit2 = ({ symbols, children }, inside3) => {
    for (const symbol of symbols.values()) {
      const { name, residence } = symbol;
      if (!residence.startsWith('global') && (residence !== 'free' || inside3.has(name))) continue;
      if (symbol.isReferenced || symbol.isUpdated) read2.add(name);
      if (symbol.isAssigned || symbol.isImported || symbol.isUpdated) bound.add(name);
    }
    const cells = [...symbols.values()].filter(({ residence }) => residence === 'cell');
    const known = /* @__PURE__ */ new Set([...inside3, ...cells.map(({ name }) => name)]);
    for (const child2 of children) visit2(child2, known);
  };
  if (scope) visit2(scope, /* @__PURE__ */ new Set());
  return { read: read2, bound };
}
var STATEMENTS = /* @__PURE__ */ new Set([
  'FunctionDef',
  'AsyncFunctionDef',
  'ClassDef',
  'Return',
  'Delete',
  'Assign',
  'TypeAlias',
  'AugAssign',
  'AnnAssign',
  'For',
  'AsyncFor',
  'While',
  'If',
  'With',
  'AsyncWith',
  'Match',
  'Raise',
  'Try',
  'TryStar',
  'Assert',
  'Import',
  'ImportFrom',
  'Global',
  'Nonlocal',
  'Expr',
  'Pass',
  'Break',
  'Continue',
]);
function isStatement(node) {
  return STATEMENTS.has(node.type);
}
function asStatement(node) {
  return isStatement(node) ? node : { type: 'Expr', value: node, start: node.start, end: node.end };
}

// packages/core/src/dataflow/function-syntax.ts
function declaredNames(body2) {
  const globals = /* @__PURE__ */ new Set();
  const nonlocals = /* @__PURE__ */ new Set();
  visitOwn(body2, (node) => {
    if (node.type === 'Global') for (const name of node.names) globals.add(name);
    if (node.type === 'Nonlocal') for (const name of node.names) nonlocals.add(name);
  });
  return { globals, nonlocals };
}
function isGenerator(body2) {
  let found = false;
  visitOwn(body2, (node) => {
    if (node.type === 'Yield' || node.type === 'YieldFrom') found = true;
  });
  return found;
}
function visitOwn(body2, visit2) {
  const pending = [...listOf(body2)];
  for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
    visit2(node);
    if (NESTED.has(node.type)) continue;
    pending.push(...childNodes(node));
  }
}
var NESTED = /* @__PURE__ */ new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);
function listOf(body2) {
  return isBlock(body2) ? body2 : [body2];
}
function isBlock(body2) {
  return Array.isArray(body2);
}

// packages/core/src/dataflow/cells.ts
var LEVELS = { 'pandas.Series': 1, 'pandas.DataFrame': 2 };
function keepCells(machine, type, made, given) {
  const levels = LEVELS[type];
  if (levels === void 0) return;
  let cells = given;
  for (let level = 0; level < levels; level++) cells = inside(cells);
  keep(machine, made, cells);
}
var OBJECTS = '#objects';
function noteObjects(machine, made, given) {
  const type = given.node?.keywords.find(({ arg }) => arg === 'dtype')?.value;
  const isObject2 =
    (type?.type === 'Name' && type.id === 'object') ||
    (type?.type === 'Constant' && (type.value === 'object' || type.value === 'O'));
  if (!isObject2) return;
  for (const array of made) {
    if (array.kind === 'scalar') continue;
    addToField(machine, array, OBJECTS, made);
    addToField(machine, array, ELEMENTS, allArguments(given));
  }
}
function holdsObjects(object) {
  return object.fields.has(OBJECTS);
}
function storeCells(machine, table, value) {
  if (holdsObjects(table)) addToField(machine, table, ELEMENTS, value);
  keep(machine, /* @__PURE__ */ new Set([table]), union(inside(value), onlyCells(value, ['instance'])));
  passCells(machine, /* @__PURE__ */ new Set([table]), value);
}
function keep(machine, tables2, values) {
  const cells = onlyCells(values, ['instance', 'data']);
  for (const table of tables2) if (table.kind !== 'scalar') addToField(machine, table, ELEMENTS, cells);
}
function onlyCells(value, kinds) {
  return new Set(
    [...value].filter(
      (object) => kinds.includes(object.kind) && (object.kind === 'instance' || isContainer(object)),
    ),
  );
}
function inside(value) {
  return union(...[...value].map((object) => (isContainer(object) ? elementsOf(object) : NOTHING)));
}
function isTable(object) {
  return (
    (object.kind === 'data' || object.kind === 'opaque') && (object.type?.startsWith('pandas.') ?? false)
  );
}
function passCells(machine, made, given) {
  const tables2 = [...made].filter(isTable);
  if (tables2.length === 0) return;
  const sources = [...reachable(given)].filter(isTable);
  const cells = onlyCells(union(...sources.map(elementsOf)), ['instance', 'data']);
  if (cells.size > 0) for (const table of tables2) addToField(machine, table, ELEMENTS, cells);
}

// packages/core/src/dataflow/located.ts
function locatedType(machine, object, slice, key2) {
  const several = selectsSeveral(slice) || isListLike(key2);
  const scalar2 = [...key2].every(({ kind }) => kind === 'scalar');
  const part = (type) => ifPlain(machine, object, type);
  switch (object.type) {
    case 'pandas.DataFrame':
      if (several) return object.type;
      return scalar2 ? 'pandas.Series' : 'pandas.NDFrame';
    case 'pandas.NDFrame':
      return several ? object.type : part('pandas.Located');
    case 'pandas.FrameLocator':
      if (several) return 'pandas.DataFrame';
      return scalar2 || selectsRows(slice) ? 'pandas.NDFrame' : part('pandas.Located');
    case 'pandas.SeriesLocator':
      return several ? 'pandas.Series' : part('pandas.Located');
    case 'pandas.Locator':
      return several ? 'pandas.NDFrame' : part('pandas.Located');
    case 'pandas.Located':
      return part('pandas.Located');
    case 'pandas.CellLocator':
      return part('builtins.Plain');
    default:
      return void 0;
  }
}
function selectsSeveral(slice) {
  return isMask(slice) || slice.type === 'List' || slice.type === 'Slice';
}
function selectsRows(slice) {
  return slice.type === 'Tuple' && slice.elts.some(selectsSeveral);
}
var LISTS_OF_KEYS = /* @__PURE__ */ new Set(['builtins.list', 'pandas.Index', 'numpy.ndarray']);
function isListLike(key2) {
  return (
    key2.size > 0 &&
    [...key2].every(
      ({ kind, type }) => (kind === 'data' || kind === 'opaque') && type !== null && LISTS_OF_KEYS.has(type),
    )
  );
}
function isMask(index) {
  if (index.type === 'Compare') return true;
  if (index.type === 'UnaryOp') return index.op === 'Invert';
  return index.type === 'BinOp' && (index.op === 'BitAnd' || index.op === 'BitOr');
}

// packages/core/src/dataflow/constants.ts
function constantText(value) {
  const [only, ...others] = value;
  return others.length === 0 ? only?.constant : void 0;
}
var PATH_TYPES = /* @__PURE__ */ new Set(['pathlib.Path', 'pathlib.PurePath', 'pathlib.PosixPath']);
function concatenated(machine, operator, left, right) {
  const [first] = left;
  const before = constantText(left);
  const after = constantText(right);
  if (operator === 'Add' && before !== void 0 && after !== void 0 && first?.type === 'builtins.str') {
    return scalar(machine, 'builtins.str', before + after);
  }
  if (operator === 'Div' && first?.kind === 'scalar' && first.type !== null && PATH_TYPES.has(first.type)) {
    const joined3 = before === void 0 || after === void 0 ? void 0 : joinPath([before, after]);
    return scalar(machine, first.type, joined3);
  }
  return null;
}
function joinPath(parts2) {
  return parts2.reduce((before, part) => {
    if (part.startsWith('/') || before === '') return part;
    return before.endsWith('/') ? before + part : `${before}/${part}`;
  }, '');
}

// packages/core/src/dataflow/special-calls.ts
var SPECIAL = {
  'builtins.super': callSuper,
  'builtins.globals': callNamespace,
  'builtins.locals': callNamespace,
  'builtins.vars': callVars,
  'builtins.dir': (machine, scope, node) =>
    node.args.length > 0 ? null : callNamespace(machine, scope, node),
  'builtins.exec': callExec,
  'builtins.eval': callExec,
  'builtins.getattr': callGetattr,
  'builtins.setattr': callSetattr,
  'builtins.delattr': callSetattr,
  'builtins.__import__': callImport,
  'importlib.import_module': callImport,
  'sys._getframe': callFrame,
  'inspect.currentframe': callFrame,
  'inspect.stack': callFrame,
};
function specialCall(machine, scope, node, callee) {
  const [only, ...others] = callee;
  if (others.length > 0 || only?.kind !== 'external' || only.type === null) return null;
  return SPECIAL[only.type]?.(machine, scope, node) ?? null;
}
function callSuper(machine, scope, node) {
  const receiver = node.args[1] ? evaluate(machine, scope, node.args[1]) : firstParameter(machine);
  if (node.args[0]) {
    const owners = evaluate(machine, scope, node.args[0]);
    return union(...[...owners].map((owner) => createSuper(machine, owner, receiver, node)));
  }
  return createSuper(machine, currentClass(machine), receiver, node);
}
function currentClass(machine) {
  const activation = machine.calls.at(-1);
  return activation?.owner ?? null;
}
function firstParameter(machine) {
  const frame = machine.calls.at(-1)?.scope;
  if (frame === void 0) return NOTHING;
  const [first] = frame.environment.bindings.values();
  return first?.value ?? NOTHING;
}
function callNamespace(machine, scope, node) {
  if (node.args.length > 0) return null;
  const isGlobals = node.func.type === 'Name' && node.func.id === 'globals';
  if (!isGlobals && scope.kind !== 'module' && scope.kind !== 'comprehension') {
    const locals = allocate(machine, node, 'data', 'builtins.dict');
    for (let at = scope.environment; at; at = at.outer) {
      for (const [name, binding] of at.bindings) addToField(machine, locals, `'${name}`, binding.value);
    }
    return one(locals);
  }
  machine.step.doubts.add('it takes all names of the notebook at once');
  readEverything(machine);
  bindAnything(machine);
  const names = allocate(machine, node, 'opaque', null);
  for (const binding of allBindings(machine).values()) addToField(machine, names, ELEMENTS, binding.value);
  return one(names);
}
function callVars(machine, scope, node) {
  const [owner] = node.args;
  if (owner === void 0) return callNamespace(machine, scope, node);
  return loadAttribute(machine, evaluate(machine, scope, owner), '__dict__', node);
}
function callExec(machine, scope, node) {
  const given = node.args.map((argument) => evaluate(machine, scope, argument));
  machine.step.doubts.add('it runs text as code');
  machine.ranText = true;
  return runAnything(machine, union(...given), node);
}
function runAnything(machine, given, node) {
  readEverything(machine);
  const everything = union(given, ...[...allBindings(machine).values()].map((binding) => binding.value));
  changeDeep(machine, everything);
  bindAnything(machine);
  const result = allocate(machine, node, 'opaque', null);
  addToField(machine, result, ELEMENTS, everything);
  return one(result);
}
function callFrame(machine, scope, node) {
  return callExec(machine, scope, node);
}
function callGetattr(machine, scope, node) {
  const [target3 = NOTHING, name = NOTHING, fallback = NOTHING] = node.args.map((argument) =>
    evaluate(machine, scope, argument),
  );
  const text = constantText(name);
  if (text !== void 0) return union(loadAttribute(machine, target3, text, node), fallback);
  readDeep(machine, union(target3, name));
  const part = allocate(machine, node, 'opaque', null);
  addToField(machine, part, ELEMENTS, target3);
  const members = [...target3].flatMap((object) => [
    ...object.fields.values(),
    ...[...(object.instanceOf ?? NOTHING)].flatMap((owner) => [...owner.fields.values()]),
  ]);
  const bound = [...target3].map((object) => loadAttribute(machine, one(object), '?', node));
  return union(one(part), fallback, ...members, ...bound);
}
function callSetattr(machine, scope, node) {
  const [target3 = NOTHING, name = NOTHING, value = NOTHING] = node.args.map((argument) =>
    evaluate(machine, scope, argument),
  );
  const text = constantText(name);
  readDeep(machine, name);
  if (text !== void 0) {
    storeAttribute(machine, target3, text, value);
  } else {
    changeDeep(machine, target3);
    storeAttribute(machine, target3, ELEMENTS, value);
  }
  return scalar(machine, 'builtins.NoneType');
}
function callImport(machine, scope, node) {
  const [name = NOTHING] = node.args.map((argument) => evaluate(machine, scope, argument));
  const text = constantText(name);
  if (text !== void 0) return one(external(machine, text));
  const module = allocate(machine, node, 'opaque', null);
  return one(module);
}
function namespaceItem(machine, scope, owner, key2, value) {
  if (owner.type !== 'Call' || owner.func.type !== 'Name' || owner.args.length > 0) return null;
  const isGlobals =
    owner.func.id === 'globals' || (scope.kind === 'module' && /^(locals|vars)$/.test(owner.func.id));
  if (!isGlobals) return null;
  const text = constantText(evaluate(machine, scope, key2));
  if (text === void 0) return null;
  if (value === null) return readModuleName(machine, text);
  bindModuleName(machine, text, value, 'value', machine.conditional === 0);
  return value;
}

// packages/core/src/dataflow/subscripts.ts
function loadSubscript(machine, scope, node) {
  const named = namespaceItem(machine, scope, node.value, node.slice, null);
  if (named !== null) return named;
  const shown = shownNumber(machine, node);
  if (shown !== null) return readModuleName(machine, `_${shown}`);
  const value = evaluate(machine, scope, node.value);
  const key2 = keyOf(machine, scope, node);
  return union(...[...value].map((object) => element(machine, object, node, key2)));
}
function keyOf(machine, scope, node) {
  const key2 = evaluate(machine, scope, node.slice);
  readDeep(machine, key2);
  for (const object of reachable(key2))
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [key2], node.slice);
  return key2;
}
function shownNumber(machine, node) {
  if (node.value.type !== 'Name' || node.value.id !== 'Out' || node.slice.type !== 'Constant') return null;
  if (node.slice.kind !== 'int' || lookup(machine.moduleScope.environment, 'Out')) return null;
  return node.slice.text;
}
function element(machine, object, node, key2) {
  readState(machine, object);
  const field = constantKey(node.slice);
  if (object.kind === 'instance' || object.kind === 'class') {
    return union(
      callDunders(machine, object, ['__getitem__', '__missing__', '__class_getitem__'], [key2], node),
      fieldOf(object, ELEMENTS),
    );
  }
  if (object.kind === 'external') return externalElement(machine, object, node);
  if (object.kind === 'scalar')
    return scalar(machine, object.type === 'builtins.str' ? 'builtins.str' : null);
  if (isContainer(object)) return containerElement(machine, object, node, field);
  if (object.kind === 'opaque' && object.type === null) return one(object);
  if (object.kind === 'bound') return receiversOf(machine, object, node);
  return dataElement(machine, object, node, key2);
}
function externalElement(machine, object, node) {
  const member = machine.libraries.member(object.type ?? '');
  const owner = member?.kind === 'attribute' ? member.spec.returns : void 0;
  const type = owner === void 0 ? void 0 : machine.libraries.classSpec(owner)?.subscript?.returns;
  return type === void 0
    ? one(external(machine, `${object.type}[]`))
    : one(allocate(machine, node, 'data', type, {}, object));
}
var CONTAINERS = /* @__PURE__ */ new Set([
  'builtins.list',
  'builtins.tuple',
  'builtins.dict',
  'builtins.set',
  'builtins.frozenset',
  'collections.deque',
  'collections.defaultdict',
  'collections.OrderedDict',
  'collections.Counter',
]);
function isContainer(object) {
  return object.kind === 'data' && object.type !== null && CONTAINERS.has(object.type);
}
function containerElement(machine, object, node, field) {
  if (node.slice.type === 'Slice') {
    const copy = allocate(machine, node, 'data', object.type, {}, object);
    addToField(machine, copy, ELEMENTS, elementsOf(object));
    return one(copy);
  }
  if (object.type === 'collections.defaultdict') changeState(machine, object);
  const held = field === null ? elementsOf(object) : union(fieldOf(object, field), fieldOf(object, ELEMENTS));
  return held.size > 0 ? held : unseenElement(machine, object, node);
}
function unseenElement(machine, object, node) {
  const part = allocate(machine, node, 'opaque', null, {}, object);
  addToField(machine, part, ELEMENTS, one(object));
  return one(part);
}
function receiversOf(machine, object, node) {
  const receivers = rootReceivers(one(object));
  const isCode2 = (receiver) => receiver.kind === 'function' || receiver.kind === 'class';
  return union(
    ...[...receivers].map((receiver) =>
      isCode2(receiver) ? unseenElement(machine, receiver, node) : one(receiver),
    ),
  );
}
function elementsOf(object) {
  let found = NOTHING;
  for (const [name, value] of object.fields) if (name !== KEYS) found = union(found, value);
  return found;
}
function dataElement(machine, object, node, key2) {
  if (holdsObjects(object)) return unseenElement(machine, object, node);
  const type = elementType(machine, object, node, key2);
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const part = allocate(machine, node, 'opaque', type, {}, object);
  if (!copies(object, node.slice, key2)) addToField(machine, part, ELEMENTS, one(object));
  else passCells(machine, one(part), one(object));
  return one(part);
}
function elementType(machine, object, node, key2) {
  if (object.type === null) return null;
  const located = locatedType(machine, object, node.slice, key2);
  if (located !== void 0) return located;
  const spec = machine.libraries.classSpec(object.type);
  const stated = spec?.subscript?.returns;
  if (stated !== void 0) return stated.includes('.') ? stated : `builtins.${stated}`;
  if (isMask(node.slice) || node.slice.type === 'Slice') return object.type;
  return ifPlain(machine, object, spec?.element ?? null);
}
function copies(object, index, key2) {
  return isTableOrArray(object) && (index.type === 'List' || isMask(index) || isListLike(key2));
}
function storeSubscript(machine, scope, node, value) {
  if (namespaceItem(machine, scope, node.value, node.slice, value) !== null) return;
  const target3 = evaluate(machine, scope, node.value);
  const key2 = keyOf(machine, scope, node);
  const field = constantKey(node.slice) ?? ELEMENTS;
  for (const object of target3) {
    if (object.kind === 'external') {
      patchModule(machine, object, ELEMENTS, value);
    } else if (object.kind === 'instance' || object.kind === 'class') {
      callDunders(machine, object, ['__setitem__', '__delitem__'], [key2, value], node);
      changeByStore(machine, object);
      addToField(machine, object, ELEMENTS, value);
    } else if (isContainer(object)) {
      changeByStore(machine, object);
      addToField(
        machine,
        object,
        node.slice.type === 'Slice' ? ELEMENTS : field,
        node.slice.type === 'Slice' ? union(value, ...[...value].map(elementsOf)) : value,
      );
      addToField(machine, object, KEYS, key2);
    } else {
      changeDeep(machine, one(object));
      changeByStore(machine, object);
      readDeep(machine, value);
      if (isTableOrArray(object)) storeCells(machine, object, value);
      else store(machine, object, ELEMENTS, value);
    }
  }
}
var ARRAYS = /* @__PURE__ */ new Set(['numpy.ndarray', 'numpy.Numbers', 'numpy.Result']);
function isTableOrArray(object) {
  const { type } = object;
  return type !== null && (ARRAYS.has(type) || type.startsWith('pandas.'));
}

// packages/core/src/dataflow/surrender.ts
function surrender(machine, code, frame) {
  const given = union(...[...frame.environment.bindings.values()].map((binding) => binding.value));
  return assumeWorst(machine, code.node, `\`${code.name}\``, given, [[code.node, frame]]);
}
function surrenderCalls(machine, key2, name, given) {
  return assumeWorst(machine, key2, name, given, []);
}
function assumeWorst(machine, key2, name, given, followed) {
  machine.step.doubts.add(`calls of ${name} nest too deeply to be followed`);
  const result = allocate(machine, machine.step, 'opaque', null, {}, 'surrendered');
  const epoch = machine.surrendered.get(key2);
  if (epoch === machine.epoch && reachableAll(result, given)) return one(result);
  addToField(machine, result, ELEMENTS, everythingNamed(machine, followed, given));
  changeDeep(machine, one(result));
  for (const resource of ['random.python', 'random.numpy', 'random.torch', 'environment', 'figure']) {
    readResource(machine, resource);
    writeResource(machine, resource, 'change');
  }
  touchFile(machine, null, 'change');
  machine.surrendered.set(key2, machine.epoch);
  return one(result);
}
function reachableAll(result, given) {
  const known = reachable(one(result));
  return [...given].every((object) => known.has(object));
}
function everythingNamed(machine, start2, given) {
  const visited = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const rebound = [];
  const pending = [given];
  const visit2 = (node, scope) => {
    if (visited.has(node)) return;
    visited.add(node);
    const { read: read2, bound } = outerNames(node);
    for (const name of bound) rebound.push([scope, name]);
    for (const name of read2)
      if (isBound2(machine, scope, name)) pending.push(readName(machine, scope, name));
  };
  for (const [node, scope] of start2) visit2(node, scope);
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    for (const object of reachable(next)) {
      if (seen.has(object)) continue;
      seen.add(object);
      if (object.code) visit2(object.code.node, object.code.scope);
      if (object.classInfo) visit2(object.classInfo.node, machine.moduleScope);
    }
  }
  for (const [scope, name] of rebound) rebindPerhaps(machine, scope, name, seen);
  return seen;
}
function isBound2(machine, scope, name) {
  for (let at = scope; at !== null; at = at.parent) {
    const binding = lookup(at.environment, name);
    if (binding && binding.unbound !== 'deleted') return true;
  }
  return machine.wild !== null;
}

// packages/core/src/dataflow/hand-over.ts
var MOST_ROUNDS = 40;
function handOver(machine, key2, values, call2) {
  const before = machine.handed.get(key2);
  const all = union(before?.values ?? NOTHING, values);
  const known = before !== void 0 && all === before.values;
  if (known && before.epoch === machine.epoch) return before.result;
  if (machine.work > MOST_WORK) return giveUp(machine, key2, all);
  const result = before?.result ?? NOTHING;
  machine.handed.set(key2, { values: all, epoch: null, result, call: call2 });
  if (machine.settling !== null) {
    if (!known || !machine.settling.has(key2)) machine.epoch += 1;
    machine.settling.add(key2);
    return result;
  }
  settle(machine, key2);
  return machine.handed.get(key2)?.result ?? NOTHING;
}
function settle(machine, first) {
  const settling = /* @__PURE__ */ new Set([first]);
  machine.settling = settling;
  machine.conditional += 1;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { epoch } = machine;
    for (const key2 of settling) runAgain(machine, key2);
    if (machine.epoch === epoch) break;
    if (machine.work > MOST_WORK) {
      for (const key2 of settling) runAgain(machine, key2);
      break;
    }
  }
  machine.conditional -= 1;
  machine.settling = null;
  for (const key2 of settling) {
    const handed = machine.handed.get(key2);
    if (handed) machine.handed.set(key2, { ...handed, epoch: machine.epoch });
  }
}
function runAgain(machine, key2) {
  const handed = machine.handed.get(key2);
  if (handed === void 0) return;
  const spent = machine.work > MOST_WORK;
  const more = spent ? giveUp(machine, key2, handed.values) : handed.call(handed.values);
  const now = machine.handed.get(key2) ?? handed;
  const result = union(now.result, more);
  if (result !== now.result) machine.epoch += 1;
  machine.handed.set(key2, { ...now, result });
}
function giveUp(machine, called, given) {
  const name = called.code?.name ?? called.classInfo?.name;
  const shown = name === void 0 ? 'a function' : `\`${name}\``;
  return surrenderCalls(machine, called, shown, union(one(called), given));
}

// packages/core/src/libraries/each.ts
function each(spec, names) {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, spec]),
  );
}

// packages/core/src/libraries/builtins.ts
var PART = {};
var FRESH = { fresh: true };
var TEXT_PART = { returns: 'str' };
var NUMBER_PART = { returns: 'int' };
var TRUTH_PART = { returns: 'bool' };
var FLOAT_PART = { returns: 'float' };
var PURE = {};
var INT = { returns: 'int' };
var TEXT = { returns: 'str' };
var TRUTH = { returns: 'bool' };
var NUMBER = { returns: 'float' };
var LIST = { returns: 'list' };
var DICT = { returns: 'dict' };
var TUPLE = { returns: 'tuple' };
var BYTES = { returns: 'bytes' };
var VIEW = { aliases: ['self'] };
var SHARES_ARGUMENTS = { aliases: ['*'] };
var CHANGES = { mutates: ['self'] };
var CHANGES_AND_SHARES = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY = { mutates: ['self'], returns: 'builtins.NoneType' };
var CHANGES_TO_NUMBER = { mutates: ['self'], returns: 'int' };
var KEEPS = { holds: [{ by: 'self', value: '*' }], mutates: ['self'] };
var HOLDS_ARGUMENTS = { holds: [{ by: 'return', value: '*' }] };
var builtins = {
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
};

// packages/core/src/libraries/files.ts
var PART2 = {};
var TEXT_PART2 = { returns: 'str' };
var TRUTH_PART2 = { returns: 'bool' };
var PURE2 = {};
var INT2 = { returns: 'int' };
var TEXT2 = { returns: 'str' };
var TRUTH2 = { returns: 'bool' };
var BYTES2 = { returns: 'bytes' };
var VIEW2 = { aliases: ['self'] };
var SHARES_ARGUMENTS2 = { aliases: ['*'] };
var CHANGES2 = { mutates: ['self'] };
var CHANGES_AND_SHARES2 = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY2 = { mutates: ['self'], returns: 'builtins.NoneType' };
var CHANGES_TO_NUMBER2 = { mutates: ['self'], returns: 'int' };
var ENTERS = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS2 = { holds: [{ by: 'return', value: '*' }] };
var BUFFERED = {
  consumable: true,
  constructor: SHARES_ARGUMENTS2,
  methods: {
    read: { mutates: ['self'], returns: 'bytes' },
    readline: { mutates: ['self'], returns: 'bytes' },
    readlines: { mutates: ['self'], returns: 'list' },
    write: CHANGES_TO_NUMBER2,
    truncate: CHANGES_TO_NUMBER2,
    writelines: CHANGES_ONLY2,
    flush: CHANGES_ONLY2,
    close: CHANGES_ONLY2,
    seek: CHANGES_TO_NUMBER2,
    tell: INT2,
    fileno: INT2,
    ...each(TRUTH2, 'readable writable seekable isatty'),
    __enter__: ENTERS,
    __exit__: CHANGES2,
    detach: CHANGES_AND_SHARES2,
    readinto: { mutates: ['self', '0'], returns: 'int' },
    read1: { mutates: ['self'], returns: 'bytes' },
  },
  attributes: { closed: TRUTH_PART2 },
  iterate: { mutates: ['self'], returns: 'builtins.bytes' },
};
var fileLibraries = [
  {
    module: '_io',
    url: 'https://docs.python.org/3/library/io.html',
    functions: {},
    classes: {
      TextIOWrapper: {
        consumable: true,
        constructor: SHARES_ARGUMENTS2,
        methods: {
          read: { mutates: ['self'], returns: 'str' },
          readline: { mutates: ['self'], returns: 'str' },
          readlines: { mutates: ['self'], returns: 'list' },
          write: CHANGES_TO_NUMBER2,
          truncate: CHANGES_TO_NUMBER2,
          writelines: CHANGES_ONLY2,
          flush: CHANGES_ONLY2,
          close: CHANGES_ONLY2,
          seek: CHANGES_TO_NUMBER2,
          tell: INT2,
          fileno: INT2,
          ...each(TRUTH2, 'readable writable seekable isatty'),
          __enter__: ENTERS,
          __exit__: CHANGES2,
          detach: CHANGES_AND_SHARES2,
        },
        attributes: { closed: TRUTH_PART2, name: PART2, mode: PART2, encoding: TEXT_PART2, buffer: PART2 },
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
        constructor: PURE2,
        methods: {
          read: { mutates: ['self'], returns: 'str' },
          readline: { mutates: ['self'], returns: 'str' },
          readlines: { mutates: ['self'], returns: 'list' },
          write: CHANGES_TO_NUMBER2,
          truncate: CHANGES_TO_NUMBER2,
          writelines: CHANGES_ONLY2,
          flush: CHANGES_ONLY2,
          close: CHANGES_ONLY2,
          seek: CHANGES_TO_NUMBER2,
          tell: INT2,
          fileno: INT2,
          ...each(TRUTH2, 'readable writable seekable isatty'),
          __enter__: ENTERS,
          __exit__: CHANGES2,
          detach: CHANGES_AND_SHARES2,
          getvalue: TEXT2,
        },
        attributes: { closed: TRUTH_PART2 },
        iterate: { mutates: ['self'], returns: 'builtins.str' },
      },
      BytesIO: {
        consumable: true,
        constructor: PURE2,
        methods: {
          read: { mutates: ['self'], returns: 'bytes' },
          readline: { mutates: ['self'], returns: 'bytes' },
          readlines: { mutates: ['self'], returns: 'list' },
          write: CHANGES_TO_NUMBER2,
          truncate: CHANGES_TO_NUMBER2,
          writelines: CHANGES_ONLY2,
          flush: CHANGES_ONLY2,
          close: CHANGES_ONLY2,
          seek: CHANGES_TO_NUMBER2,
          tell: INT2,
          fileno: INT2,
          ...each(TRUTH2, 'readable writable seekable isatty'),
          __enter__: ENTERS,
          __exit__: CHANGES2,
          detach: CHANGES_AND_SHARES2,
          readinto: { mutates: ['self', '0'], returns: 'int' },
          read1: { mutates: ['self'], returns: 'bytes' },
          getvalue: BYTES2,
          getbuffer: VIEW2,
        },
        attributes: { closed: TRUTH_PART2 },
        iterate: { mutates: ['self'], returns: 'builtins.bytes' },
      },
      IOBase: {
        consumable: true,
        methods: {
          read: CHANGES2,
          readline: CHANGES2,
          readlines: { mutates: ['self'], returns: 'list' },
          write: { mutates: ['self'], returns: 'int', writes: ['files'] },
          truncate: { mutates: ['self'], returns: 'int', writes: ['files'] },
          writelines: { mutates: ['self'], returns: 'builtins.NoneType', writes: ['files'] },
          flush: { mutates: ['self'], returns: 'builtins.NoneType', writes: ['files'] },
          close: { mutates: ['self'], returns: 'builtins.NoneType', writes: ['files'] },
          seek: CHANGES_TO_NUMBER2,
          tell: INT2,
          fileno: INT2,
          ...each(TRUTH2, 'readable writable seekable isatty'),
          __enter__: ENTERS,
          __exit__: { mutates: ['self'], writes: ['files'] },
          detach: CHANGES_AND_SHARES2,
        },
        attributes: { closed: TRUTH_PART2, encoding: TEXT_PART2, name: PART2, mode: PART2, buffer: PART2 },
        constructor: HOLDS_ARGUMENTS2,
      },
    },
  },
];

// packages/core/src/libraries/matplotlib.ts
var PART3 = {};
var FRESH2 = { fresh: true };
var TEXT_PART3 = { returns: 'str' };
var NUMBER_PART2 = { returns: 'int' };
var PURE3 = {};
var PART_OF_DRAWING = { aliases: ['self'] };
var SHARES_ARGUMENTS3 = { aliases: ['*'] };
var CHANGES_AND_SHARES3 = { aliases: ['self'], mutates: ['self'] };
var HOLDS_ARGUMENTS3 = { holds: [{ by: 'return', value: '*' }] };
var SETS_OPTIONS = { reads: ['options'], writes: ['options'] };
var REGISTERS = {
  reads: ['options'],
  writes: ['options'],
  returns: 'builtins.NoneType',
};
var READS_OPTIONS = { reads: ['options'] };
var DRAWS = { reads: ['figure'], writes: ['figure'] };
var READS_FIGURES = { reads: ['figure', 'figures'] };
var DRAWS_WITH_OPTIONS = { reads: ['figure', 'options'], writes: ['figure'] };
var ADDS_TO_DRAWING = {
  aliases: ['self'],
  mutates: ['self', ':ax', ':cax'],
  reads: ['options'],
  returns: 'matplotlib.Artist',
};
var matplotlibLibraries = [
  {
    module: 'matplotlib',
    distribution: 'matplotlib',
    url: 'https://matplotlib.org/stable/api/index.html',
    functions: {
      ...each(
        { ...DRAWS_WITH_OPTIONS, returns: 'matplotlib.Artist' },
        `
          pyplot.acorr pyplot.angle_spectrum pyplot.annotate pyplot.arrow pyplot.axhline pyplot.axhspan
          pyplot.axline pyplot.axvline pyplot.axvspan pyplot.bar pyplot.bar_label pyplot.barbs
          pyplot.barh pyplot.boxplot pyplot.broken_barh pyplot.clabel pyplot.cohere pyplot.contour
          pyplot.contourf pyplot.csd pyplot.ecdf pyplot.errorbar pyplot.eventplot pyplot.figimage
          pyplot.figlegend pyplot.figtext pyplot.fill pyplot.fill_between pyplot.fill_betweenx
          pyplot.grouped_bar pyplot.hexbin pyplot.hist pyplot.hist2d pyplot.hlines pyplot.imshow
          pyplot.legend pyplot.loglog pyplot.magnitude_spectrum pyplot.matshow pyplot.pcolor
          pyplot.pcolormesh pyplot.phase_spectrum pyplot.pie pyplot.pie_label pyplot.plot pyplot.polar
          pyplot.psd pyplot.quiver pyplot.quiverkey pyplot.scatter pyplot.semilogx pyplot.semilogy
          pyplot.specgram pyplot.spy pyplot.stackplot pyplot.stairs pyplot.stem pyplot.step
          pyplot.streamplot pyplot.suptitle pyplot.table pyplot.text pyplot.title pyplot.tricontour
          pyplot.tricontourf pyplot.tripcolor pyplot.triplot pyplot.violinplot pyplot.vlines
          pyplot.xcorr pyplot.xlabel pyplot.ylabel
        `,
      ),
      ...each(
        { ...DRAWS_WITH_OPTIONS, returns: 'builtins.NoneType' },
        `
          pyplot.autumn pyplot.bone pyplot.cla pyplot.clf pyplot.clim pyplot.cool pyplot.copper
          pyplot.delaxes pyplot.disconnect pyplot.flag pyplot.gray pyplot.grid pyplot.hot pyplot.hsv
          pyplot.inferno pyplot.jet pyplot.locator_params pyplot.magma pyplot.minorticks_off
          pyplot.minorticks_on pyplot.nipy_spectral pyplot.pink pyplot.plasma pyplot.prism pyplot.sci
          pyplot.spring pyplot.subplots_adjust pyplot.summer pyplot.tick_params pyplot.ticklabel_format
          pyplot.tight_layout pyplot.viridis pyplot.winter pyplot.xscale pyplot.yscale
        `,
      ),
      ...each(
        DRAWS_WITH_OPTIONS,
        `
          pyplot.autoscale pyplot.axis pyplot.box pyplot.colorbar pyplot.gci
          pyplot.get_current_fig_manager pyplot.ginput pyplot.margins pyplot.new_figure_manager
          pyplot.rgrids pyplot.subplot_tool pyplot.thetagrids pyplot.waitforbuttonpress pyplot.xlim
          pyplot.xticks pyplot.ylim pyplot.yticks
        `,
      ),
      'pyplot.axes': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.close': {
        reads: ['figure'],
        writes: ['figure'],
        mutates: ['0:fig'],
        returns: 'builtins.NoneType',
      },
      'pyplot.connect': { reads: ['figure'], writes: ['figure'], calls: ['*'] },
      'pyplot.draw': DRAWS,
      'pyplot.draw_if_interactive': DRAWS,
      'pyplot.fignum_exists': READS_FIGURES,
      'pyplot.figure': {
        reads: ['options'],
        writes: ['figure'],
        returns: 'matplotlib.Drawing',
        aliases: ['0:num'],
        when: [
          { argument: '0:num', is: '*', reads: ['figure', 'figures', 'options'] },
          { argument: '0:num', is: 'None', reads: ['options'] },
        ],
      },
      'pyplot.findobj': { reads: ['figure'], writes: ['figure'], aliases: ['*'] },
      'pyplot.gca': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.gcf': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.get': SHARES_ARGUMENTS3,
      ...each(
        READS_OPTIONS,
        `
          pyplot.get_cmap pyplot.isinteractive pyplot.get_backend cm.get_cmap pyplot.cm.get_cmap dates.date2num
          dates.num2date
        `,
      ),
      'pyplot.get_figlabels': READS_FIGURES,
      'pyplot.get_fignums': READS_FIGURES,
      ...each(
        PURE3,
        `
          pyplot.get_plot_commands colors.to_rgb colors.to_rgba colors.to_hex colors.to_rgba_array
          colors.rgb2hex cm.viridis pyplot.cm.viridis cm.plasma pyplot.cm.plasma cm.inferno pyplot.cm.inferno
          cm.magma pyplot.cm.magma cm.coolwarm pyplot.cm.coolwarm cm.RdBu pyplot.cm.RdBu cm.RdBu_r
          pyplot.cm.RdBu_r cm.Blues pyplot.cm.Blues cm.Reds pyplot.cm.Reds cm.Greens pyplot.cm.Greens cm.Greys
          pyplot.cm.Greys cm.jet pyplot.cm.jet cm.hot pyplot.cm.hot cm.cool pyplot.cm.cool cm.gray
          pyplot.cm.gray cm.bwr pyplot.cm.bwr cm.seismic pyplot.cm.seismic cm.tab10 pyplot.cm.tab10 cm.tab20
          pyplot.cm.tab20 cm.Set1 pyplot.cm.Set1 cm.Set2 pyplot.cm.Set2 cm.Set3 pyplot.cm.Set3 cm.Spectral
          pyplot.cm.Spectral cm.rainbow pyplot.cm.rainbow cm.RdYlBu pyplot.cm.RdYlBu cm.RdYlGn pyplot.cm.RdYlGn
          cm.YlOrRd pyplot.cm.YlOrRd cm.winter pyplot.cm.winter cm.summer pyplot.cm.summer cm.autumn
          pyplot.cm.autumn cm.spring pyplot.cm.spring cm.bone pyplot.cm.bone cm.copper pyplot.cm.copper cm.PuBu
          pyplot.cm.PuBu cm.Purples pyplot.cm.Purples cm.Oranges pyplot.cm.Oranges cm.hsv pyplot.cm.hsv
          cm.Paired pyplot.cm.Paired cm.Pastel1 pyplot.cm.Pastel1 cm.terrain pyplot.cm.terrain cm.ocean
          pyplot.cm.ocean
        `,
      ),
      'pyplot.getp': SHARES_ARGUMENTS3,
      'pyplot.imread': { readsFile: '0:fname', returns: 'numpy.ndarray' },
      'pyplot.imsave': { writesFile: '0:fname', reads: ['options'] },
      'pyplot.pause': DRAWS,
      // Where there is no figure, it makes one.
      'pyplot.savefig': { reads: ['figure', 'options'], writes: ['figures'], writesFile: '0:fname' },
      'pyplot.sca': { reads: ['figure'], writes: ['figure'], mutates: ['0:ax'], aliases: ['0:ax'] },
      'pyplot.set_cmap': { reads: ['options', 'figure'], writes: ['options', 'figure'] },
      'pyplot.setp': { mutates: ['0'], writes: ['stdout'] },
      'pyplot.show': { reads: ['figure'], writes: ['figure', 'stdout'], returns: 'builtins.NoneType' },
      'pyplot.subplot': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.subplot2grid': {
        reads: ['figure', 'options'],
        writes: ['figure'],
        returns: 'matplotlib.Drawing',
      },
      ...each(
        {
          reads: ['options'],
          writes: ['figure'],
          returns: 'matplotlib.Drawing',
          when: [{ argument: ':num', is: '*', reads: ['figure', 'options'] }],
        },
        'pyplot.subplot_mosaic pyplot.subplots',
      ),
      'pyplot.twinx': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      'pyplot.twiny': { reads: ['figure', 'options'], writes: ['figure'], returns: 'matplotlib.Drawing' },
      ...each(
        { reads: ['options', 'figure'], writes: ['options', 'figure'] },
        `
          pyplot.ion pyplot.ioff pyplot.switch_backend pyplot.rc pyplot.rcdefaults
        `,
      ),
      'pyplot.xkcd': SETS_OPTIONS,
      'pyplot.set_loglevel': { reads: ['options', 'figure'], writes: ['options', 'figure'] },
      'pyplot.rc_context': HOLDS_ARGUMENTS3,
      'style.use': { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      'pyplot.style.use': { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      'style.context': HOLDS_ARGUMENTS3,
      'pyplot.style.context': HOLDS_ARGUMENTS3,
      ...each(
        { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
        `
          rc rcdefaults use set_loglevel
        `,
      ),
      get_backend: { reads: ['options'], returns: 'str' },
      ...each(
        REGISTERS,
        `
          cm.register_cmap pyplot.cm.register_cmap pyplot.register_cmap colormaps.register
          pyplot.colormaps.register cm.unregister_cmap pyplot.cm.unregister_cmap colormaps.unregister
        `,
      ),
    },
    classes: {
      'colors.Colormap': {
        methods: { __call__: PURE3, copy: PURE3, reversed: PURE3, resampled: PURE3 },
        attributes: { name: TEXT_PART3, N: NUMBER_PART2 },
        constructor: HOLDS_ARGUMENTS3,
      },
      'colors.ListedColormap': { bases: ['matplotlib.colors.Colormap'], constructor: HOLDS_ARGUMENTS3 },
      'colors.LinearSegmentedColormap': {
        bases: ['matplotlib.colors.Colormap'],
        constructor: HOLDS_ARGUMENTS3,
        methods: { from_list: { returns: 'matplotlib.colors.LinearSegmentedColormap' } },
      },
      ...each(
        { constructor: HOLDS_ARGUMENTS3 },
        `
          colors.Normalize colors.LogNorm colors.BoundaryNorm colors.TwoSlopeNorm colors.CenteredNorm
          colors.PowerNorm colors.SymLogNorm
        `,
      ),
      'colors.LightSource': {
        constructor: HOLDS_ARGUMENTS3,
        methods: { hillshade: PURE3, shade: PURE3, blend_overlay: PURE3 },
      },
      ...each(
        { constructor: HOLDS_ARGUMENTS3 },
        `
          ticker.MaxNLocator ticker.MultipleLocator ticker.AutoMinorLocator ticker.FixedLocator
          ticker.LogLocator ticker.NullLocator ticker.LinearLocator ticker.AutoLocator ticker.FuncFormatter
          ticker.PercentFormatter ticker.ScalarFormatter ticker.FormatStrFormatter ticker.NullFormatter
          ticker.FixedFormatter ticker.StrMethodFormatter ticker.LogFormatter
        `,
      ),
      ...each(
        { constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] } },
        `
          dates.DateFormatter dates.MonthLocator dates.YearLocator dates.DayLocator dates.WeekdayLocator
          dates.HourLocator dates.AutoDateLocator
        `,
      ),
      'dates.ConciseDateFormatter': {
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'dates.AutoDateFormatter': {
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Patch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Rectangle': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Circle': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Ellipse': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Polygon': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.FancyArrowPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Wedge': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.Arc': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.PathPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.FancyBboxPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'patches.ConnectionPatch': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'lines.Line2D': {
        bases: ['matplotlib.Artist'],
        constructor: { reads: ['options'], holds: [{ by: 'return', value: '*' }] },
      },
      'gridspec.GridSpec': {
        constructor: HOLDS_ARGUMENTS3,
        element: 'matplotlib.gridspec.SubplotSpec',
        methods: { subgridspec: PART_OF_DRAWING },
      },
      'gridspec.SubplotSpec': {
        methods: { subgridspec: PART_OF_DRAWING, get_gridspec: PART_OF_DRAWING },
        constructor: HOLDS_ARGUMENTS3,
      },
      'gridspec.GridSpecFromSubplotSpec': { constructor: HOLDS_ARGUMENTS3 },
      Artist: {
        element: 'matplotlib.Artist',
        iterate: { aliases: ['self'], returns: 'matplotlib.Artist' },
        methods: {
          ...each(
            CHANGES_AND_SHARES3,
            `
              add_callback contains convert_xunits convert_yunits draw findobj format_cursor_data pchanged pick
              pickable properties recache recache_always remove remove_callback set set_aa set_agg_filter
              set_alpha set_animated set_antialiased set_c set_clip_box set_clip_on set_clip_path set_color
              set_dash_capstyle set_dash_joinstyle set_dashes set_data set_drawstyle set_ds set_figure
              set_fillstyle set_gapcolor set_gid set_in_layout set_label set_linestyle set_linewidth set_ls
              set_lw set_marker set_markeredgecolor set_markeredgewidth set_markerfacecolor
              set_markerfacecoloralt set_markersize set_markevery set_mec set_mew set_mfc set_mfcalt
              set_mouseover set_ms set_path_effects set_picker set_pickradius set_rasterized set_sketch_params
              set_snap set_solid_capstyle set_solid_joinstyle set_transform set_url set_visible set_xdata
              set_ydata set_zorder update update_from contains_point contains_points set_angle set_bounds
              set_capstyle set_ec set_edgecolor set_edgegapcolor set_facecolor set_fc set_fill set_hatch
              set_hatch_linewidth set_hatchcolor set_height set_joinstyle set_width set_x set_xy set_y
              set_backgroundcolor set_bbox set_family set_font set_font_properties set_fontfamily
              set_fontfeatures set_fontname set_fontproperties set_fontsize set_fontstretch set_fontstyle
              set_fontvariant set_fontweight set_ha set_horizontalalignment set_language set_linespacing set_ma
              set_math_fontfamily set_multialignment set_name set_parse_math set_position set_rotation
              set_rotation_mode set_size set_stretch set_style set_text set_transform_rotates_text set_usetex
              set_va set_variant set_verticalalignment set_weight set_wrap update_bbox_position_size autoscale
              autoscale_None changed legend_elements set_antialiaseds set_array set_clim set_cmap
              set_edgecolors set_facecolors set_linestyles set_linewidths set_norm set_offset_transform
              set_offsets set_paths set_sizes set_transOffset set_urls to_rgba update_scalarmappable
              can_composite make_image set_extent set_filternorm set_filterrad set_interpolation
              set_interpolation_stage set_resample write_png draw_frame set_alignment set_bbox_to_anchor
              set_draggable set_frame_on set_loc set_ncols set_title axis_date clear convert_units grid
              limit_range_for_scale minorticks_off minorticks_on reset_ticks set_converter set_data_interval
              set_default_intervals set_inverted set_label_coords set_label_position set_label_text
              set_major_formatter set_major_locator set_minor_formatter set_minor_locator
              set_remove_overlapping_locs set_tick_params set_ticklabels set_ticks set_ticks_position set_units
              set_view_interval tick_bottom tick_top update_units register_axis set_patch_arc set_patch_circle
              set_patch_line add_lines drag_pan update_normal update_ticks add_label add_label_near clabel
              find_nearest_contour labels locate_label pop_label print_label too_close
            `,
          ),
          ...each(
            PART_OF_DRAWING,
            `
              get_aa get_agg_filter get_alpha get_animated get_antialiased get_bbox get_c get_children
              get_clip_box get_clip_on get_clip_path get_color get_cursor_data get_dash_capstyle
              get_dash_joinstyle get_data get_drawstyle get_ds get_figure get_fillstyle get_gapcolor get_gid
              get_in_layout get_label get_linestyle get_linewidth get_ls get_lw get_marker get_markeredgecolor
              get_markeredgewidth get_markerfacecolor get_markerfacecoloralt get_markersize get_markevery
              get_mec get_mew get_mfc get_mfcalt get_mouseover get_ms get_path get_path_effects get_picker
              get_pickradius get_rasterized get_sketch_params get_snap get_solid_capstyle get_solid_joinstyle
              get_tightbbox get_transform get_transformed_clip_path_and_affine get_url get_visible
              get_window_extent get_xdata get_xydata get_ydata get_zorder have_units is_dashed is_transform_set
              get_angle get_capstyle get_center get_corners get_data_transform get_ec get_edgecolor
              get_edgegapcolor get_extents get_facecolor get_fc get_fill get_hatch get_hatch_linewidth
              get_hatchcolor get_height get_joinstyle get_patch_transform get_verts get_width get_x get_xy
              get_y get_bbox_patch get_family get_font get_font_properties get_fontfamily get_fontfeatures
              get_fontname get_fontproperties get_fontsize get_fontstyle get_fontvariant get_fontweight get_ha
              get_horizontalalignment get_language get_linespacing get_math_fontfamily get_name get_parse_math
              get_position get_rotation get_rotation_mode get_size get_stretch get_style get_text
              get_transform_rotates_text get_unitless_position get_usetex get_va get_variant
              get_verticalalignment get_weight get_wrap get_antialiaseds get_array get_clim get_cmap get_dashes
              get_datalim get_edgecolors get_facecolors get_linestyles get_linewidths get_offset_transform
              get_offsets get_paths get_sizes get_transOffset get_transforms get_urls get_extent get_filternorm
              get_filterrad get_interpolation get_interpolation_stage get_resample get_shape get_alignment
              get_bbox_to_anchor get_draggable get_frame get_frame_on get_legend_handler_map get_lines
              get_patches get_texts get_title get_converter get_data_interval get_gridlines get_inverted
              get_label_position get_label_text get_major_formatter get_major_locator get_major_ticks
              get_majorticklabels get_majorticklines get_majorticklocs get_minor_formatter get_minor_locator
              get_minor_ticks get_minorticklabels get_minorticklines get_minorticklocs get_minpos
              get_offset_text get_remove_overlapping_locs get_scale get_tick_padding get_tick_params
              get_tick_space get_ticklabels get_ticklines get_ticklocs get_ticks_direction get_ticks_position
              get_units get_view_interval get_bounds get_spine_transform get_ticks
            `,
          ),
        },
        attributes: {
          ...each(PART3, 'ax axes figure patches lines axis cmap norm colorbar'),
        },
        constructor: HOLDS_ARGUMENTS3,
      },
      'axes.Axes': {
        bases: [],
        constructor: HOLDS_ARGUMENTS3,
        methods: {
          ...each(
            ADDS_TO_DRAWING,
            `
              acorr add_callback angle_spectrum annotate apply_aspect arrow autoscale_view axhline axhspan
              axline axvline axvspan bar bar_label barbs barh boxplot broken_barh bxp clabel cohere contour
              contourf convert_xunits convert_yunits csd drag_pan draw_artist ecdf end_pan errorbar eventplot
              fill fill_between fill_betweenx findobj format_cursor_data grouped_bar have_units hexbin hist
              hist2d hlines imshow indicate_inset indicate_inset_zoom is_transform_set loglog
              magnitude_spectrum matshow pchanged pcolor pcolorfast pcolormesh phase_spectrum pick pickable pie
              pie_label plot properties psd quiver quiverkey redraw_in_frame remove_callback scatter semilogx
              semilogy specgram spy stackplot stairs start_pan stem step streamplot table text tricontour
              tricontourf tripcolor triplot update update_datalim update_from violin violinplot vlines
              xaxis_date xaxis_inverted xcorr yaxis_date yaxis_inverted
            `,
          ),
          ...each(
            {
              mutates: ['self', '0'],
              aliases: ['self', '0'],
              holds: [{ by: 'self', value: '*' }],
              reads: ['options'],
              returns: 'matplotlib.Artist',
            },
            `
              add_artist add_child_axes add_collection add_container add_image add_line add_patch add_table
              legend
            `,
          ),
          autoscale: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          axis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            PART_OF_DRAWING,
            `
              can_pan can_zoom contains contains_point format_coord format_xdata format_ydata get_adjustable
              get_agg_filter get_alpha get_anchor get_animated get_aspect get_autoscale_on get_autoscalex_on
              get_autoscaley_on get_axes_locator get_axisbelow get_box_aspect get_children get_clip_box
              get_clip_on get_clip_path get_cursor_data get_data_ratio get_default_bbox_extra_artists
              get_facecolor get_fc get_forward_navigation_events get_frame_on get_gid get_gridspec get_images
              get_in_layout get_label get_legend get_lines get_mouseover get_navigate get_navigate_mode
              get_path_effects get_picker get_position get_rasterization_zorder get_rasterized
              get_sketch_params get_snap get_subplotspec get_title get_transform
              get_transformed_clip_path_and_affine get_url get_visible get_xaxis get_xaxis_text1_transform
              get_xaxis_text2_transform get_xaxis_transform get_xbound get_xgridlines get_xinverted get_xlabel
              get_xlim get_xmajorticklabels get_xmargin get_xminorticklabels get_xscale get_xticklines
              get_yaxis get_yaxis_text1_transform get_yaxis_text2_transform get_yaxis_transform get_ybound
              get_ygridlines get_yinverted get_ylabel get_ylim get_ymajorticklabels get_ymargin
              get_yminorticklabels get_yscale get_yticklines get_zorder has_data in_axes
            `,
          ),
          cla: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clear: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          draw: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            {
              mutates: ['self'],
              aliases: ['self'],
              reads: ['options'],
              returns: 'matplotlib.Drawing',
            },
            'get_figure inset_axes secondary_xaxis secondary_yaxis',
          ),
          ...each(
            CHANGES_AND_SHARES3,
            `
              get_legend_handles_labels get_tightbbox get_window_extent get_xticklabels get_xticks
              get_yticklabels get_yticks
            `,
          ),
          grid: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          invert_xaxis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          invert_yaxis: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          label_outer: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          locator_params: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          margins: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          minorticks_off: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          minorticks_on: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          relim: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          remove: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          reset_position: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set set_adjustable set_agg_filter set_alpha set_anchor set_animated set_aspect set_autoscale_on
              set_autoscalex_on set_autoscaley_on set_axes_locator set_axis_off set_axis_on set_axisbelow
              set_box_aspect set_clip_box set_clip_on set_clip_path set_facecolor set_fc set_figure
              set_forward_navigation_events set_frame_on set_gid set_in_layout set_label set_mouseover
              set_navigate set_navigate_mode set_path_effects set_picker set_position set_prop_cycle
              set_rasterization_zorder set_rasterized set_sketch_params set_snap set_subplotspec set_title
              set_transform set_url set_visible set_xbound set_xinverted set_xlabel set_xlim set_xmargin
              set_xscale set_xticklabels set_xticks set_ybound set_yinverted set_ylabel set_ylim set_ymargin
              set_yscale set_yticklabels set_yticks set_zorder sharex sharey
            `,
          ),
          tick_params: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ticklabel_format: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          twinx: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
          twiny: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
        },
        attributes: {
          ...each(
            { returns: 'matplotlib.Artist' },
            `
              xaxis yaxis spines title patch lines patches collections texts images legend_ containers
            `,
          ),
          figure: { returns: 'matplotlib.Drawing' },
          axes: { returns: 'matplotlib.Drawing' },
          ...each(PART3, 'transData transAxes dataLim viewLim canvas'),
        },
      },
      'figure.Figure': {
        bases: [],
        constructor: HOLDS_ARGUMENTS3,
        methods: {
          ...each(
            {
              mutates: ['self', '0'],
              aliases: ['self', '0'],
              holds: [{ by: 'self', value: '*' }],
              reads: ['options'],
              returns: 'matplotlib.Artist',
            },
            'add_artist legend',
          ),
          ...each(
            {
              mutates: ['self'],
              aliases: ['self'],
              reads: ['options'],
              returns: 'matplotlib.Drawing',
            },
            'add_axes add_subfigure add_subplot get_axes get_figure subfigures subplot_mosaic subplots',
          ),
          ...each(
            ADDS_TO_DRAWING,
            `
              add_axobserver add_callback align_labels align_titles align_xlabels align_ylabels colorbar
              convert_xunits convert_yunits draw_artist draw_without_rendering figimage findobj
              format_cursor_data ginput have_units is_transform_set pchanged pick pickable properties
              remove_callback suptitle supxlabel supylabel text update update_from waitforbuttonpress
            `,
          ),
          add_gridspec: CHANGES_AND_SHARES3,
          autofmt_xdate: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clear: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          clf: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          ...each(
            PART_OF_DRAWING,
            `
              contains get_agg_filter get_alpha get_animated get_children get_clip_box get_clip_on
              get_clip_path get_constrained_layout get_constrained_layout_pads get_cursor_data
              get_default_bbox_extra_artists get_dpi get_edgecolor get_facecolor get_figheight get_figwidth
              get_frameon get_gid get_in_layout get_label get_layout_engine get_linewidth get_mouseover
              get_path_effects get_picker get_rasterized get_size_inches get_sketch_params get_snap
              get_suptitle get_supxlabel get_supylabel get_tight_layout get_transform
              get_transformed_clip_path_and_affine get_url get_visible get_zorder
            `,
          ),
          delaxes: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          draw: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          gca: { mutates: ['self'], aliases: ['self'], reads: ['options'], returns: 'matplotlib.Drawing' },
          get_tightbbox: CHANGES_AND_SHARES3,
          get_window_extent: CHANGES_AND_SHARES3,
          remove: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          sca: { mutates: ['self', '0'], aliases: ['0'], reads: ['figure'], writes: ['figure'] },
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set set_agg_filter set_alpha set_animated set_canvas set_clip_box set_clip_on set_clip_path
              set_constrained_layout set_constrained_layout_pads set_dpi set_edgecolor set_facecolor
              set_figheight set_figure set_figwidth set_frameon set_gid set_in_layout set_label
              set_layout_engine set_linewidth set_mouseover set_path_effects set_picker set_rasterized
              set_size_inches set_sketch_params set_snap set_tight_layout set_transform set_url set_visible
              set_zorder
            `,
          ),
          show: { reads: ['figure'], writes: ['stdout', 'figure'], mutates: ['self'] },
          subplots_adjust: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          tight_layout: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
          savefig: {
            mutates: ['self'],
            writesFile: '0:fname',
            reads: ['options'],
            returns: 'builtins.NoneType',
          },
        },
        attributes: {
          ...each(
            { returns: 'matplotlib.Artist' },
            `
              xaxis yaxis spines title patch lines patches collections texts images legend_ containers
            `,
          ),
          figure: { returns: 'matplotlib.Drawing' },
          axes: { returns: 'matplotlib.Drawing' },
          ...each(PART3, 'transData transAxes dataLim viewLim canvas'),
        },
      },
      Drawing: {
        bases: ['matplotlib.axes.Axes', 'matplotlib.figure.Figure'],
        element: 'matplotlib.Drawing',
        iterate: { aliases: ['self'], returns: 'matplotlib.Drawing' },
        methods: {
          ...each(
            { aliases: ['self'], returns: 'matplotlib.Drawing' },
            `
              ravel flatten reshape tolist transpose
            `,
          ),
          ...each(
            ADDS_TO_DRAWING,
            `
              add_collection3d add_contour_set add_contourf_set auto_scale_xyz bar3d contour3D contourf3D
              convert_zunits disable_mouse_rotation format_zdata invert_zaxis mouse_init plot3D plot_surface
              plot_trisurf plot_wireframe quiver3D scatter3D semilogz shareview sharez stem3D text2D text3D
              voxels zaxis_date zaxis_inverted
            `,
          ),
          ...each(
            PART_OF_DRAWING,
            `
              get_autoscalez_on get_axis_position get_proj get_w_lims get_xlim3d get_ylim3d get_zaxis
              get_zbound get_zgridlines get_zinverted get_zlabel get_zlim get_zlim3d get_zmajorticklabels
              get_zmargin get_zminorticklabels get_zscale get_zticklabels get_zticklines get_zticks
            `,
          ),
          ...each(
            { mutates: ['self'], aliases: ['self'], reads: ['options'] },
            `
              set_autoscalez_on set_proj_type set_top_view set_xlim3d set_ylim3d set_zbound set_zinverted
              set_zlabel set_zlim set_zlim3d set_zmargin set_zscale set_zticklabels set_zticks
            `,
          ),
          view_init: { mutates: ['self'], aliases: ['self'], reads: ['options'] },
        },
        attributes: {
          flat: { returns: 'matplotlib.Drawing' },
          T: { returns: 'matplotlib.Drawing' },
          shape: { returns: 'tuple', fresh: true },
          size: FRESH2,
          ndim: FRESH2,
          zaxis: { returns: 'matplotlib.Artist' },
        },
        constructor: HOLDS_ARGUMENTS3,
      },
    },
    attributes: {
      ...each({ resource: 'options' }, 'rcParams pyplot.rcParams colormaps pyplot.colormaps'),
      __version__: FRESH2,
      'style.available': FRESH2,
      'pyplot.style.available': FRESH2,
    },
  },
  {
    module: 'mpl_toolkits',
    distribution: 'matplotlib',
    url: 'https://matplotlib.org/stable/api/toolkits/mplot3d.html',
    functions: { 'axes_grid1.make_axes_locatable': { mutates: ['0'], aliases: ['0'] } },
    classes: { 'mplot3d.Axes3D': { bases: ['matplotlib.Drawing'], constructor: HOLDS_ARGUMENTS3 } },
  },
];

// packages/core/src/libraries/row-specs.ts
function rowSpecs(lists, conditional = {}) {
  const plain = FACTS.flatMap((rows) =>
    (lists[rows] ?? '')
      .split(/\s+/)
      .filter((path2) => path2 !== '')
      .map((path2) => [path2, { rows }]),
  );
  return { ...Object.fromEntries(plain), ...conditional };
}
var FACTS = ['cell', 'each', 'filter', 'choice', 'order', 'all'];

// packages/core/src/libraries/numpy-rows.ts
var NUMPY_ROWS = rowSpecs({
  cell: `
    abs absolute fabs sign sqrt cbrt square exp expm1 exp2 log log2 log10 log1p sin cos tan arcsin arccos arctan
    sinh cosh tanh deg2rad rad2deg degrees radians floor ceil trunc rint round around isnan isfinite isinf
    nan_to_num clip negative reciprocal logical_not interp digitize isin float64 int64
    ndarray.astype ndarray.round ndarray.clip ndarray.copy ndarray.tolist
  `,
  each: `
    arctan2 hypot maximum minimum fmax fmin power mod remainder floor_divide divide true_divide add subtract multiply
    logical_and logical_or logical_xor equal not_equal less less_equal greater greater_equal where isclose select
    column_stack
  `,
  all: `
    mean median average std var sum prod min max amin amax argmin argmax argsort sort unique percentile quantile
    nanmean nanmedian nanstd cumsum cumprod diff gradient concatenate histogram bincount dot
    ndarray.mean ndarray.std ndarray.sum ndarray.min ndarray.max ndarray.argmax ndarray.argmin ndarray.var
    ndarray.cumsum ndarray.sort ndarray.argsort ndarray.reshape ndarray.T ndarray.shape
  `,
});

// packages/core/src/libraries/numpy.ts
var PART4 = {};
var ARRAY_PART = { returns: 'numpy.ndarray' };
var FRESH3 = { fresh: true };
var NUMBER_PART3 = { returns: 'int' };
var PURE4 = {};
var TEXT3 = { returns: 'str' };
var LIST2 = { returns: 'list' };
var TUPLE2 = { returns: 'tuple' };
var NOTHING3 = { returns: 'builtins.NoneType' };
var BYTES3 = { returns: 'bytes' };
var VIEW3 = { aliases: ['self'] };
var VIEW_OF_ARGUMENT = { aliases: ['*'] };
var CHANGES_AND_SHARES4 = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY3 = { mutates: ['self'], returns: 'builtins.NoneType' };
var HOLDS_ARGUMENTS4 = { holds: [{ by: 'return', value: '*' }] };
var SETS_OPTIONS2 = { reads: ['options'], writes: ['options'] };
var READS_OPTIONS2 = { reads: ['options'] };
var DRAWS_NUMPY = { reads: ['random.numpy'], writes: ['random.numpy'] };
var DRAWS2 = { mutates: ['self'], returns: 'numpy.Numbers' };
var DRAWS_FROM = { ...DRAWS2, aliases: ['0'] };
var ARRAY = { returns: 'numpy.ndarray' };
var ARRAY_VIEW = { aliases: ['self'], returns: 'numpy.ndarray' };
var ARRAY_OF_ARGUMENT = { aliases: ['*'], returns: 'numpy.ndarray' };
var FILLS_OUT = { aliases: [':out'], mutates: [':out'] };
var OF_NUMBERS = [{ argument: '*', from: 'numpy', returns: 'numpy.Numbers' }];
var UNARY = {
  aliases: ['1:out'],
  mutates: ['1:out'],
  returns: 'numpy.Result',
  when: OF_NUMBERS,
};
var BINARY = {
  aliases: ['2:out'],
  mutates: ['2:out'],
  returns: 'numpy.Result',
  when: OF_NUMBERS,
};
var REDUCES = {
  aliases: ['1:out'],
  mutates: ['1:out'],
  returns: 'numpy.Numbers',
};
var REDUCES_ALONG = {
  aliases: ['2:out'],
  mutates: ['2:out'],
  returns: 'numpy.Numbers',
};
var NUMBERS_OF_ARGUMENT = {
  aliases: ['*'],
  when: [{ argument: '0', from: 'numpy', returns: 'numpy.Numbers' }],
};
var ARRAYS_OF_ARGUMENT = {
  aliases: ['*'],
  when: [{ argument: '*', from: 'numpy', returns: 'numpy.Arrays' }],
};
var ARRAYS2 = { returns: 'numpy.Arrays' };
var NUMBERS = { returns: 'numpy.Numbers' };
var numpy = {
  module: 'numpy',
  rows: NUMPY_ROWS,
  distribution: 'numpy',
  url: 'https://numpy.org/doc/stable/reference/',
  functions: {
    ...each(ARRAY_OF_ARGUMENT, 'asarray ascontiguousarray asfortranarray asarray_chkfinite fromiter'),
    ...each(
      VIEW_OF_ARGUMENT,
      `
        asanyarray asmatrix require frombuffer from_dlpack lib.stride_tricks.as_strided
      `,
    ),
    ...each(
      NUMBERS_OF_ARGUMENT,
      `
        reshape ravel squeeze transpose permute_dims matrix_transpose swapaxes moveaxis rollaxis expand_dims
        atleast_1d atleast_2d atleast_3d broadcast_to diagonal diag flip fliplr flipud rot90 real imag
        real_if_close trim_zeros astype linalg.diagonal linalg.matrix_transpose
        lib.stride_tricks.sliding_window_view
      `,
    ),
    ...each(
      ARRAYS_OF_ARGUMENT,
      `
        broadcast_arrays split array_split hsplit vsplit dsplit unstack
      `,
    ),
    array: {
      returns: 'numpy.ndarray',
      when: [
        { argument: ':copy', is: 'False', aliases: ['0:object'] },
        { argument: ':copy', is: 'None', aliases: ['0:object'] },
      ],
    },
    nan_to_num: { when: [{ argument: ':copy', is: 'False', aliases: ['0:x'], mutates: ['0:x'] }] },
    meshgrid: { returns: 'numpy.Arrays', when: [{ argument: ':copy', is: 'False', aliases: ['*'] }] },
    ...each(
      { mutates: ['0'], returns: 'builtins.NoneType' },
      `
        put place putmask copyto fill_diagonal put_along_axis
      `,
    ),
    apply_along_axis: { calls: ['0'] },
    fromfunction: { calls: ['0'] },
    apply_over_axes: { calls: ['0'], aliases: ['1'] },
    piecewise: { calls: ['2:*'], returns: 'numpy.ndarray' },
    frompyfunc: { calls: ['*'], holds: [{ by: 'return', value: '*' }] },
    loadtxt: { readsFile: '0:fname', returns: 'numpy.ndarray' },
    genfromtxt: { readsFile: '0:fname', returns: 'numpy.ndarray' },
    fromfile: { readsFile: '0:file', returns: 'numpy.ndarray' },
    load: { readsFile: '0:file' },
    fromregex: { readsFile: '0:file', returns: 'numpy.ndarray' },
    save: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savez: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savez_compressed: { writesFile: '0:file', returns: 'builtins.NoneType' },
    savetxt: { writesFile: '0:fname', returns: 'builtins.NoneType' },
    ...each(SETS_OPTIONS2, 'seterr seterrcall setbufsize set_printoptions'),
    ...each(READS_OPTIONS2, 'geterr geterrcall getbufsize get_printoptions'),
    ...each(
      { reads: ['options'], returns: 'str' },
      `
        array2string array_repr array_str format_float_positional format_float_scientific
      `,
    ),
    base_repr: TEXT3,
    binary_repr: TEXT3,
    typename: TEXT3,
    nested_iters: { mutates: ['*'], aliases: ['*'] },
    linspace: {
      returns: 'numpy.ndarray',
      when: [{ argument: ':retstep', is: 'True', returns: 'builtins.tuple' }],
    },
    ...each(
      { returns: 'builtins.bool' },
      `
        allclose array_equal array_equiv isscalar iscomplexobj isrealobj may_share_memory shares_memory
        can_cast issubdtype iterable isfortran
      `,
    ),
    ndim: { returns: 'builtins.int' },
    size: { returns: 'builtins.int' },
    shape: TUPLE2,
    broadcast_shapes: TUPLE2,
    unravel_index: TUPLE2,
    ...each(
      UNARY,
      `
        abs absolute acos acosh arccos arccosh arcsin arcsinh arctan arctanh asin asinh atan atanh
        bitwise_count bitwise_invert bitwise_not cbrt ceil conj conjugate cos cosh deg2rad degrees exp exp2
        expm1 fabs fix floor invert isfinite isinf isnan isnat isneginf isposinf log log10 log1p log2
        logical_not negative positive rad2deg radians reciprocal rint sign signbit sin sinh spacing sqrt square
        tan tanh trunc
      `,
    ),
    ...each(
      BINARY,
      `
        add all amax amin any arctan2 argmax argmin around atan2 bitwise_and bitwise_left_shift bitwise_or
        bitwise_right_shift bitwise_xor choose copysign divide dot equal float_power floor_divide fmax fmin
        fmod gcd greater greater_equal heaviside hypot lcm ldexp left_shift less less_equal logaddexp
        logaddexp2 logical_and logical_or logical_xor matmul matvec max maximum median min minimum mod multiply
        nanargmax nanargmin nanmax nanmedian nanmin nextafter not_equal outer pow power ptp remainder
        right_shift round subtract true_divide vecdot vecmat
      `,
    ),
    ...each(
      PURE4,
      `
        bmat common_type datetime_as_string datetime_data einsum_path histogramdd isdtype min_scalar_type
        mintypecode polyval promote_types repeat result_type sort_complex unique_all unique_counts
        unique_inverse unique_values product cumproduct sometrue alltrue msort
      `,
    ),
    ...each(
      NUMBERS,
      `
        argpartition argsort corrcoef count_nonzero cross diagflat digitize ediff1d extract histogram_bin_edges
        i0 inner interp intersect1d isclose isin lexsort partition poly polyadd polyder polyfit polyint polymul
        polysub ravel_multi_index searchsorted select setdiff1d setxor1d sinc sort take_along_axis tensordot
        trapezoid trapz union1d unwrap vdot zeros_like ones_like full_like empty_like copy diff angle
        linalg.cholesky linalg.cond linalg.cross linalg.det linalg.eigvals linalg.eigvalsh linalg.inv
        linalg.matmul linalg.matrix_norm linalg.matrix_power linalg.matrix_rank linalg.norm linalg.outer
        linalg.pinv linalg.solve linalg.svdvals linalg.tensordot linalg.tensorinv linalg.tensorsolve
        linalg.trace linalg.vecdot linalg.vector_norm fft.fftfreq fft.rfftfreq fft.fftshift fft.ifftshift in1d
        iscomplex isreal packbits unpackbits
      `,
    ),
    ...each(
      ARRAYS2,
      `
        gradient histogram histogram2d polydiv linalg.eig linalg.eigh linalg.lstsq linalg.qr linalg.slogdet
        linalg.svd diag_indices tril_indices triu_indices tril_indices_from triu_indices_from diag_indices_from
        nonzero mask_indices
      `,
    ),
    where: {
      returns: 'numpy.ndarray',
      when: [{ argument: '0:condition', is: '*', without: '1:x', returns: 'numpy.Arrays' }],
    },
    unique: {
      returns: 'numpy.ndarray',
      when: [
        { argument: '1:return_index', is: '*', returns: 'numpy.Arrays' },
        { argument: '2:return_inverse', is: '*', returns: 'numpy.Arrays' },
        { argument: '3:return_counts', is: '*', returns: 'numpy.Arrays' },
      ],
    },
    average: {
      returns: 'numpy.Numbers',
      when: [{ argument: '3:returned', is: '*', returns: '' }],
    },
    ...each(
      ARRAY,
      `
        append arange argwhere bartlett bincount blackman block column_stack convolve correlate cov delete
        dstack empty eye flatnonzero fromstring full geomspace hamming hanning hstack identity indices insert
        kaiser kron logspace ones pad resize roll roots row_stack tile tri tril triu vander vstack zeros
      `,
    ),
    busday_count: { mutates: ['5:out'], aliases: ['5:out'] },
    busday_offset: { mutates: ['6:out'], aliases: ['6:out'] },
    ...each(
      { mutates: ['3:out'], aliases: ['3:out'] },
      `
        clip compress cumprod cumsum mean nancumprod nancumsum nanmean nanpercentile nanprod nanquantile nanstd
        nansum nanvar percentile prod quantile std sum take var
      `,
    ),
    ...each(
      { mutates: ['0'], returns: 'builtins.NoneType' },
      `
        add.at subtract.at multiply.at divide.at maximum.at minimum.at logical_or.at logical_and.at
      `,
    ),
    ...each(
      { mutates: [':out'], aliases: [':out'], returns: 'numpy.Result', when: OF_NUMBERS },
      `
        add.reduce add.accumulate add.outer add.reduceat subtract.outer multiply.reduce multiply.accumulate
        multiply.outer divide.outer maximum.reduce maximum.accumulate maximum.outer minimum.reduce
        minimum.accumulate minimum.outer logical_and.reduce logical_or.reduce
      `,
    ),
    concat: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    concatenate: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    ...each(
      FILLS_OUT,
      `
        cumulative_prod cumulative_sum divmod frexp modf linalg.multi_dot 
      `,
    ),
    ...each(
      { ...FILLS_OUT, returns: 'numpy.ndarray' },
      `
        fft.fft fft.ifft fft.rfft fft.irfft fft.hfft fft.ihfft fft.fft2 fft.ifft2 fft.fftn fft.ifftn fft.rfft2 fft.irfft2 fft.rfftn fft.irfftn
      `,
    ),
    einsum: { aliases: [':out', '1:*'], mutates: [':out'] },
    is_busday: { mutates: ['4:out'], aliases: ['4:out'] },
    stack: { mutates: ['2:out'], aliases: ['2:out'], returns: 'numpy.ndarray' },
    trace: { mutates: ['5:out'], aliases: ['5:out'] },
    'random.seed': {
      writes: ['random.numpy'],
      returns: 'builtins.NoneType',
      when: [{ argument: '0:seed', is: 'None', reads: ['system-random'] }],
    },
    'random.set_state': { writes: ['random.numpy'] },
    'random.get_state': { reads: ['random.numpy'] },
    'random.shuffle': {
      reads: ['random.numpy'],
      writes: ['random.numpy'],
      mutates: ['0:x'],
      returns: 'builtins.NoneType',
    },
    'random.bytes': { ...DRAWS_NUMPY, returns: 'bytes' },
    ...each({ ...DRAWS_NUMPY, aliases: ['0'], returns: 'numpy.Numbers' }, 'random.choice random.permutation'),
    ...each(
      { ...DRAWS_NUMPY, returns: 'numpy.Numbers' },
      `
        random.rand random.randn random.randint random.random random.random_sample random.ranf random.sample
        random.random_integers random.beta random.binomial
        random.chisquare random.dirichlet random.exponential random.f random.gamma random.geometric
        random.gumbel random.hypergeometric random.laplace random.logistic random.lognormal random.logseries
        random.multinomial random.multivariate_normal random.negative_binomial random.noncentral_chisquare
        random.noncentral_f random.normal random.pareto random.poisson random.power random.rayleigh
        random.standard_cauchy random.standard_exponential random.standard_gamma random.standard_normal
        random.standard_t random.triangular random.uniform random.vonmises random.wald random.weibull
        random.zipf
      `,
    ),
    'random.default_rng': {
      random: { seed: '0:seed', resource: 'system-random' },
      aliases: ['0:seed'],
      returns: 'numpy.random.Generator',
    },
    ...each(
      NOTHING3,
      `
        testing.assert_allclose testing.assert_almost_equal testing.assert_array_almost_equal
        testing.assert_array_equal testing.assert_equal
      `,
    ),
    printoptions: HOLDS_ARGUMENTS4,
  },
  classes: {
    /** What a universal function gives: an array, a number, or what pandas makes of a column or table. */
    Result: {
      constructor: PURE4,
      element: 'builtins.Plain',
      oneOf: ['numpy.ndarray', 'pandas.Series', 'pandas.DataFrame', 'pandas.Index', 'numpy.float64'],
    },
    /** An array, or a number where an array would have no dimension. */
    Numbers: { constructor: PURE4, element: 'builtins.Plain', oneOf: ['numpy.ndarray', 'numpy.generic'] },
    /** Several arrays, or one: what depends on the dimensions, or on the version of NumPy. */
    Arrays: {
      constructor: PURE4,
      oneOf: ['builtins.tuple', 'builtins.list', 'numpy.ndarray'],
      element: 'numpy.Numbers',
      iterate: { returns: 'numpy.Numbers', aliases: ['self'] },
    },
    /** What joins its index to an array: `np.c_[x, y]`. */
    Joining: { constructor: PURE4, subscript: { returns: 'numpy.Arrays' } },
    vectorize: { constructor: HOLDS_ARGUMENTS4 },
    'random.RandomState': {
      constructor: { random: { seed: '0:seed', resource: 'system-random' }, aliases: ['0:seed'] },
      methods: {
        ...each(
          DRAWS2,
          `
            rand randn randint random random_sample ranf sample random_integers beta
            binomial chisquare dirichlet exponential f gamma geometric gumbel hypergeometric laplace logistic
            lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare
            noncentral_f normal pareto poisson power rayleigh standard_cauchy standard_exponential
            standard_gamma standard_normal standard_t triangular uniform vonmises wald weibull zipf tomaxint
          `,
        ),
        ...each(DRAWS_FROM, 'choice permutation'),
        bytes: { mutates: ['self'], returns: 'bytes' },
        set_state: CHANGES_ONLY3,
        shuffle: { mutates: ['self', '0:x'], returns: 'builtins.NoneType' },
        seed: CHANGES_ONLY3,
        get_state: PURE4,
      },
    },
    'random.Generator': {
      constructor: HOLDS_ARGUMENTS4,
      methods: {
        ...each(
          DRAWS2,
          `
            beta binomial chisquare dirichlet exponential f gamma geometric gumbel hypergeometric laplace
            logistic lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare
            noncentral_f normal pareto poisson power rayleigh standard_cauchy standard_t triangular uniform
            vonmises wald weibull zipf integers multivariate_hypergeometric
          `,
        ),
        ...each(DRAWS_FROM, 'choice permutation'),
        bytes: { mutates: ['self'], returns: 'bytes' },
        ...each(
          { mutates: ['self', ':out'], aliases: [':out'], returns: 'numpy.Numbers' },
          `
            standard_exponential standard_gamma standard_normal random permuted
          `,
        ),
        shuffle: { mutates: ['self', '0:x'], returns: 'builtins.NoneType' },
        spawn: { mutates: ['self'], returns: 'builtins.list' },
      },
      attributes: { bit_generator: PART4 },
    },
    'random.PCG64': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.PCG64DXSM': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.MT19937': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.Philox': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.SFC64': {
      constructor: {
        random: { seed: '0:seed', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    'random.SeedSequence': {
      constructor: {
        random: { seed: '0:entropy', resource: 'system-random' },
        holds: [{ by: 'return', value: '*' }],
      },
    },
    ndarray: {
      constructor: ARRAY_OF_ARGUMENT,
      element: 'builtins.Plain',
      methods: {
        ...each(ARRAY_VIEW, 'reshape ravel squeeze transpose swapaxes diagonal getfield'),
        view: VIEW3,
        newbyteorder: VIEW3,
        __array__: VIEW3,
        ...each(ARRAY, 'copy flatten repeat argpartition argsort'),
        astype: { returns: 'numpy.ndarray', when: [{ argument: ':copy', is: 'False', aliases: ['self'] }] },
        byteswap: {
          returns: 'numpy.ndarray',
          when: [{ argument: '0:inplace', is: 'True', mutates: ['self'], aliases: ['self'] }],
        },
        ...each(CHANGES_ONLY3, 'fill itemset partition put resize setfield setflags sort'),
        ...each(REDUCES, 'all any argmax argmin choose dot max min round ptp'),
        ...each(REDUCES_ALONG, 'clip compress cumprod cumsum mean prod std sum take var'),
        conj: { mutates: ['0:out'], aliases: ['self', '0:out'] },
        conjugate: { mutates: ['0:out'], aliases: ['self', '0:out'] },
        trace: { mutates: ['4:out'], aliases: ['4:out'] },
        searchsorted: PURE4,
        item: PURE4,
        nonzero: TUPLE2,
        tolist: LIST2,
        tobytes: BYTES3,
        dumps: BYTES3,
        tostring: BYTES3,
        dump: { writesFile: '0:file', returns: 'builtins.NoneType' },
        tofile: { writesFile: '0:fid', returns: 'builtins.NoneType' },
      },
      attributes: {
        ...each(PART4, 'flat base data ctypes'),
        ...each(ARRAY_PART, 'T mT real imag'),
        shape: { returns: 'tuple', fresh: true },
        strides: { returns: 'tuple', fresh: true },
        ...each(NUMBER_PART3, 'ndim size itemsize nbytes'),
        flags: FRESH3,
        dtype: { returns: 'numpy.dtype' },
      },
    },
    matrix: {
      bases: ['numpy.ndarray'],
      constructor: VIEW_OF_ARGUMENT,
      attributes: { A: PART4, A1: PART4, H: PART4, I: PART4 },
    },
    memmap: {
      bases: ['numpy.ndarray'],
      constructor: { readsFile: '0:filename', writesFile: '0:filename' },
      methods: { flush: { mutates: ['self'], writes: ['files'] } },
    },
    dtype: { immutable: true, constructor: PURE4 },
    generic: {
      immutable: true,
      methods: {
        item: PURE4,
        tolist: PURE4,
        ...each(
          NUMBERS,
          `
            astype sum mean min max std var prod round copy squeeze ravel reshape flatten all any cumsum cumprod
            clip argmax argmin take repeat transpose trace ptp view byteswap
          `,
        ),
        conj: { mutates: ['0'], aliases: ['0'] },
        conjugate: { mutates: ['0'], aliases: ['0'] },
        tobytes: BYTES3,
      },
      attributes: {
        dtype: { returns: 'numpy.dtype' },
        ...each(NUMBER_PART3, 'ndim size itemsize nbytes'),
        shape: { returns: 'tuple', fresh: true },
        ...each({ returns: 'numpy.generic', fresh: true }, 'real imag T'),
      },
      constructor: HOLDS_ARGUMENTS4,
    },
    ...each(
      { bases: ['numpy.generic'], immutable: true, constructor: PURE4 },
      `
        number bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intp uintp float16 float32 float64
        longdouble complex64 complex128 clongdouble int_ uint float_ byte ubyte short ushort intc uintc long
        ulong longlong ulonglong half single double csingle cdouble str_ bytes_ datetime64 timedelta64 integer
        floating signedinteger unsignedinteger inexact complexfloating character flexible
      `,
    ),
    finfo: { immutable: true, constructor: PURE4 },
    iinfo: { immutable: true, constructor: PURE4 },
    poly1d: {
      constructor: VIEW_OF_ARGUMENT,
      methods: { __call__: PURE4, deriv: PURE4, integ: PURE4 },
      attributes: {
        ...each(PART4, 'coef coefficients coeffs c r roots o order'),
      },
    },
    errstate: {
      constructor: HOLDS_ARGUMENTS4,
      methods: {
        ...each(
          {
            reads: ['options'],
            writes: ['options'],
            mutates: ['self'],
            returns: 'builtins.NoneType',
          },
          '__enter__ __exit__',
        ),
      },
    },
    nditer: {
      constructor: VIEW_OF_ARGUMENT,
      consumable: true,
      methods: {
        ...each(CHANGES_AND_SHARES4, '__enter__ close reset iternext'),
      },
    },
    ndenumerate: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    flatiter: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    ndindex: { constructor: PURE4, consumable: true },
    broadcast: { constructor: VIEW_OF_ARGUMENT, consumable: true },
    'linalg.LinAlgError': { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS4 },
  },
  attributes: {
    ...each(FRESH3, 'pi e inf nan newaxis euler_gamma NaN Inf PINF NINF infty __version__ True_ False_'),
    ...each({ returns: 'numpy.Joining', fresh: true }, 'c_ r_ mgrid ogrid'),
    ...each(PART4, 's_ index_exp'),
  },
  aliases: { 'core.multiarray.array': 'array', 'random.mtrand.RandomState': 'random.RandomState' },
};

// packages/core/src/libraries/other-packages.ts
var PART5 = {};
var FRESH4 = { fresh: true };
var PURE5 = {};
var TEXT4 = { returns: 'str' };
var VIEW4 = { aliases: ['self'] };
var ENTERS2 = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS5 = { holds: [{ by: 'return', value: '*' }] };
var SETS_OPTIONS3 = { reads: ['options'], writes: ['options'] };
function progressBar(name) {
  return {
    constructor: { holds: [{ by: 'return', value: '*' }], writes: ['stdout'], returns: name },
    consumable: true,
    methods: {
      ...each(
        { mutates: ['self'], writes: ['stdout'] },
        `
          update set_description set_postfix set_postfix_str close refresh reset display clear
          set_description_str __exit__
        `,
      ),
      write: { writes: ['stdout'], returns: 'builtins.NoneType' },
      __enter__: ENTERS2,
    },
    attributes: { n: PART5, total: PART5 },
  };
}
var otherPackages = [
  {
    module: 'joblib',
    distribution: 'joblib',
    url: 'https://joblib.readthedocs.io/',
    functions: {
      dump: { writesFile: '1:filename', returns: 'list' },
      load: { readsFile: '0:filename' },
      delayed: HOLDS_ARGUMENTS5,
      hash: TEXT4,
      cpu_count: { reads: ['process'], returns: 'int' },
    },
    classes: {},
  },
  {
    module: 'tqdm',
    distribution: 'tqdm',
    url: 'https://tqdm.github.io/',
    functions: {
      ...each({ writes: ['stdout'], returns: 'tqdm.tqdm' }, 'trange auto.trange notebook.trange tnrange'),
    },
    classes: {
      tqdm: progressBar('tqdm.tqdm'),
      'auto.tqdm': progressBar('tqdm.auto.tqdm'),
      'notebook.tqdm': progressBar('tqdm.notebook.tqdm'),
      tqdm_notebook: progressBar('tqdm.tqdm_notebook'),
      'std.tqdm': progressBar('tqdm.std.tqdm'),
      'autonotebook.tqdm': progressBar('tqdm.autonotebook.tqdm'),
    },
  },
  {
    module: 'IPython',
    distribution: 'ipython',
    url: 'https://ipython.readthedocs.io/',
    functions: {
      'display.display': { writes: ['stdout'], reads: ['stdout', 'figure'] },
      'display.clear_output': { writes: ['stdout'], returns: 'builtins.NoneType' },
      'display.set_matplotlib_formats': SETS_OPTIONS3,
    },
    classes: {
      ...each(
        { constructor: HOLDS_ARGUMENTS5 },
        `
          display.HTML display.Markdown display.Latex display.JSON display.Code display.Math display.Javascript
        `,
      ),
      'display.Image': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
      'display.SVG': { constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] } },
      'display.Audio': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
      'display.Video': {
        constructor: { holds: [{ by: 'return', value: '*' }], reads: ['files', 'network'] },
      },
    },
  },
  {
    module: 'yaml',
    distribution: 'pyyaml',
    url: 'https://pyyaml.org/wiki/PyYAMLDocumentation',
    functions: {
      safe_load: { mutates: ['0:stream'] },
      full_load: { mutates: ['0:stream'] },
      dump: { mutates: ['1:stream'] },
      safe_dump: { mutates: ['1:stream'] },
    },
    classes: {},
  },
  {
    module: 'statsmodels',
    distribution: 'statsmodels',
    url: 'https://www.statsmodels.org/',
    functions: {
      'api.add_constant': { aliases: ['0:data'] },
      'tools.add_constant': { aliases: ['0:data'] },
      'api.qqplot': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      'graphics.tsaplots.plot_acf': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      'graphics.tsaplots.plot_pacf': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
      ...each(
        PURE5,
        `
          tsa.stattools.adfuller tsa.stattools.kpss tsa.stattools.acf tsa.stattools.pacf
          stats.outliers_influence.variance_inflation_factor
        `,
      ),
    },
    classes: {
      'api.OLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.GLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.WLS': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Logit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Probit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.GLM': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.Poisson': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.MNLogit': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.RLM': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      'api.QuantReg': {
        constructor: { holds: [{ by: 'return', value: '*' }], returns: 'statsmodels.Model', reads: [] },
      },
      Model: {
        methods: {
          fit: { mutates: ['self'], aliases: ['self'], writes: ['stdout'], returns: 'statsmodels.Results' },
          predict: { aliases: ['self', '*'] },
        },
        attributes: { endog: PART5, exog: PART5, data: PART5, endog_names: FRESH4, exog_names: FRESH4 },
        constructor: HOLDS_ARGUMENTS5,
      },
      Results: {
        methods: {
          ...each(
            VIEW4,
            `
              summary summary2 conf_int get_prediction get_forecast cov_params t_test f_test wald_test
            `,
          ),
          predict: { aliases: ['self', '*'] },
          forecast: { aliases: ['self', '*'] },
          plot_diagnostics: {
            reads: ['figure', 'options'],
            writes: ['figure'],
            returns: 'matplotlib.Drawing',
          },
        },
        attributes: {
          ...each(PART5, 'params resid fittedvalues pvalues tvalues bse model'),
          ...each(
            FRESH4,
            `
              rsquared rsquared_adj aic bic llf fvalue f_pvalue nobs mse_resid df_resid df_model scale
            `,
          ),
        },
        constructor: HOLDS_ARGUMENTS5,
      },
    },
  },
];

// packages/core/src/libraries/pandas-rows.ts
var ALONG_AXIS = {
  rows: 'all',
  when: [
    { argument: ':axis', is: '1', rows: 'each' },
    { argument: ':axis', is: "'columns'", rows: 'each' },
    { argument: ':axis', is: '"columns"', rows: 'each' },
  ],
};
var under = (owner, names, spec) =>
  Object.fromEntries(names.split(' ').map((name) => [`${owner}.${name}`, spec]));
var PANDAS_ROWS = rowSpecs(
  {
    cell: `
      isna isnull notna notnull to_timedelta
      NDFrame.abs NDFrame.isna NDFrame.isnull NDFrame.notna NDFrame.notnull NDFrame.isin NDFrame.round NDFrame.copy
      Series.isin Series.abs Series.round Series.to_frame Series.to_numpy Series.tolist Series.to_list
      Series.str Series.dt Series.cat Series.values Series.array
      DataFrame.map DataFrame.applymap
      StringMethods.capitalize StringMethods.casefold StringMethods.center StringMethods.contains StringMethods.count
      StringMethods.endswith StringMethods.find StringMethods.findall StringMethods.fullmatch StringMethods.get
      StringMethods.index StringMethods.isalnum StringMethods.isalpha StringMethods.isdecimal StringMethods.isdigit
      StringMethods.islower StringMethods.isnumeric StringMethods.isspace StringMethods.istitle StringMethods.isupper
      StringMethods.join StringMethods.len StringMethods.ljust StringMethods.lower StringMethods.lstrip
      StringMethods.match StringMethods.normalize StringMethods.pad StringMethods.removeprefix
      StringMethods.removesuffix StringMethods.repeat StringMethods.replace StringMethods.rfind StringMethods.rindex
      StringMethods.rjust StringMethods.rstrip StringMethods.slice StringMethods.slice_replace
      StringMethods.startswith StringMethods.strip StringMethods.swapcase StringMethods.title StringMethods.translate
      StringMethods.upper StringMethods.wrap StringMethods.zfill
      DatetimeProperties.year DatetimeProperties.month DatetimeProperties.day DatetimeProperties.hour
      DatetimeProperties.minute DatetimeProperties.second DatetimeProperties.microsecond
      DatetimeProperties.nanosecond DatetimeProperties.quarter DatetimeProperties.dayofweek
      DatetimeProperties.day_of_week DatetimeProperties.weekday DatetimeProperties.dayofyear
      DatetimeProperties.day_of_year DatetimeProperties.is_month_start DatetimeProperties.is_month_end
      DatetimeProperties.is_quarter_start DatetimeProperties.is_quarter_end DatetimeProperties.is_year_start
      DatetimeProperties.is_year_end DatetimeProperties.is_leap_year DatetimeProperties.days_in_month
      DatetimeProperties.daysinmonth DatetimeProperties.date DatetimeProperties.time DatetimeProperties.days
      DatetimeProperties.seconds DatetimeProperties.microseconds DatetimeProperties.nanoseconds
      DatetimeProperties.ceil DatetimeProperties.floor DatetimeProperties.round DatetimeProperties.normalize
      DatetimeProperties.strftime DatetimeProperties.month_name DatetimeProperties.day_name
      DatetimeProperties.total_seconds DatetimeProperties.to_period DatetimeProperties.isocalendar
    `,
    each: `
      DataFrame.assign DataFrame.rename DataFrame.eval DataFrame.to_numpy DataFrame.values DataFrame.insert
      NDFrame.add_prefix NDFrame.add_suffix NDFrame.set_axis
      NDFrame.add NDFrame.sub NDFrame.subtract NDFrame.mul NDFrame.multiply NDFrame.div NDFrame.divide
      NDFrame.truediv NDFrame.floordiv NDFrame.mod NDFrame.pow NDFrame.radd NDFrame.rsub NDFrame.rmul NDFrame.rdiv
      NDFrame.rtruediv NDFrame.eq NDFrame.ne NDFrame.lt NDFrame.le NDFrame.gt NDFrame.ge
      NDFrame.combine_first Series.between Series.clip Series.rename
      StringMethods.partition StringMethods.rpartition StringMethods.extract
    `,
    filter: `DataFrame.query`,
    choice: `
      NDFrame.head NDFrame.tail NDFrame.sample NDFrame.truncate NDFrame.take NDFrame.sort_values NDFrame.sort_index
      NDFrame.drop_duplicates NDFrame.nlargest NDFrame.nsmallest NDFrame.first NDFrame.last
    `,
    order: `
      NDFrame.shift NDFrame.diff NDFrame.pct_change NDFrame.cumsum NDFrame.cumprod NDFrame.cummax NDFrame.cummin
      NDFrame.ffill NDFrame.bfill NDFrame.pad NDFrame.backfill NDFrame.interpolate NDFrame.rolling NDFrame.expanding
      NDFrame.ewm NDFrame.asfreq NDFrame.resample NDFrame.reindex NDFrame.duplicated Series.duplicated
      DataFrame.duplicated Series.factorize Series.argsort NDFrame.explode merge_asof
    `,
    all: `
      get_dummies cut qcut factorize crosstab pivot pivot_table melt value_counts concat merge unique
      NDFrame.mean NDFrame.median NDFrame.min NDFrame.max NDFrame.sum NDFrame.std NDFrame.var NDFrame.sem NDFrame.skew
      NDFrame.kurt NDFrame.quantile NDFrame.mode NDFrame.count NDFrame.nunique NDFrame.prod NDFrame.any NDFrame.all
      NDFrame.idxmax NDFrame.idxmin NDFrame.rank NDFrame.convert_dtypes NDFrame.describe NDFrame.value_counts NDFrame.groupby NDFrame.agg
      NDFrame.aggregate NDFrame.transform NDFrame.corr NDFrame.cov Series.mean Series.median Series.std Series.var
      Series.unique Series.value_counts Series.nunique Series.corr DataFrame.corr DataFrame.groupby DataFrame.merge
      DataFrame.join DataFrame.pivot DataFrame.pivot_table DataFrame.melt DataFrame.stack DataFrame.unstack
      DataFrame.describe DataFrame.select_dtypes DataFrame.rank NDFrame.shape NDFrame.size NDFrame.empty
      StringMethods.cat StringMethods.get_dummies CategoricalAccessor.codes CategoricalAccessor.categories
    `,
  },
  {
    ...under(
      'DataFrame',
      'mean median min max sum std var sem skew kurt prod any all count nunique',
      ALONG_AXIS,
    ),
    ...under('DataFrame', 'idxmax idxmin apply', ALONG_AXIS),
    // How many columns come out depends on the longest text.
    'StringMethods.split': { rows: 'cell', when: [{ argument: ':expand', is: 'True', rows: 'all' }] },
    'StringMethods.rsplit': { rows: 'cell', when: [{ argument: ':expand', is: 'True', rows: 'all' }] },
    'Series.map': { rows: 'cell' },
    'Series.apply': { rows: 'cell' },
    // A dtype that is worked out from the values of all rows is no row's own.
    'NDFrame.astype': {
      rows: 'cell',
      when: [
        { argument: '0:dtype', is: "'category'", rows: 'all' },
        { argument: '0:dtype', is: '"category"', rows: 'all' },
      ],
    },
    'NDFrame.fillna': {
      rows: 'cell',
      when: [{ argument: ':method', is: '*', rows: 'order' }],
    },
    'Series.fillna': { rows: 'each', when: [{ argument: ':method', is: '*', rows: 'order' }] },
    'NDFrame.clip': { rows: 'cell' },
    'NDFrame.replace': { rows: 'cell', when: [{ argument: ':method', is: '*', rows: 'order' }] },
    'NDFrame.where': { rows: 'each' },
    'NDFrame.mask': { rows: 'each' },
    'NDFrame.dropna': {
      rows: 'filter',
      when: [
        { argument: ':axis', is: '1', rows: 'all' },
        { argument: ':axis', is: "'columns'", rows: 'all' },
        { argument: ':axis', is: '"columns"', rows: 'all' },
        { argument: ':ignore_index', is: '*', rows: 'choice' },
      ],
    },
    'NDFrame.drop': { rows: 'choice' },
    // Without a format it is worked out from the first value.
    to_datetime: { rows: 'all', when: [{ argument: ':format', is: '*', rows: 'cell' }] },
    to_numeric: { rows: 'cell', when: [{ argument: ':downcast', is: '*', rows: 'all' }] },
    'NDFrame.reset_index': { rows: 'order', when: [{ argument: ':drop', is: 'True', rows: 'choice' }] },
    'DataFrame.set_index': { rows: 'each' },
  },
);

// packages/core/src/libraries/pandas.ts
var PART6 = {};
var FRESH5 = { fresh: true };
var NUMBER_PART4 = { returns: 'int' };
var TRUTH_PART3 = { returns: 'bool' };
var PURE6 = {};
var INT3 = { returns: 'int' };
var TEXT5 = { returns: 'str' };
var TRUTH3 = { returns: 'bool' };
var NUMBER2 = { returns: 'float' };
var DICT2 = { returns: 'dict' };
var NOTHING4 = { returns: 'builtins.NoneType' };
var VIEW5 = { aliases: ['self'] };
var SHARES_ARGUMENTS4 = { aliases: ['*'] };
var CHANGES3 = { mutates: ['self'] };
var CHANGES_AND_SHARES5 = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY4 = { mutates: ['self'], returns: 'builtins.NoneType' };
var VIEW_OF_SAME_KIND = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS6 = { holds: [{ by: 'return', value: '*' }] };
var SETS_OPTIONS4 = { reads: ['options'], writes: ['options'] };
var READS_OPTIONS3 = { reads: ['options'] };
var TALKS_TO_NETWORK = { reads: ['network'], writes: ['network'] };
var FRAME = { returns: 'pandas.DataFrame' };
var SERIES = { returns: 'pandas.Series' };
var TABLE = { returns: 'pandas.NDFrame' };
var INDEX = { returns: 'pandas.Index' };
var INDEX_VIEW = { aliases: ['self'], returns: 'pandas.Index' };
var LABELS = { returns: 'builtins.list' };
var ARRAY2 = { returns: 'numpy.ndarray' };
var ROWS = { aliases: ['self'], returns: 'pandas.Rows' };
var LIST_VIEW = { aliases: ['self'], returns: 'builtins.list' };
var FRAME_VIEW = { aliases: ['self'], returns: 'pandas.DataFrame' };
var SERIES_VIEW = { aliases: ['self'], returns: 'pandas.Series' };
var TABLE_VIEW = { aliases: ['self'], returns: 'pandas.NDFrame' };
var SAME_KIND = { returns: 'self' };
var COPY_OR_VIEW = {
  returns: 'self',
  when: [{ aliases: ['self'], argument: ':copy', is: 'False' }],
};
var IN_PLACE_BY_REQUEST = {
  returns: 'self',
  when: [{ aliases: ['self'], argument: ':inplace', is: 'True', mutates: ['self'], returns: 'self' }],
};
var IN_PLACE_NOTHING = {
  returns: 'self',
  when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
};
var APPLIES = { calls: ['0:func'] };
var APPLIES_TO_FRAME = { calls: ['0:func'], returns: 'pandas.DataFrame' };
var PLOTS = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options'],
  returns: 'matplotlib.Drawing',
  writes: ['figure'],
};
var REDUCES_COLUMNS = {
  returns: 'pandas.Series',
  when: [
    { argument: ':axis', is: 'None', returns: '' },
    { argument: '0', is: 'None', returns: '' },
  ],
};
var SCALAR = { returns: 'pandas.Scalar' };
var pandas = {
  module: 'pandas',
  rows: PANDAS_ROWS,
  distribution: 'pandas',
  url: 'https://pandas.pydata.org/docs/reference/',
  functions: {
    ...each(
      {
        readsFile: '0:filepath_or_buffer',
        reads: ['options'],
        returns: 'pandas.DataFrame',
        calls: [':date_parser', ':converters', ':skiprows', ':usecols', ':on_bad_lines'],
        when: [
          { argument: ':chunksize', is: '*', returns: 'pandas.TextFileReader' },
          { argument: ':chunksize', is: 'None', returns: 'pandas.DataFrame' },
          { argument: ':iterator', is: 'True', returns: 'pandas.TextFileReader' },
        ],
      },
      'read_csv read_table read_fwf',
    ),
    read_parquet: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_feather: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_orc: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_stata: { readsFile: '0:filepath_or_buffer', reads: ['options'], returns: 'pandas.DataFrame' },
    read_spss: { readsFile: '0:path', reads: ['options'], returns: 'pandas.DataFrame' },
    read_xml: { readsFile: '0:path_or_buffer', reads: ['options'], returns: 'pandas.DataFrame' },
    read_excel: {
      readsFile: '0:io',
      reads: ['options'],
      returns: 'pandas.DataFrame',
      when: [
        { argument: ':sheet_name', is: '*', returns: '' },
        { argument: '1:sheet_name', is: '*', returns: '' },
      ],
    },
    read_html: { readsFile: '0:io', reads: ['options'], returns: 'builtins.list' },
    read_json: {
      readsFile: '0:path_or_buf',
      reads: ['options'],
      returns: 'pandas.DataFrame',
      when: [
        { argument: ':typ', is: '*', returns: '' },
        { argument: ':chunksize', is: '*', returns: '' },
      ],
    },
    read_pickle: { readsFile: '0:filepath_or_buffer' },
    read_sas: { readsFile: '0:filepath_or_buffer' },
    read_hdf: { readsFile: '0:path_or_buf' },
    ...each(
      {
        reads: ['environment', 'database'],
        mutates: ['1:con'],
        returns: 'pandas.DataFrame',
        when: [
          { argument: ':chunksize', is: '*', returns: 'generator', aliases: ['1:con'] },
          { argument: ':chunksize', is: 'None', returns: 'pandas.DataFrame', aliases: [] },
        ],
      },
      'read_sql read_sql_query read_sql_table',
    ),
    read_clipboard: { reads: ['process'], returns: 'pandas.DataFrame' },
    read_gbq: { reads: ['network'], writes: ['network'], returns: 'pandas.DataFrame' },
    concat: {
      returns: 'pandas.NDFrame',
      when: [
        { argument: '0:objs', has: 'pandas.DataFrame', returns: 'pandas.DataFrame' },
        { argument: ':copy', is: 'False', aliases: ['*'] },
      ],
    },
    merge: { returns: 'pandas.DataFrame', when: [{ argument: ':copy', is: 'False', aliases: ['*'] }] },
    ...each(
      FRAME,
      `
        merge_asof merge_ordered get_dummies from_dummies json_normalize pivot melt lreshape wide_to_long
      `,
    ),
    crosstab: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
    pivot_table: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
    date_range: { returns: 'pandas.DatetimeIndex' },
    bdate_range: { returns: 'pandas.DatetimeIndex' },
    period_range: INDEX,
    timedelta_range: INDEX,
    interval_range: INDEX,
    ...each(PURE6, 'cut qcut factorize value_counts to_timedelta infer_freq array isna isnull notna notnull'),
    to_datetime: { aliases: ['0:arg'] },
    to_numeric: { aliases: ['0:arg'] },
    unique: { aliases: ['0:values'] },
    eval: {
      frame: 'at-sign',
      when: [{ argument: ':inplace', is: 'True', mutates: [':target'], returns: 'builtins.NoneType' }],
    },
    set_option: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    reset_option: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    set_eng_float_format: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    get_option: READS_OPTIONS3,
    describe_option: { writes: ['stdout'], reads: ['options'] },
    to_pickle: { writesFile: '1:filepath_or_buffer', returns: 'builtins.NoneType' },
    'testing.assert_frame_equal': NOTHING4,
    'testing.assert_series_equal': NOTHING4,
    'testing.assert_index_equal': NOTHING4,
    ...each(
      { returns: 'builtins.bool' },
      `
        api.types.is_numeric_dtype api.types.is_string_dtype api.types.is_object_dtype api.types.is_bool_dtype
        api.types.is_integer_dtype api.types.is_float_dtype api.types.is_datetime64_any_dtype
        api.types.is_datetime64_dtype api.types.is_categorical_dtype api.types.is_list_like
        api.types.is_dict_like api.types.is_scalar api.types.is_number api.types.is_hashable
      `,
    ),
    ...each(
      {
        reads: ['figure', 'options'],
        writes: ['figure'],
        mutates: [':ax'],
        returns: 'matplotlib.Drawing',
      },
      `
        plotting.scatter_matrix plotting.andrews_curves plotting.parallel_coordinates
        plotting.autocorrelation_plot plotting.lag_plot plotting.radviz
      `,
    ),
    'plotting.boxplot': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
    'plotting.bootstrap_plot': {
      reads: ['figure', 'options', 'random.python'],
      writes: ['figure', 'random.python'],
      mutates: ['1:fig'],
    },
    'plotting.register_matplotlib_converters': SETS_OPTIONS4,
    'plotting.deregister_matplotlib_converters': SETS_OPTIONS4,
  },
  classes: {
    option_context: {
      constructor: HOLDS_ARGUMENTS6,
      methods: {
        ...each(
          {
            mutates: ['self'],
            reads: ['options'],
            writes: ['options'],
            returns: 'builtins.NoneType',
          },
          '__enter__ __exit__',
        ),
      },
    },
    /** What `loc` and `iloc` are; `dataflow` knows what their subscripts give. */
    ...each({ constructor: PURE6 }, 'Locator FrameLocator SeriesLocator CellLocator'),
    /** What `iterrows`, `itertuples` and `items` give: pairs of a label and a row, column or value. */
    Rows: { constructor: PURE6, consumable: true, iterate: { returns: 'pandas.Located', aliases: ['self'] } },
    /** A part of a table: a table, a column or row, or what a cell holds. */
    Located: {
      constructor: PURE6,
      others: { returns: 'pandas.Located' },
      iterate: { returns: 'pandas.Located', aliases: ['self'] },
      oneOf: ['pandas.DataFrame', 'pandas.Series', 'builtins.Plain'],
    },
    /** What `values` gives of a column or index: an array, or an extension array. */
    Values: { constructor: PURE6, oneOf: ['numpy.ndarray'], element: 'builtins.Plain' },
    NDFrame: {
      oneOf: ['pandas.DataFrame', 'pandas.Series'],
      mixed: 'pandas.Located',
      element: 'builtins.Plain',
      methods: {
        ...each(
          SAME_KIND,
          `
            abs add slice_shift tshift add_prefix add_suffix at_time between_time cummax cummin cumprod cumsum
            describe diff div divide eq floordiv ge gt isin isna isnull le lt mod mul multiply ne notna notnull
            pct_change pow radd rank rdiv rfloordiv rmod rmul round rpow rsub rtruediv shift sub subtract
            truediv truncate nlargest nsmallest explode take asfreq
          `,
        ),
        bool: TRUTH3,
        ...each(
          PURE6,
          `
            first_valid_index last_valid_index asof all any count idxmax idxmin kurt kurtosis max mean median
            min prod product quantile sem skew std sum var nunique mode value_counts compare dot memory_usage
            to_dict to_xarray
          `,
        ),
        equals: TRUTH3,
        combine: { calls: ['*'], returns: 'self' },
        combine_first: { calls: ['*'], returns: 'self' },
        ...each(
          VIEW_OF_SAME_KIND,
          `
            first last head tail swapaxes transpose reorder_levels swaplevel filter droplevel reindex
            reindex_like infer_objects convert_dtypes set_flags set_axis tz_convert tz_localize to_period
            to_timestamp
          `,
        ),
        ...each(VIEW5, 'xs squeeze to_numpy get __array__ align'),
        items: ROWS,
        iteritems: ROWS,
        copy: {
          returns: 'self',
          when: [
            { argument: ':deep', is: 'False', aliases: ['self'] },
            { argument: '0', is: 'False', aliases: ['self'] },
          ],
        },
        astype: COPY_OR_VIEW,
        ...each(IN_PLACE_BY_REQUEST, 'replace ffill bfill interpolate fillna pad backfill clip'),
        ...each(
          {
            returns: 'self',
            when: [
              { argument: ':inplace', is: 'True', mutates: ['self'], aliases: ['self'], returns: 'self' },
            ],
            calls: ['0:cond', '1:other'],
          },
          'where mask',
        ),
        ...each(IN_PLACE_NOTHING, 'drop dropna rename_axis drop_duplicates'),
        ...each(
          {
            returns: 'self',
            calls: [':key'],
            when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          },
          'sort_index sort_values',
        ),
        rename: {
          returns: 'self',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          calls: ['0:mapper', '0:index', ':columns'],
        },
        reset_index: {
          returns: 'pandas.NDFrame',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        apply: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        transform: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        agg: APPLIES,
        aggregate: APPLIES,
        pipe: { calls: ['0:func'], aliases: ['self', '*'] },
        map: APPLIES,
        sample: { returns: 'self', random: { seed: ':random_state', resource: 'random.numpy' } },
        pop: CHANGES_AND_SHARES5,
        update: CHANGES_ONLY4,
        groupby: {
          returns: 'pandas.GroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        rolling: { returns: 'pandas.Rolling', aliases: ['self'] },
        expanding: { returns: 'pandas.Rolling', aliases: ['self'] },
        ewm: { returns: 'pandas.Rolling', aliases: ['self'] },
        resample: { returns: 'pandas.GroupBy', aliases: ['self'] },
        to_csv: { writesFile: '0:path_or_buf', reads: ['options'] },
        to_json: { writesFile: '0:path_or_buf' },
        to_excel: { writesFile: '0:excel_writer' },
        to_pickle: { writesFile: '0:path' },
        to_hdf: { writesFile: '0:path_or_buf' },
        to_latex: { writesFile: '0:buf', reads: ['options'] },
        to_markdown: { writesFile: '0:buf', reads: ['options'] },
        to_string: { writesFile: '0:buf', reads: ['options'] },
        to_sql: { writes: ['database'], mutates: ['1:con'] },
        to_clipboard: { writes: ['process'], returns: 'builtins.NoneType' },
        hist: PLOTS,
        info: {
          writes: ['stdout'],
          reads: ['options'],
          mutates: [':buf', '1:buf'],
          returns: 'builtins.NoneType',
        },
        __setitem__: CHANGES3,
        __delitem__: CHANGES3,
      },
      attributes: {
        index: { returns: 'pandas.Index' },
        values: { returns: 'pandas.Values' },
        attrs: PART6,
        flags: PART6,
        axes: PART6,
        shape: { returns: 'tuple', fresh: true },
        ndim: NUMBER_PART4,
        size: FRESH5,
        empty: TRUTH_PART3,
        plot: { returns: 'pandas.PlotAccessor' },
        loc: { returns: 'pandas.Locator' },
        iloc: { returns: 'pandas.Locator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    DataFrame: {
      bases: ['pandas.NDFrame'],
      constructor: {
        aliases: ['*'],
        returns: 'pandas.DataFrame',
        when: [{ argument: '0:data', is: '{\u2026}', aliases: [] }],
      },
      methods: {
        ...each(
          REDUCES_COLUMNS,
          'all any kurt kurtosis max mean median min prod product sem skew std sum var',
        ),
        quantile: TABLE,
        agg: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        aggregate: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        ...each(
          FRAME,
          `
            melt merge pivot corr cov compare mode describe nlargest nsmallest isna isnull notna notnull join
            append
          `,
        ),
        applymap: APPLIES_TO_FRAME,
        map: APPLIES_TO_FRAME,
        pivot_table: { returns: 'pandas.DataFrame', calls: [':aggfunc'] },
        assign: { returns: 'pandas.DataFrame', calls: ['*'] },
        stack: TABLE_VIEW,
        unstack: TABLE_VIEW,
        select_dtypes: FRAME_VIEW,
        set_index: IN_PLACE_NOTHING,
        reset_index: {
          returns: 'pandas.DataFrame',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        query: {
          returns: 'pandas.DataFrame',
          frame: 'at-sign',
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        eval: {
          frame: 'at-sign',
          aliases: ['self'],
          when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
        },
        groupby: {
          returns: 'pandas.DataFrameGroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        resample: { returns: 'pandas.DataFrameGroupBy', aliases: ['self'] },
        ...each(SERIES, 'duplicated nunique count idxmax idxmin memory_usage value_counts corrwith'),
        insert: CHANGES_ONLY4,
        isetitem: CHANGES_ONLY4,
        pop: { mutates: ['self'], aliases: ['self'], returns: 'pandas.Series' },
        ...each(ROWS, 'iterrows itertuples items iteritems'),
        keys: { aliases: ['self'], returns: 'pandas.Index' },
        ...each(PURE6, 'lookup dot to_records to_dict'),
        from_dict: { aliases: ['*'], returns: 'pandas.DataFrame' },
        from_records: { aliases: ['*'], returns: 'pandas.DataFrame' },
        to_numpy: { aliases: ['self'], returns: 'numpy.ndarray' },
        ...each({ writesFile: '0:path' }, 'to_parquet to_feather to_orc to_stata'),
        to_html: { writesFile: '0:buf' },
        to_xml: { writesFile: '0:path_or_buffer' },
        to_gbq: TALKS_TO_NETWORK,
        boxplot: { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'], aliases: [':ax'] },
        mad: REDUCES_COLUMNS,
        select: FRAME_VIEW,
        from_arrow: { aliases: ['*'], returns: 'pandas.DataFrame' },
        to_iceberg: TALKS_TO_NETWORK,
      },
      attributes: {
        columns: { returns: 'pandas.Index' },
        index: { returns: 'pandas.Index' },
        dtypes: { returns: 'pandas.Series', fresh: true },
        T: { returns: 'pandas.DataFrame' },
        loc: { returns: 'pandas.FrameLocator' },
        iloc: { returns: 'pandas.FrameLocator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
        values: { returns: 'numpy.ndarray' },
        style: { returns: 'pandas.Styler' },
        sparse: PART6,
        size: NUMBER_PART4,
      },
      others: { returns: 'pandas.Series' },
    },
    Series: {
      bases: ['pandas.NDFrame'],
      element: 'builtins.Plain',
      constructor: { aliases: ['*'], returns: 'pandas.Series' },
      methods: {
        ...each(
          SERIES,
          `
            between duplicated case_when combine repeat isin value_counts mode explode round abs argsort append
            describe
          `,
        ),
        from_arrow: { aliases: ['*'], returns: 'pandas.Series' },
        ...each(SCALAR, 'kurt kurtosis mean median skew std var sem corr cov autocorr'),
        to_frame: FRAME_VIEW,
        compare: FRAME,
        nunique: INT3,
        count: INT3,
        ...each(PURE6, 'argmax argmin item searchsorted factorize divmod rdivmod dot'),
        ...each(VIEW5, 'unique keys ravel view __iter__ get'),
        tolist: LIST_VIEW,
        to_list: LIST_VIEW,
        unstack: TABLE_VIEW,
        items: ROWS,
        iteritems: ROWS,
        map: { calls: ['0:arg', '0:func'], returns: 'pandas.Series' },
        groupby: {
          returns: 'pandas.SeriesGroupBy',
          aliases: ['self'],
          holds: [{ by: 'return', value: '*' }],
          calls: ['0:by'],
        },
        resample: { returns: 'pandas.SeriesGroupBy', aliases: ['self'] },
        rename: {
          calls: ['0:index'],
          aliases: ['self'],
          returns: 'pandas.Series',
          when: [
            {
              argument: ':inplace',
              is: 'True',
              mutates: ['self'],
              aliases: ['self'],
              returns: 'builtins.NoneType',
            },
          ],
        },
        to_dict: DICT2,
        hist: PLOTS,
        pop: CHANGES_AND_SHARES5,
      },
      attributes: {
        ...each(PART6, 'name array sparse list struct'),
        str: { returns: 'pandas.StringMethods' },
        dt: { returns: 'pandas.DatetimeProperties' },
        cat: { returns: 'pandas.CategoricalAccessor' },
        T: { returns: 'pandas.Series' },
        loc: { returns: 'pandas.SeriesLocator' },
        iloc: { returns: 'pandas.SeriesLocator' },
        at: { returns: 'pandas.CellLocator' },
        iat: { returns: 'pandas.CellLocator' },
        ...each(TRUTH_PART3, 'is_unique is_monotonic_increasing is_monotonic_decreasing hasnans'),
        nbytes: NUMBER_PART4,
        dtype: FRESH5,
        dtypes: FRESH5,
        size: NUMBER_PART4,
      },
      others: { returns: 'builtins.Plain' },
    },
    Index: {
      oneOf: [
        'pandas.DatetimeIndex',
        'pandas.TimedeltaIndex',
        'pandas.PeriodIndex',
        'pandas.IntervalIndex',
        'pandas.CategoricalIndex',
        'pandas.MultiIndex',
      ],
      constructor: { aliases: ['*'], returns: 'pandas.Index' },
      element: 'builtins.Plain',
      methods: {
        ...each(
          PURE6,
          `
            all any asof argmax argmin argsort duplicated get_indexer get_loc isin isna isnull notna notnull
            join max min nunique searchsorted slice_indexer slice_locs value_counts where factorize format
          `,
        ),
        ...each(
          INDEX,
          `
            append delete difference drop_duplicates dropna fillna insert intersection repeat shift sort_values
            symmetric_difference take union drop
          `,
        ),
        equals: TRUTH3,
        identical: TRUTH3,
        ...each(INDEX_VIEW, 'unique copy astype get_level_values droplevel'),
        tolist: LABELS,
        to_list: LABELS,
        ...each(
          VIEW5,
          `
            to_numpy view ravel to_flat_index infer_objects set_levels set_codes swaplevel reorder_levels
          `,
        ),
        map: { calls: ['0:mapper'] },
        to_series: SERIES_VIEW,
        to_frame: FRAME_VIEW,
        ...each(
          {
            aliases: ['self'],
            when: [{ argument: ':inplace', is: 'True', mutates: ['self'], returns: 'builtins.NoneType' }],
          },
          'set_names rename',
        ),
      },
      attributes: {
        values: { returns: 'pandas.Values' },
        ...each(PART6, 'name names array levels codes T'),
        str: { returns: 'pandas.IndexStringMethods' },
        shape: { returns: 'tuple', fresh: true },
        ...each(NUMBER_PART4, 'ndim size nbytes nlevels'),
        ...each(
          TRUTH_PART3,
          `
            is_unique is_monotonic_increasing is_monotonic_decreasing hasnans empty has_duplicates
          `,
        ),
        dtype: FRESH5,
        inferred_type: FRESH5,
      },
    },
    MultiIndex: {
      bases: ['pandas.Index'],
      constructor: SHARES_ARGUMENTS4,
      methods: {
        ...each(
          { aliases: ['*'], returns: 'pandas.MultiIndex' },
          `
            from_product from_tuples from_arrays from_frame
          `,
        ),
        remove_unused_levels: PURE6,
        sortlevel: PURE6,
        get_locs: PURE6,
      },
    },
    ...each(
      { bases: ['pandas.Index'], constructor: SHARES_ARGUMENTS4 },
      `
        RangeIndex CategoricalIndex IntervalIndex PeriodIndex TimedeltaIndex Int64Index Float64Index
      `,
    ),
    DatetimeIndex: {
      bases: ['pandas.Index'],
      constructor: SHARES_ARGUMENTS4,
      methods: {
        ...each({ returns: 'pandas.DatetimeIndex' }, 'floor ceil round normalize snap'),
        ...each(INDEX, 'strftime month_name day_name to_period'),
        to_pydatetime: { returns: 'numpy.ndarray' },
        isocalendar: FRAME,
        ...each(PURE6, 'mean std'),
        tz_localize: VIEW5,
        tz_convert: VIEW5,
      },
      attributes: {
        ...each(
          { returns: 'pandas.Index', fresh: true },
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year days_in_month daysinmonth
          `,
        ),
        ...each(
          { returns: 'numpy.ndarray', fresh: true },
          `
            is_month_start is_month_end is_quarter_start is_quarter_end is_year_start is_year_end date time timetz
          `,
        ),
        ...each(FRESH5, 'freq tz freqstr'),
      },
    },
    StringMethods: {
      subscript: { returns: 'pandas.Series' },
      methods: {
        ...each(
          SERIES,
          `
            capitalize casefold center contains count decode encode endswith find findall fullmatch index
            isalnum isalpha isascii isdecimal isdigit islower isnumeric isspace istitle isupper join len ljust
            lower lstrip match normalize pad removeprefix removesuffix repeat rfind rindex rjust rstrip slice
            slice_replace startswith strip swapcase title translate upper wrap zfill get
          `,
        ),
        replace: { returns: 'pandas.Series', calls: ['1:repl'] },
        ...each(TABLE, 'split rsplit partition rpartition extract'),
        extractall: FRAME,
        get_dummies: FRAME,
        cat: PURE6,
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    IndexStringMethods: {
      constructor: HOLDS_ARGUMENTS6,
      methods: {
        ...each(
          INDEX,
          `
            capitalize lower lstrip pad removeprefix removesuffix rstrip slice strip swapcase title upper zfill
          `,
        ),
        replace: { returns: 'pandas.Index', calls: ['1:repl'] },
        contains: ARRAY2,
        endswith: ARRAY2,
        startswith: ARRAY2,
      },
    },
    DatetimeProperties: {
      methods: {
        ...each(
          SERIES,
          `
            ceil floor round normalize strftime month_name day_name total_seconds to_period as_unit
          `,
        ),
        tz_localize: SERIES_VIEW,
        tz_convert: SERIES_VIEW,
        to_timestamp: SERIES_VIEW,
        to_pydatetime: PURE6,
        to_pytimedelta: PURE6,
        isocalendar: FRAME,
      },
      attributes: {
        ...each(
          { returns: 'pandas.Series', fresh: true },
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year is_month_start is_month_end is_quarter_start is_quarter_end is_year_start
            is_year_end days_in_month daysinmonth date time timetz days seconds microseconds nanoseconds
            is_leap_year
          `,
        ),
        tz: FRESH5,
        freq: FRESH5,
        unit: FRESH5,
        components: { returns: 'pandas.DataFrame', fresh: true },
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    CategoricalAccessor: {
      methods: {
        ...each(
          SERIES,
          `
            add_categories as_ordered as_unordered remove_categories remove_unused_categories rename_categories
            reorder_categories set_categories
          `,
        ),
      },
      attributes: {
        codes: { returns: 'pandas.Series', fresh: true },
        categories: { returns: 'pandas.Index' },
        ordered: TRUTH_PART3,
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    Categorical: {
      constructor: SHARES_ARGUMENTS4,
      methods: {
        ...each(
          { returns: 'pandas.Categorical' },
          `
            add_categories as_ordered as_unordered remove_categories remove_unused_categories rename_categories
            reorder_categories set_categories copy
          `,
        ),
      },
      attributes: { codes: PART6, categories: PART6, ordered: { returns: 'bool', fresh: true } },
    },
    PlotAccessor: {
      methods: {
        ...each(PLOTS, 'area bar barh box density hexbin hist kde line pie scatter __call__'),
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    GroupBy: {
      methods: {
        ...each(
          TABLE,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile
          `,
        ),
        head: TABLE_VIEW,
        tail: TABLE_VIEW,
        nth: TABLE_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.NDFrame', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW5,
        __iter__: VIEW5,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
        ...each(
          TABLE,
          'size ngroup cumcount describe value_counts corr cov corrwith ohlc interpolate dtypes',
        ),
        hist: { reads: ['figure', 'options'], writes: ['figure'] },
        boxplot: { reads: ['figure', 'options'], writes: ['figure'] },
      },
      attributes: {
        groups: PART6,
        indices: PART6,
        grouper: PART6,
        ngroups: FRESH5,
        ndim: FRESH5,
        plot: { returns: 'pandas.PlotAccessor' },
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    DataFrameGroupBy: {
      bases: ['pandas.GroupBy'],
      element: 'pandas.GroupBy',
      methods: {
        ...each(
          FRAME,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile
            describe
          `,
        ),
        head: FRAME_VIEW,
        tail: FRAME_VIEW,
        nth: FRAME_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.DataFrame', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW5,
        __iter__: VIEW5,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
        ngroup: SERIES,
        cumcount: SERIES,
        size: TABLE,
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    SeriesGroupBy: {
      bases: ['pandas.GroupBy'],
      methods: {
        ...each(
          SERIES,
          `
            any all count first last max min mean median prod sum std var sem cummax cummin cumprod cumsum diff
            ffill bfill fillna nunique pct_change rank shift skew idxmax idxmin asfreq nearest quantile size
            ngroup cumcount unique nlargest nsmallest
          `,
        ),
        head: SERIES_VIEW,
        tail: SERIES_VIEW,
        nth: SERIES_VIEW,
        ...each({ calls: ['0:func'], returns: 'pandas.NDFrame' }, 'apply agg aggregate transform filter'),
        pipe: { calls: ['0:func'], aliases: ['*', 'self'] },
        sample: { returns: 'pandas.Series', random: { seed: ':random_state', resource: 'random.numpy' } },
        get_group: VIEW5,
        __iter__: VIEW5,
        ...each({ returns: 'pandas.GroupBy', aliases: ['self'] }, 'rolling expanding ewm resample'),
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    Rolling: {
      element: 'pandas.Rolling',
      methods: {
        ...each(
          TABLE,
          `
            count sum mean median var std min max corr cov skew kurt quantile sem rank first last nunique
          `,
        ),
        apply: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        agg: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        aggregate: { calls: ['0:func'], returns: 'pandas.NDFrame' },
        __iter__: VIEW5,
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    Styler: {
      methods: {
        ...each(
          { mutates: ['self'], aliases: ['self'], returns: 'pandas.Styler', calls: ['*'] },
          `
            apply map applymap apply_index map_index background_gradient bar format format_index hide
            highlight_max highlight_min highlight_null highlight_between highlight_quantile set_caption
            set_properties
          `,
        ),
        set_table_attributes: {
          mutates: ['self'],
          aliases: ['self'],
          returns: 'pandas.Styler',
          calls: ['*'],
        },
        ...each(
          { mutates: ['self'], aliases: ['self'], returns: 'pandas.Styler', calls: ['*'] },
          `
            set_table_styles set_td_classes set_tooltips set_uuid set_sticky text_gradient pipe hide_index
          `,
        ),
        to_html: { writesFile: '0:buf', mutates: ['self'] },
        to_latex: { writesFile: '0:buf', mutates: ['self'] },
        to_string: { writesFile: '0:buf', mutates: ['self'] },
        to_excel: { writesFile: '0:excel_writer' },
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    TextFileReader: {
      consumable: true,
      iterate: { mutates: ['self'], returns: 'pandas.DataFrame' },
      methods: {
        get_chunk: { mutates: ['self'], returns: 'pandas.DataFrame' },
        read: { mutates: ['self'], returns: 'pandas.DataFrame' },
        close: CHANGES_ONLY4,
        __exit__: CHANGES_ONLY4,
        __enter__: VIEW_OF_SAME_KIND,
      },
      constructor: HOLDS_ARGUMENTS6,
    },
    ExcelFile: {
      constructor: { readsFile: '0:path_or_buffer' },
      methods: {
        parse: CHANGES3,
        close: CHANGES_ONLY4,
        __exit__: CHANGES_ONLY4,
        __enter__: VIEW_OF_SAME_KIND,
      },
      attributes: { sheet_names: PART6 },
    },
    ExcelWriter: {
      constructor: { writesFile: '0:path' },
      methods: {
        close: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        save: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        __exit__: { mutates: ['self'], writes: ['files'], returns: 'builtins.NoneType' },
        __enter__: VIEW_OF_SAME_KIND,
      },
      attributes: { sheets: PART6, book: PART6 },
    },
    HDFStore: {
      constructor: { readsFile: '0:path', writesFile: '0:path' },
      methods: {
        ...each(
          { mutates: ['self'], writes: ['files'], reads: ['files'] },
          `
            put append remove close flush open __exit__
          `,
        ),
        get: { reads: ['files'], mutates: ['self'] },
        select: { reads: ['files'], mutates: ['self'] },
        keys: { reads: ['files'], mutates: ['self'] },
        __enter__: VIEW_OF_SAME_KIND,
      },
    },
    Scalar: { immutable: true, constructor: HOLDS_ARGUMENTS6 },
    NamedAgg: { constructor: HOLDS_ARGUMENTS6, immutable: false },
    Grouper: { constructor: HOLDS_ARGUMENTS6 },
    Timestamp: {
      immutable: true,
      constructor: PURE6,
      methods: {
        ...each(
          { returns: 'pandas.Timestamp' },
          `
            ceil floor round normalize replace tz_localize tz_convert as_unit astimezone fromtimestamp
            fromisoformat fromordinal
          `,
        ),
        ...each(TEXT5, 'strftime isoformat day_name month_name ctime'),
        ...each(
          PURE6,
          `
            date time timestamp to_pydatetime to_datetime64 to_period to_numpy to_julian_date isocalendar
            timetuple
          `,
        ),
        weekday: INT3,
        isoweekday: INT3,
        toordinal: INT3,
        now: { reads: ['clock'], returns: 'pandas.Timestamp' },
        today: { reads: ['clock'], returns: 'pandas.Timestamp' },
        utcnow: { reads: ['clock'], returns: 'pandas.Timestamp' },
      },
      attributes: {
        ...each(
          FRESH5,
          `
            year month day hour minute second microsecond nanosecond quarter dayofweek day_of_week weekday
            dayofyear day_of_year is_month_start is_month_end is_quarter_start is_quarter_end is_year_start
            is_year_end days_in_month daysinmonth value unit tz tzinfo asm8 fold
          `,
        ),
        is_leap_year: TRUTH_PART3,
      },
    },
    Timedelta: {
      immutable: true,
      constructor: PURE6,
      methods: {
        ...each({ returns: 'pandas.Timedelta' }, 'ceil floor round as_unit'),
        total_seconds: NUMBER2,
        isoformat: TEXT5,
        to_pytimedelta: PURE6,
        to_timedelta64: PURE6,
        to_numpy: PURE6,
      },
      attributes: {
        ...each(FRESH5, 'days seconds microseconds nanoseconds components value unit'),
      },
    },
    Period: {
      immutable: true,
      constructor: PURE6,
      methods: {
        asfreq: PURE6,
        to_timestamp: PURE6,
        strftime: PURE6,
        now: { reads: ['clock'], returns: 'pandas.Period' },
      },
      attributes: {
        ...each(
          FRESH5,
          `
            year month day hour minute second quarter dayofweek day_of_week weekday dayofyear day_of_year
            days_in_month daysinmonth start_time end_time freq ordinal week
          `,
        ),
      },
    },
    Interval: {
      immutable: true,
      constructor: PURE6,
      attributes: { left: FRESH5, right: FRESH5, mid: FRESH5, length: FRESH5, closed: FRESH5 },
    },
    ...each(
      { immutable: true, constructor: PURE6 },
      `
        DateOffset offsets.Day offsets.Hour offsets.Minute offsets.Second offsets.BDay offsets.BusinessDay
        offsets.MonthEnd offsets.MonthBegin offsets.YearEnd offsets.YearBegin offsets.QuarterEnd
        offsets.QuarterBegin offsets.Week offsets.BMonthEnd offsets.DateOffset offsets.Easter CategoricalDtype
        DatetimeTZDtype PeriodDtype IntervalDtype StringDtype Int64Dtype Int32Dtype Int16Dtype Int8Dtype
        Float64Dtype Float32Dtype BooleanDtype
      `,
    ),
    ...each(
      { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS6 },
      `
        errors.ParserError errors.EmptyDataError errors.SettingWithCopyWarning errors.PerformanceWarning
        errors.DtypeWarning
      `,
    ),
  },
  attributes: { NA: FRESH5, NaT: FRESH5, __version__: FRESH5, options: { resource: 'options' } },
  aliases: {
    'core.frame.DataFrame': 'DataFrame',
    'core.series.Series': 'Series',
    'core.generic.NDFrame': 'NDFrame',
    'core.groupby.generic.DataFrameGroupBy': 'DataFrameGroupBy',
    'core.groupby.generic.SeriesGroupBy': 'SeriesGroupBy',
    'api.typing.DataFrameGroupBy': 'DataFrameGroupBy',
    'api.typing.SeriesGroupBy': 'SeriesGroupBy',
    'core.strings.accessor.StringMethods': 'StringMethods',
    'plotting._core.PlotAccessor': 'PlotAccessor',
    'io.formats.style.Styler': 'Styler',
    'io.parsers.readers.TextFileReader': 'TextFileReader',
    'api.typing.TextFileReader': 'TextFileReader',
    'core.arrays.categorical.Categorical': 'Categorical',
    'io.json.json_normalize': 'json_normalize',
    'tseries.offsets.Day': 'offsets.Day',
    'core.window.rolling.Rolling': 'Rolling',
    'core.window.expanding.Expanding': 'Rolling',
    'core.window.ewm.ExponentialMovingWindow': 'Rolling',
    'api.typing.Rolling': 'Rolling',
    'api.typing.Expanding': 'Rolling',
    'api.typing.ExponentialMovingWindow': 'Rolling',
    'tools.plotting.scatter_matrix': 'plotting.scatter_matrix',
    'core.indexes.base.Index': 'Index',
    'core.indexes.multi.MultiIndex': 'MultiIndex',
    'core.indexes.range.RangeIndex': 'RangeIndex',
    'core.indexes.category.CategoricalIndex': 'CategoricalIndex',
    'core.indexes.interval.IntervalIndex': 'IntervalIndex',
    'core.indexes.period.PeriodIndex': 'PeriodIndex',
    'core.indexes.timedeltas.TimedeltaIndex': 'TimedeltaIndex',
    'core.indexes.datetimes.DatetimeIndex': 'DatetimeIndex',
    '_libs.tslibs.timestamps.Timestamp': 'Timestamp',
    '_libs.tslibs.timedeltas.Timedelta': 'Timedelta',
    '_libs.tslibs.period.Period': 'Period',
  },
};

// packages/core/src/libraries/scikit-learn-calls.ts
var PART7 = {};
var ARRAY_PART2 = { returns: 'numpy.ndarray' };
var FRESH6 = { fresh: true };
var PURE7 = {};
var INT4 = { returns: 'int' };
var TEXT6 = { returns: 'str' };
var TRUTH4 = { returns: 'bool' };
var SCORE = { returns: 'float' };
var VIEW6 = { aliases: ['self'] };
var SHARES_ARGUMENTS5 = { aliases: ['*'] };
var CHANGES4 = { mutates: ['self'] };
var ITSELF = { aliases: ['self'], mutates: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS7 = { holds: [{ by: 'return', value: '*' }] };
var CALLS_ARGUMENT = { aliases: ['*'], calls: ['*'] };
var PRINTS = { writes: ['stdout'] };
var DRAWS_NUMPY2 = { reads: ['random.numpy'], writes: ['random.numpy'] };
var FITS = {
  aliases: ['self'],
  calls: ['self'],
  mutates: ['self'],
  returns: 'self',
};
var FITS_AND_DRAWS = {
  aliases: ['self'],
  calls: ['self'],
  mutates: ['self'],
  random: { resource: 'random.numpy', seed: 'self:random_state' },
  returns: 'self',
};
var FITS_AND_MAY_DRAW = {
  ...FITS,
  when: [
    {
      argument: 'self:solver',
      is: '*',
      random: { resource: 'random.numpy', seed: 'self:random_state' },
    },
  ],
};
var FITS_AND_GIVES = { calls: ['self'], mutates: ['self'] };
var FITS_AND_GIVES_DRAWING = {
  calls: ['self'],
  mutates: ['self'],
  random: { resource: 'random.numpy', seed: 'self:random_state' },
};
var MAKES_DATA = {
  random: { seed: ':random_state', resource: 'random.numpy' },
  returns: 'numpy.ndarray, numpy.ndarray',
  when: [
    { argument: ':return_centers', is: '*', returns: '' },
    { argument: ':coef', is: '*', returns: '' },
    { argument: ':return_X_y', is: '*', returns: '' },
  ],
};
var LOADS_DATA = {
  returns: 'sklearn.LoadedArrays',
  when: [
    { argument: ':as_frame', is: '*', returns: 'sklearn.LoadedTables' },
    { argument: ':as_frame', is: 'False', returns: 'sklearn.LoadedArrays' },
    { argument: ':return_X_y', is: '*', returns: '' },
    { argument: ':return_X_y', is: 'True', returns: 'sklearn.Matrix, numpy.Result' },
    { argument: ':return_X_y', is: 'True', without: ':as_frame', returns: 'numpy.ndarray, numpy.ndarray' },
  ],
};
var PREDICTS = {
  returns: 'numpy.ndarray',
  when: [
    { argument: '1:return_std', is: '*', returns: '' },
    { argument: ':return_cov', is: '*', returns: '' },
  ],
};
var MATRIX = { returns: 'sklearn.Matrix' };
var FITS_AND_TRANSFORMS = {
  ...FITS_AND_GIVES,
  returns: 'sklearn.Matrix',
};
var FITS_AND_TRANSFORMS_DRAWING = {
  ...FITS_AND_GIVES_DRAWING,
  returns: 'sklearn.Matrix',
};
var FITS_OTHERS = { ...FITS, ...DRAWS_NUMPY2 };
var FITS_OTHERS_AND_TRANSFORMS = {
  ...FITS_AND_TRANSFORMS,
  ...DRAWS_NUMPY2,
};
function unlessCopied(parameter) {
  return [{ argument: `self:${parameter}`, is: 'False', mutates: ['self', '0:X', '0:raw_X', '1:y'] }];
}
var ARRAY3 = { returns: 'numpy.ndarray' };
var CROSS_VALIDATES = {
  calls: ['0:estimator', ':scoring', ':cv'],
  mutates: [':cv'],
  reads: ['random.numpy'],
  writes: ['random.numpy'],
};

// packages/core/src/libraries/scikit-learn-kinds.ts
var LIKE_ARD_REGRESSION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy_X') },
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_ADDITIVE_CHI2_SAMPLER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS, fit_transform: FITS_AND_GIVES, get_feature_names_out: PURE7, transform: PURE7 },
};
var LIKE_AGGLOMERATIVE_CLUSTERING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS, fit_predict: FITS_AND_GIVES },
};
var LIKE_BAGGING_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    fit: FITS_OTHERS,
    predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_log_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    score: { aliases: ['*'], calls: ['self'] },
  },
};
var LIKE_BAGGING_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_OTHERS,
    predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    score: { aliases: ['*'], calls: ['self'] },
  },
};
var LIKE_BERNOULLI_NB = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS,
    partial_fit: FITS,
    predict: PREDICTS,
    predict_joint_log_proba: PURE7,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
  },
};
var LIKE_BINARIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: unlessCopied('copy') },
    get_feature_names_out: PURE7,
    transform: {
      returns: 'sklearn.Matrix',
      when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
    },
  },
};
var LIKE_BISECTING_K_MEANS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_x') },
    ...each({ ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy_x') }, 'fit_predict fit_transform'),
    get_feature_names_out: PURE7,
    predict: PREDICTS,
    score: SCORE,
    transform: MATRIX,
  },
};
var LIKE_CCA = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_GIVES, when: unlessCopied('copy') },
    get_feature_names_out: PURE7,
    ...each(
      {
        when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
      'inverse_transform transform',
    ),
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_COLUMN_TRANSFORMER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
  },
};
var LIKE_COUNT_VECTORIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    build_analyzer: PURE7,
    build_preprocessor: PURE7,
    build_tokenizer: PURE7,
    decode: SHARES_ARGUMENTS5,
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    get_stop_words: PURE7,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
};
var LIKE_DECISION_TREE_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    apply: PURE7,
    cost_complexity_pruning_path: DRAWS_NUMPY2,
    decision_path: PURE7,
    fit: FITS_AND_DRAWS,
    get_depth: PURE7,
    get_n_leaves: PURE7,
    predict: PREDICTS,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
  },
};
var LIKE_DECISION_TREE_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    apply: PURE7,
    cost_complexity_pruning_path: DRAWS_NUMPY2,
    decision_path: PURE7,
    fit: FITS_AND_DRAWS,
    get_depth: PURE7,
    get_n_leaves: PURE7,
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_DICTIONARY_LEARNING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE7,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
};
var LIKE_DUMMY_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS, predict: PURE7, score: SCORE },
};
var LIKE_ELASTIC_NET = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
    path: DRAWS_NUMPY2,
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_EMPIRICAL_COVARIANCE = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { error_norm: PURE7, fit: FITS, get_precision: PURE7, mahalanobis: PURE7, score: SCORE },
};
var LIKE_EXTRA_TREES_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    apply: PURE7,
    decision_path: PURE7,
    fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
  },
};
var LIKE_EXTRA_TREES_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { apply: PURE7, decision_path: PURE7, fit: FITS_AND_DRAWS, predict: PURE7, score: SCORE },
};
var LIKE_FEATURE_AGGLOMERATION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
};
var LIKE_GENERIC_UNIVARIATE_SELECT = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS,
    fit_transform: FITS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    get_support: PURE7,
    inverse_transform: MATRIX,
    transform: MATRIX,
  },
};
var LIKE_GRAPHICAL_LASSO = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    error_norm: PURE7,
    fit: FITS_OTHERS,
    get_precision: PURE7,
    mahalanobis: PURE7,
    score: SCORE,
  },
};
var LIKE_GRID_SEARCH_CV = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    fit: FITS_OTHERS,
    inverse_transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_log_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    score: { aliases: ['*'], calls: ['self'] },
    score_samples: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
  },
};
var LIKE_LABEL_BINARIZER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS, fit_transform: FITS_AND_GIVES, inverse_transform: PURE7, transform: PURE7 },
};
var LIKE_LABEL_PROPAGATION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS, predict: PURE7, predict_proba: PURE7, score: SCORE },
};
var LIKE_LARS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_LINEAR_SVR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS_AND_DRAWS, predict: PURE7, score: SCORE },
};
var LIKE_LOCALLY_LINEAR_EMBEDDING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE7,
    transform: MATRIX,
  },
};
var LIKE_LOGISTIC_REGRESSION = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: ARRAY3,
    densify: ITSELF,
    fit: FITS_AND_MAY_DRAW,
    predict: PREDICTS,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
    sparsify: ITSELF,
  },
};
var LIKE_MDS = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS_AND_DRAWS, fit_transform: FITS_AND_GIVES_DRAWING },
};
var LIKE_MAX_ABS_SCALER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: unlessCopied('copy') },
    get_feature_names_out: PURE7,
    ...each(
      {
        returns: 'sklearn.Matrix',
        when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
      'inverse_transform transform',
    ),
    partial_fit: FITS,
  },
};
var LIKE_MINI_BATCH_DICTIONARY_LEARNING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_AND_DRAWS,
    fit_transform: FITS_AND_TRANSFORMS_DRAWING,
    get_feature_names_out: PURE7,
    inverse_transform: MATRIX,
    partial_fit: FITS_AND_DRAWS,
    transform: MATRIX,
  },
};
var LIKE_NEAREST_CENTROID = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: ARRAY3,
    fit: FITS,
    predict: PREDICTS,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
  },
};
var LIKE_NU_SVC = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: ARRAY3,
    fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    predict_log_proba: ARRAY3,
    predict_proba: ARRAY3,
    score: SCORE,
  },
};
var LIKE_NU_SVR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_OTHERS,
    predict: PREDICTS,
    score: SCORE,
  },
};
var LIKE_PASSIVE_AGGRESSIVE_CLASSIFIER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: ARRAY3,
    densify: ITSELF,
    fit: FITS_AND_DRAWS,
    partial_fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    score: SCORE,
    sparsify: ITSELF,
  },
};
var LIKE_PASSIVE_AGGRESSIVE_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    densify: ITSELF,
    fit: FITS_AND_DRAWS,
    partial_fit: FITS_AND_DRAWS,
    predict: PREDICTS,
    score: SCORE,
    sparsify: ITSELF,
  },
};
var LIKE_POWER_TRANSFORMER = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: { ...FITS, when: unlessCopied('copy') },
    fit_transform: { ...FITS_AND_TRANSFORMS, when: unlessCopied('copy') },
    get_feature_names_out: PURE7,
    ...each(
      {
        returns: 'sklearn.Matrix',
        when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
      'inverse_transform transform',
    ),
  },
};
var LIKE_RFE = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    get_support: PURE7,
    inverse_transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_log_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    score: { aliases: ['*'], calls: ['self'] },
    transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
  },
};
var LIKE_SPECTRAL_BICLUSTERING = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: { fit: FITS_AND_DRAWS, get_indices: PURE7, get_shape: PURE7, get_submatrix: PURE7 },
};
var LIKE_STACKING_REGRESSOR = {
  bases: ['sklearn.base.BaseEstimator'],
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    fit: FITS_OTHERS,
    fit_transform: FITS_OTHERS_AND_TRANSFORMS,
    get_feature_names_out: PURE7,
    predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
    score: { aliases: ['*'], calls: ['self'] },
    transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
  },
};
var LIKE_K_FOLD = {
  constructor: HOLDS_ARGUMENTS7,
  methods: {
    split: {
      aliases: ['self', '*'],
      mutates: ['self'],
      random: { seed: 'self:random_state', resource: 'random.numpy' },
    },
    get_n_splits: INT4,
  },
};

// packages/core/src/libraries/scikit-learn-models.ts
var sklearnModels = {
  'linear_model.ARDRegression': LIKE_ARD_REGRESSION,
  'ensemble.AdaBoostClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS_OTHERS,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
      ...each(PURE7, 'staged_decision_function staged_predict staged_predict_proba staged_score'),
    },
  },
  'ensemble.AdaBoostRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_OTHERS,
      predict: PREDICTS,
      score: SCORE,
      staged_predict: PURE7,
      staged_score: PURE7,
    },
  },
  'cluster.AffinityPropagation': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy') },
      fit_predict: { ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy') },
      predict: PREDICTS,
    },
  },
  'cluster.AgglomerativeClustering': LIKE_AGGLOMERATIVE_CLUSTERING,
  'ensemble.BaggingClassifier': LIKE_BAGGING_CLASSIFIER,
  'ensemble.BaggingRegressor': LIKE_BAGGING_REGRESSOR,
  'mixture.BayesianGaussianMixture': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      sample: FITS_AND_GIVES_DRAWING,
      score: SCORE,
      score_samples: ARRAY3,
    },
  },
  'linear_model.BayesianRidge': LIKE_ARD_REGRESSION,
  'naive_bayes.BernoulliNB': LIKE_BERNOULLI_NB,
  'neural_network.BernoulliRBM': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      fit_transform: FITS_AND_TRANSFORMS_DRAWING,
      get_feature_names_out: PURE7,
      gibbs: { mutates: ['self'], reads: ['random.numpy'], writes: ['random.numpy'] },
      partial_fit: FITS_AND_DRAWS,
      score_samples: DRAWS_NUMPY2,
      transform: MATRIX,
    },
  },
  'cluster.Birch': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_predict: FITS_AND_GIVES,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      partial_fit: FITS,
      predict: PREDICTS,
      transform: MATRIX,
    },
  },
  'cluster.BisectingKMeans': LIKE_BISECTING_K_MEANS,
  'calibration.CalibratedClassifierCV': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_OTHERS,
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
    },
  },
  'naive_bayes.CategoricalNB': LIKE_BERNOULLI_NB,
  'multioutput.ClassifierChain': LIKE_BAGGING_CLASSIFIER,
  'naive_bayes.ComplementNB': LIKE_BERNOULLI_NB,
  'cluster.DBSCAN': LIKE_AGGLOMERATIVE_CLUSTERING,
  'tree.DecisionTreeClassifier': LIKE_DECISION_TREE_CLASSIFIER,
  'tree.DecisionTreeRegressor': LIKE_DECISION_TREE_REGRESSOR,
  'dummy.DummyClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
    },
  },
  'dummy.DummyRegressor': LIKE_DUMMY_REGRESSOR,
  'linear_model.ElasticNet': LIKE_ELASTIC_NET,
  'linear_model.ElasticNetCV': LIKE_ELASTIC_NET,
  'covariance.EllipticEnvelope': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      correct_covariance: CHANGES4,
      decision_function: ARRAY3,
      ...each(PURE7, 'error_norm get_precision mahalanobis reweight_covariance'),
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      predict: PREDICTS,
      score: SCORE,
      score_samples: ARRAY3,
    },
  },
  'covariance.EmpiricalCovariance': LIKE_EMPIRICAL_COVARIANCE,
  'tree.ExtraTreeClassifier': LIKE_DECISION_TREE_CLASSIFIER,
  'tree.ExtraTreeRegressor': LIKE_DECISION_TREE_REGRESSOR,
  'ensemble.ExtraTreesClassifier': LIKE_EXTRA_TREES_CLASSIFIER,
  'ensemble.ExtraTreesRegressor': LIKE_EXTRA_TREES_REGRESSOR,
  'cluster.FeatureAgglomeration': LIKE_FEATURE_AGGLOMERATION,
  'frozen.FrozenEstimator': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS },
  },
  'linear_model.GammaRegressor': LIKE_DUMMY_REGRESSOR,
  'mixture.GaussianMixture': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      aic: PURE7,
      bic: PURE7,
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      sample: FITS_AND_GIVES_DRAWING,
      score: SCORE,
      score_samples: ARRAY3,
    },
  },
  'naive_bayes.GaussianNB': LIKE_BERNOULLI_NB,
  'gaussian_process.GaussianProcessClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      latent_mean_and_variance: PURE7,
      log_marginal_likelihood: PURE7,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      score: SCORE,
    },
  },
  'gaussian_process.GaussianProcessRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      log_marginal_likelihood: PURE7,
      predict: PREDICTS,
      sample_y: PURE7,
      score: SCORE,
    },
  },
  'ensemble.GradientBoostingClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      ...each(PURE7, 'apply staged_decision_function staged_predict staged_predict_proba'),
      decision_function: ARRAY3,
      fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
    },
  },
  'ensemble.GradientBoostingRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { apply: PURE7, fit: FITS_AND_DRAWS, predict: PURE7, score: SCORE, staged_predict: PURE7 },
  },
  'covariance.GraphicalLasso': LIKE_GRAPHICAL_LASSO,
  'covariance.GraphicalLassoCV': LIKE_GRAPHICAL_LASSO,
  'cluster.HDBSCAN': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      dbscan_clustering: PURE7,
      fit: { ...FITS, when: unlessCopied('copy') },
      fit_predict: { ...FITS_AND_GIVES, when: unlessCopied('copy') },
    },
  },
  'ensemble.HistGradientBoostingClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      score: SCORE,
      staged_decision_function: PURE7,
      staged_predict: PURE7,
      staged_predict_proba: PURE7,
    },
  },
  'ensemble.HistGradientBoostingRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS_AND_DRAWS, predict: PURE7, score: SCORE, staged_predict: PURE7 },
  },
  'linear_model.HuberRegressor': LIKE_DUMMY_REGRESSOR,
  'ensemble.IsolationForest': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      predict: PREDICTS,
      score_samples: ARRAY3,
    },
  },
  'isotonic.IsotonicRegression': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      predict: PREDICTS,
      score: SCORE,
      transform: MATRIX,
    },
  },
  'cluster.KMeans': LIKE_BISECTING_K_MEANS,
  'neighbors.KNeighborsClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      kneighbors: PURE7,
      kneighbors_graph: PURE7,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      score: SCORE,
    },
  },
  'neighbors.KNeighborsRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS, kneighbors: PURE7, kneighbors_graph: PURE7, predict: PURE7, score: SCORE },
  },
  'neighbors.KNeighborsTransformer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      kneighbors: PURE7,
      kneighbors_graph: PURE7,
      transform: MATRIX,
    },
  },
  'neighbors.KernelDensity': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      sample: { random: { seed: ':random_state', resource: 'random.numpy' } },
      score: SCORE,
      score_samples: ARRAY3,
    },
  },
  'kernel_ridge.KernelRidge': LIKE_DUMMY_REGRESSOR,
  'semi_supervised.LabelPropagation': LIKE_LABEL_PROPAGATION,
  'semi_supervised.LabelSpreading': LIKE_LABEL_PROPAGATION,
  'linear_model.Lars': LIKE_LARS,
  'linear_model.LarsCV': LIKE_ARD_REGRESSION,
  'linear_model.Lasso': LIKE_ELASTIC_NET,
  'linear_model.LassoCV': LIKE_ELASTIC_NET,
  'linear_model.LassoLars': LIKE_LARS,
  'linear_model.LassoLarsCV': LIKE_ARD_REGRESSION,
  'linear_model.LassoLarsIC': LIKE_ARD_REGRESSION,
  'covariance.LedoitWolf': LIKE_EMPIRICAL_COVARIANCE,
  'discriminant_analysis.LinearDiscriminantAnalysis': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
      transform: MATRIX,
    },
  },
  'linear_model.LinearRegression': LIKE_ARD_REGRESSION,
  'svm.LinearSVC': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      densify: ITSELF,
      fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      score: SCORE,
      sparsify: ITSELF,
    },
  },
  'svm.LinearSVR': LIKE_LINEAR_SVR,
  'neighbors.LocalOutlierFactor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS,
      fit_predict: FITS_AND_GIVES,
      kneighbors: PURE7,
      kneighbors_graph: PURE7,
      predict: PREDICTS,
      score_samples: ARRAY3,
    },
  },
  'linear_model.LogisticRegression': LIKE_LOGISTIC_REGRESSION,
  'linear_model.LogisticRegressionCV': LIKE_LOGISTIC_REGRESSION,
  'neural_network.MLPClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      partial_fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
    },
  },
  'neural_network.MLPRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS_AND_DRAWS, partial_fit: FITS_AND_DRAWS, predict: PURE7, score: SCORE },
  },
  'cluster.MeanShift': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS, fit_predict: FITS_AND_GIVES, predict: PURE7 },
  },
  'covariance.MinCovDet': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      correct_covariance: CHANGES4,
      ...each(PURE7, 'error_norm get_precision mahalanobis reweight_covariance'),
      fit: FITS_AND_DRAWS,
      score: SCORE,
    },
  },
  'cluster.MiniBatchKMeans': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      fit_transform: FITS_AND_TRANSFORMS_DRAWING,
      get_feature_names_out: PURE7,
      partial_fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      score: SCORE,
      transform: MATRIX,
    },
  },
  'multioutput.MultiOutputClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      ...each(FITS_OTHERS, 'fit partial_fit'),
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
    },
  },
  'multioutput.MultiOutputRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      ...each(FITS_OTHERS, 'fit partial_fit'),
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
    },
  },
  ...each(
    LIKE_ELASTIC_NET,
    `
      linear_model.MultiTaskElasticNet linear_model.MultiTaskElasticNetCV linear_model.MultiTaskLasso
      linear_model.MultiTaskLassoCV
    `,
  ),
  'naive_bayes.MultinomialNB': LIKE_BERNOULLI_NB,
  'neighbors.NearestCentroid': LIKE_NEAREST_CENTROID,
  'neighbors.NearestNeighbors': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      ...each(PURE7, 'kneighbors kneighbors_graph radius_neighbors radius_neighbors_graph'),
    },
  },
  'neighbors.NeighborhoodComponentsAnalysis': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'svm.NuSVC': LIKE_NU_SVC,
  'svm.NuSVR': LIKE_NU_SVR,
  'covariance.OAS': LIKE_EMPIRICAL_COVARIANCE,
  'cluster.OPTICS': LIKE_AGGLOMERATIVE_CLUSTERING,
  'svm.OneClassSVM': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: FITS_OTHERS,
      fit_predict: { mutates: ['self'], calls: ['self'], reads: ['random.numpy'], writes: ['random.numpy'] },
      predict: PREDICTS,
      score_samples: ARRAY3,
    },
  },
  'multiclass.OneVsOneClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      ...each(FITS_OTHERS, 'fit partial_fit'),
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
    },
  },
  'multiclass.OneVsRestClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      ...each(FITS_OTHERS, 'fit partial_fit'),
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
    },
  },
  'linear_model.OrthogonalMatchingPursuit': LIKE_DUMMY_REGRESSOR,
  'linear_model.OrthogonalMatchingPursuitCV': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS, when: unlessCopied('copy') },
      predict: PREDICTS,
      score: SCORE,
    },
  },
  'multiclass.OutputCodeClassifier': LIKE_BAGGING_REGRESSOR,
  'linear_model.PassiveAggressiveClassifier': LIKE_PASSIVE_AGGRESSIVE_CLASSIFIER,
  'linear_model.PassiveAggressiveRegressor': LIKE_PASSIVE_AGGRESSIVE_REGRESSOR,
  'linear_model.Perceptron': LIKE_PASSIVE_AGGRESSIVE_CLASSIFIER,
  'linear_model.PoissonRegressor': LIKE_DUMMY_REGRESSOR,
  'discriminant_analysis.QuadraticDiscriminantAnalysis': LIKE_NEAREST_CENTROID,
  'linear_model.QuantileRegressor': LIKE_DUMMY_REGRESSOR,
  'linear_model.RANSACRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_OTHERS,
      predict: PREDICTS,
      score: SCORE,
    },
  },
  'neighbors.RadiusNeighborsClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      predict: PREDICTS,
      predict_proba: ARRAY3,
      radius_neighbors: PURE7,
      radius_neighbors_graph: PURE7,
      score: SCORE,
    },
  },
  'neighbors.RadiusNeighborsRegressor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      predict: PREDICTS,
      radius_neighbors: PURE7,
      radius_neighbors_graph: PURE7,
      score: SCORE,
    },
  },
  'neighbors.RadiusNeighborsTransformer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      radius_neighbors: PURE7,
      radius_neighbors_graph: PURE7,
      transform: MATRIX,
    },
  },
  'ensemble.RandomForestClassifier': LIKE_EXTRA_TREES_CLASSIFIER,
  'ensemble.RandomForestRegressor': LIKE_EXTRA_TREES_REGRESSOR,
  'ensemble.RandomTreesEmbedding': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      apply: PURE7,
      decision_path: PURE7,
      fit: FITS_AND_DRAWS,
      fit_transform: FITS_AND_TRANSFORMS_DRAWING,
      get_feature_names_out: PURE7,
      transform: MATRIX,
    },
  },
  'multioutput.RegressorChain': LIKE_BAGGING_REGRESSOR,
  'linear_model.Ridge': LIKE_LARS,
  'linear_model.RidgeCV': LIKE_DUMMY_REGRESSOR,
  'linear_model.RidgeClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
      predict: PREDICTS,
      score: SCORE,
    },
  },
  'linear_model.RidgeClassifierCV': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { decision_function: PURE7, fit: FITS, predict: PURE7, score: SCORE },
  },
  'linear_model.SGDClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      densify: ITSELF,
      fit: FITS_AND_DRAWS,
      partial_fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      predict_log_proba: ARRAY3,
      predict_proba: ARRAY3,
      score: SCORE,
      sparsify: ITSELF,
    },
  },
  'linear_model.SGDOneClassSVM': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: ARRAY3,
      densify: ITSELF,
      fit: FITS_AND_DRAWS,
      fit_predict: FITS_AND_GIVES_DRAWING,
      partial_fit: FITS_AND_DRAWS,
      predict: PREDICTS,
      score_samples: ARRAY3,
      sparsify: ITSELF,
    },
  },
  'linear_model.SGDRegressor': LIKE_PASSIVE_AGGRESSIVE_REGRESSOR,
  'svm.SVC': LIKE_NU_SVC,
  'svm.SVR': LIKE_NU_SVR,
  'semi_supervised.SelfTrainingClassifier': LIKE_BAGGING_CLASSIFIER,
  'covariance.ShrunkCovariance': LIKE_EMPIRICAL_COVARIANCE,
  'cluster.SpectralBiclustering': LIKE_SPECTRAL_BICLUSTERING,
  'cluster.SpectralClustering': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS_AND_DRAWS, fit_predict: FITS_AND_GIVES_DRAWING },
  },
  'cluster.SpectralCoclustering': LIKE_SPECTRAL_BICLUSTERING,
  'ensemble.StackingClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      fit: FITS_OTHERS,
      fit_transform: FITS_OTHERS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
      transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    },
  },
  'ensemble.StackingRegressor': LIKE_STACKING_REGRESSOR,
  'linear_model.TheilSenRegressor': LIKE_LINEAR_SVR,
  'linear_model.TweedieRegressor': LIKE_DUMMY_REGRESSOR,
  'ensemble.VotingClassifier': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_OTHERS,
      fit_transform: FITS_OTHERS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
      transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    },
  },
  'ensemble.VotingRegressor': LIKE_STACKING_REGRESSOR,
  'calibration.CalibrationDisplay': {
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      plot: {
        reads: ['figure', 'options'],
        writes: ['figure'],
        mutates: ['self', ':ax'],
        aliases: ['self'],
        calls: ['self'],
      },
      ...each(
        {
          reads: ['figure', 'options', 'random.numpy'],
          writes: ['figure', 'random.numpy'],
          mutates: [':ax'],
          aliases: ['*'],
          calls: ['0:estimator'],
          returns: 'sklearn.calibration.CalibrationDisplay',
        },
        'from_estimator from_predictions from_cv_results',
      ),
    },
    attributes: {
      ax_: PART7,
      figure_: PART7,
      confusion_matrix: PART7,
      im_: PART7,
      text_: PART7,
      line_: PART7,
    },
  },
  ...each(
    { constructor: HOLDS_ARGUMENTS7 },
    `
      gaussian_process.kernels.RBF gaussian_process.kernels.ConstantKernel gaussian_process.kernels.WhiteKernel
      gaussian_process.kernels.Matern gaussian_process.kernels.RationalQuadratic
      gaussian_process.kernels.ExpSineSquared gaussian_process.kernels.DotProduct gaussian_process.kernels.Sum
      gaussian_process.kernels.Product gaussian_process.kernels.Exponentiation
      gaussian_process.kernels.CompoundKernel gaussian_process.kernels.PairwiseKernel
    `,
  ),
};

// packages/core/src/libraries/scikit-learn-rows.ts
var SCIKIT_LEARN_ROWS = rowSpecs({
  each: `
    *.predict *.predict_proba *.predict_log_proba *.decision_function *.score_samples *.transform *.inverse_transform
    *.apply
  `,
  choice: `model_selection.train_test_split`,
  all: `*.fit *.fit_transform *.fit_predict *.partial_fit *.score *.kneighbors`,
});

// packages/core/src/libraries/scikit-learn-transformers.ts
var sklearnTransformers = {
  'kernel_approximation.AdditiveChi2Sampler': LIKE_ADDITIVE_CHI2_SAMPLER,
  'preprocessing.Binarizer': LIKE_BINARIZER,
  'cross_decomposition.CCA': LIKE_CCA,
  'manifold.ClassicalMDS': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS, fit_transform: FITS_AND_GIVES },
  },
  'compose.ColumnTransformer': LIKE_COLUMN_TRANSFORMER,
  'feature_extraction.text.CountVectorizer': LIKE_COUNT_VECTORIZER,
  'feature_extraction.DictVectorizer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      inverse_transform: MATRIX,
      restrict: PURE7,
      transform: MATRIX,
    },
  },
  'decomposition.DictionaryLearning': LIKE_DICTIONARY_LEARNING,
  'decomposition.FactorAnalysis': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy') },
      fit_transform: { ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy') },
      get_covariance: PURE7,
      get_feature_names_out: PURE7,
      get_precision: PURE7,
      score: SCORE,
      score_samples: ARRAY3,
      transform: {
        returns: 'sklearn.Matrix',
        when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
    },
  },
  'decomposition.FastICA': LIKE_DICTIONARY_LEARNING,
  'feature_extraction.FeatureHasher': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS, fit_transform: FITS_AND_GIVES, transform: PURE7 },
  },
  'pipeline.FeatureUnion': LIKE_COLUMN_TRANSFORMER,
  'preprocessing.FunctionTransformer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: { mutates: ['self'], calls: ['self'], aliases: ['*'], returns: 'sklearn.Matrix' },
      get_feature_names_out: PURE7,
      inverse_transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
      transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    },
  },
  'random_projection.GaussianRandomProjection': LIKE_DICTIONARY_LEARNING,
  'feature_selection.GenericUnivariateSelect': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_extraction.text.HashingVectorizer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      build_analyzer: CHANGES4,
      build_preprocessor: PURE7,
      build_tokenizer: PURE7,
      decode: SHARES_ARGUMENTS5,
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_stop_words: PURE7,
      partial_fit: FITS,
      transform: MATRIX,
    },
  },
  'decomposition.IncrementalPCA': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS, when: unlessCopied('copy') },
      fit_transform: { ...FITS_AND_TRANSFORMS, when: unlessCopied('copy') },
      get_covariance: PURE7,
      get_feature_names_out: PURE7,
      get_precision: PURE7,
      ...each(
        {
          returns: 'sklearn.Matrix',
          when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
        },
        'inverse_transform transform',
      ),
      partial_fit: FITS,
    },
  },
  'manifold.Isomap': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS,
      fit_transform: FITS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      reconstruction_error: PURE7,
      transform: MATRIX,
    },
  },
  'preprocessing.KBinsDiscretizer': LIKE_DICTIONARY_LEARNING,
  'impute.KNNImputer': LIKE_BINARIZER,
  'preprocessing.KernelCenterer': LIKE_ADDITIVE_CHI2_SAMPLER,
  'decomposition.KernelPCA': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy_X') },
      fit_transform: { ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy_X') },
      get_feature_names_out: PURE7,
      inverse_transform: MATRIX,
      transform: MATRIX,
    },
  },
  'preprocessing.LabelBinarizer': LIKE_LABEL_BINARIZER,
  'preprocessing.LabelEncoder': LIKE_LABEL_BINARIZER,
  'decomposition.LatentDirichletAllocation': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_AND_DRAWS,
      fit_transform: FITS_AND_TRANSFORMS_DRAWING,
      get_feature_names_out: PURE7,
      partial_fit: FITS_AND_DRAWS,
      perplexity: PURE7,
      score: SCORE,
      transform: MATRIX,
    },
  },
  'manifold.LocallyLinearEmbedding': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'manifold.MDS': LIKE_MDS,
  'preprocessing.MaxAbsScaler': LIKE_MAX_ABS_SCALER,
  'preprocessing.MinMaxScaler': LIKE_MAX_ABS_SCALER,
  'decomposition.MiniBatchDictionaryLearning': LIKE_MINI_BATCH_DICTIONARY_LEARNING,
  'decomposition.MiniBatchNMF': LIKE_MINI_BATCH_DICTIONARY_LEARNING,
  'decomposition.MiniBatchSparsePCA': LIKE_DICTIONARY_LEARNING,
  'impute.MissingIndicator': LIKE_ADDITIVE_CHI2_SAMPLER,
  'preprocessing.MultiLabelBinarizer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS, fit_transform: FITS_AND_GIVES, inverse_transform: PURE7, transform: CHANGES4 },
  },
  'decomposition.NMF': LIKE_DICTIONARY_LEARNING,
  'preprocessing.Normalizer': LIKE_BINARIZER,
  'kernel_approximation.Nystroem': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'preprocessing.OneHotEncoder': LIKE_FEATURE_AGGLOMERATION,
  'preprocessing.OrdinalEncoder': LIKE_FEATURE_AGGLOMERATION,
  'decomposition.PCA': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy') },
      fit_transform: { ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy') },
      get_covariance: PURE7,
      get_feature_names_out: PURE7,
      get_precision: PURE7,
      ...each(
        {
          returns: 'sklearn.Matrix',
          when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
        },
        'inverse_transform transform',
      ),
      score: SCORE,
      score_samples: ARRAY3,
    },
  },
  'cross_decomposition.PLSCanonical': LIKE_CCA,
  'cross_decomposition.PLSRegression': LIKE_CCA,
  'cross_decomposition.PLSSVD': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS, when: unlessCopied('copy') },
      fit_transform: { ...FITS_AND_GIVES, when: unlessCopied('copy') },
      get_feature_names_out: PURE7,
      transform: {
        when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
    },
  },
  'feature_extraction.image.PatchExtractor': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS_AND_DRAWS, fit_transform: FITS_AND_GIVES_DRAWING, transform: PURE7 },
  },
  'pipeline.Pipeline': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      decision_function: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      fit: FITS_OTHERS,
      fit_predict: { mutates: ['self'], calls: ['self'], reads: ['random.numpy'], writes: ['random.numpy'] },
      fit_transform: FITS_OTHERS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      inverse_transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
      predict: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_log_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      predict_proba: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      score: { aliases: ['*'], calls: ['self'] },
      score_samples: { aliases: ['*'], calls: ['self'], returns: 'numpy.ndarray' },
      transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    },
  },
  'kernel_approximation.PolynomialCountSketch': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'preprocessing.PolynomialFeatures': LIKE_ADDITIVE_CHI2_SAMPLER,
  'preprocessing.PowerTransformer': LIKE_POWER_TRANSFORMER,
  'preprocessing.QuantileTransformer': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: { ...FITS_AND_DRAWS, when: unlessCopied('copy') },
      fit_transform: { ...FITS_AND_GIVES_DRAWING, when: unlessCopied('copy') },
      get_feature_names_out: PURE7,
      ...each(
        {
          returns: 'sklearn.Matrix',
          when: [{ argument: 'self:copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
        },
        'inverse_transform transform',
      ),
    },
  },
  'kernel_approximation.RBFSampler': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'feature_selection.RFE': LIKE_RFE,
  'feature_selection.RFECV': LIKE_RFE,
  'preprocessing.RobustScaler': LIKE_POWER_TRANSFORMER,
  'feature_selection.SelectFdr': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_selection.SelectFpr': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_selection.SelectFromModel': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      ...each(FITS_OTHERS, 'fit partial_fit'),
      fit_transform: FITS_OTHERS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      get_support: PURE7,
      inverse_transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
      transform: { aliases: ['*'], calls: ['self'], returns: 'sklearn.Matrix' },
    },
  },
  'feature_selection.SelectFwe': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_selection.SelectKBest': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_selection.SelectPercentile': LIKE_GENERIC_UNIVARIATE_SELECT,
  'feature_selection.SequentialFeatureSelector': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      fit: FITS_OTHERS,
      fit_transform: FITS_OTHERS_AND_TRANSFORMS,
      get_feature_names_out: PURE7,
      get_support: PURE7,
      inverse_transform: MATRIX,
      transform: MATRIX,
    },
  },
  'impute.SimpleImputer': LIKE_POWER_TRANSFORMER,
  'kernel_approximation.SkewedChi2Sampler': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'decomposition.SparseCoder': LIKE_FEATURE_AGGLOMERATION,
  'decomposition.SparsePCA': LIKE_DICTIONARY_LEARNING,
  'random_projection.SparseRandomProjection': LIKE_DICTIONARY_LEARNING,
  'manifold.SpectralEmbedding': LIKE_MDS,
  'preprocessing.SplineTransformer': LIKE_ADDITIVE_CHI2_SAMPLER,
  'preprocessing.StandardScaler': LIKE_MAX_ABS_SCALER,
  'manifold.TSNE': {
    bases: ['sklearn.base.BaseEstimator'],
    constructor: HOLDS_ARGUMENTS7,
    methods: { fit: FITS_AND_DRAWS, fit_transform: FITS_AND_GIVES_DRAWING, get_feature_names_out: PURE7 },
  },
  'preprocessing.TargetEncoder': LIKE_LOCALLY_LINEAR_EMBEDDING,
  'feature_extraction.text.TfidfTransformer': LIKE_ADDITIVE_CHI2_SAMPLER,
  'feature_extraction.text.TfidfVectorizer': LIKE_COUNT_VECTORIZER,
  'compose.TransformedTargetRegressor': LIKE_BAGGING_REGRESSOR,
  'decomposition.TruncatedSVD': LIKE_DICTIONARY_LEARNING,
  'feature_selection.VarianceThreshold': LIKE_GENERIC_UNIVARIATE_SELECT,
  'compose.make_column_selector': { constructor: PURE7 },
};

// packages/core/src/libraries/scikit-learn.ts
var LOADED = {
  ...each({ returns: 'sklearn.LoadedNames' }, 'feature_names target_names'),
  ...each({ returns: 'str', fresh: true }, 'DESCR filename'),
};
function display(name) {
  return {
    constructor: HOLDS_ARGUMENTS7,
    methods: {
      plot: {
        reads: ['figure', 'options'],
        writes: ['figure'],
        mutates: ['self', ':ax'],
        aliases: ['self'],
        calls: ['self'],
      },
      ...each(
        {
          reads: ['figure', 'options', 'random.numpy'],
          writes: ['figure', 'random.numpy'],
          mutates: [':ax'],
          aliases: ['*'],
          // The first argument of `from_estimator` is one.
          calls: ['0:estimator'],
          returns: name,
        },
        'from_estimator from_predictions from_cv_results',
      ),
    },
    attributes: {
      ax_: PART7,
      figure_: PART7,
      confusion_matrix: PART7,
      im_: PART7,
      text_: PART7,
      line_: PART7,
    },
  };
}
var scikitLearn = {
  module: 'sklearn',
  rows: SCIKIT_LEARN_ROWS,
  distribution: 'scikit-learn',
  url: 'https://scikit-learn.org/stable/api/index.html',
  functions: {
    ...each(
      PURE7,
      `
        base.clone model_selection.check_cv metrics.adjusted_mutual_info_score metrics.auc
        metrics.average_precision_score metrics.calinski_harabasz_score metrics.class_likelihood_ratios
        metrics.completeness_score metrics.confusion_matrix_at_thresholds metrics.consensus_score
        metrics.coverage_error metrics.d2_absolute_error_score metrics.d2_brier_score metrics.d2_log_loss_score
        metrics.d2_pinball_score metrics.d2_tweedie_score metrics.davies_bouldin_score metrics.dcg_score
        metrics.det_curve metrics.euclidean_distances metrics.explained_variance_score metrics.f1_score
        metrics.fbeta_score metrics.fowlkes_mallows_score metrics.get_scorer metrics.get_scorer_names
        metrics.hinge_loss metrics.homogeneity_completeness_v_measure metrics.homogeneity_score
        metrics.jaccard_score metrics.label_ranking_average_precision_score metrics.label_ranking_loss
        metrics.log_loss metrics.max_error metrics.mean_absolute_error metrics.mean_absolute_percentage_error
        metrics.mean_gamma_deviance metrics.mean_pinball_loss metrics.mean_poisson_deviance
        metrics.mean_squared_error metrics.mean_squared_log_error metrics.mean_tweedie_deviance
        metrics.median_absolute_error metrics.metric_at_thresholds metrics.multilabel_confusion_matrix
        metrics.mutual_info_score metrics.nan_euclidean_distances metrics.ndcg_score
        metrics.normalized_mutual_info_score metrics.pair_confusion_matrix metrics.pairwise_distances_argmin
        metrics.pairwise_distances_argmin_min metrics.precision_recall_fscore_support metrics.precision_score
        metrics.r2_score metrics.rand_score metrics.recall_score metrics.roc_auc_score
        metrics.root_mean_squared_error metrics.root_mean_squared_log_error metrics.silhouette_samples
        metrics.top_k_accuracy_score metrics.v_measure_score metrics.zero_one_loss
        metrics.pairwise.additive_chi2_kernel metrics.pairwise.chi2_kernel metrics.pairwise.cosine_distances
        metrics.pairwise.cosine_similarity metrics.pairwise.distance_metrics
        metrics.pairwise.euclidean_distances metrics.pairwise.haversine_distances
        metrics.pairwise.kernel_metrics metrics.pairwise.laplacian_kernel metrics.pairwise.linear_kernel
        metrics.pairwise.manhattan_distances metrics.pairwise.nan_euclidean_distances
        metrics.pairwise.paired_cosine_distances metrics.pairwise.paired_distances
        metrics.pairwise.paired_euclidean_distances metrics.pairwise.paired_manhattan_distances
        metrics.pairwise.pairwise_distances_argmin metrics.pairwise.pairwise_distances_argmin_min
        metrics.pairwise.polynomial_kernel metrics.pairwise.rbf_kernel metrics.pairwise.sigmoid_kernel
        metrics.cluster.adjusted_mutual_info_score metrics.cluster.calinski_harabasz_score
        metrics.cluster.completeness_score metrics.cluster.consensus_score metrics.cluster.contingency_matrix
        metrics.cluster.davies_bouldin_score metrics.cluster.entropy metrics.cluster.fowlkes_mallows_score
        metrics.cluster.homogeneity_completeness_v_measure metrics.cluster.homogeneity_score
        metrics.cluster.mutual_info_score metrics.cluster.normalized_mutual_info_score
        metrics.cluster.pair_confusion_matrix metrics.cluster.rand_score metrics.cluster.silhouette_samples
        metrics.cluster.v_measure_score utils.class_weight.compute_class_weight
        utils.class_weight.compute_sample_weight utils.multiclass.unique_labels utils.multiclass.type_of_target
        utils.estimator_html_repr utils.all_estimators utils.extmath.softmax preprocessing.add_dummy_feature
        preprocessing.label_binarize feature_selection.chi2 feature_selection.f_classif
        feature_selection.f_regression feature_selection.r_regression feature_selection.f_oneway cluster.dbscan
        cluster.cluster_optics_dbscan cluster.cluster_optics_xi cluster.compute_optics_graph
        cluster.linkage_tree cluster.mean_shift cluster.ward_tree decomposition.sparse_encode
        linear_model.lars_path linear_model.lars_path_gram linear_model.orthogonal_mp
        linear_model.orthogonal_mp_gram manifold.trustworthiness covariance.empirical_covariance
        covariance.graphical_lasso covariance.ledoit_wolf covariance.ledoit_wolf_shrinkage covariance.oas
        covariance.shrunk_covariance neighbors.kneighbors_graph neighbors.radius_neighbors_graph
        feature_extraction.image.grid_to_graph feature_extraction.image.img_to_graph
        feature_extraction.image.reconstruct_from_patches_2d svm.l1_min_c
      `,
    ),
    ...each(TRUTH4, 'base.is_classifier base.is_regressor base.is_clusterer base.is_outlier_detector'),
    'pipeline.make_pipeline': { holds: [{ by: 'return', value: '*' }], returns: 'sklearn.pipeline.Pipeline' },
    'pipeline.make_union': {
      holds: [{ by: 'return', value: '*' }],
      returns: 'sklearn.pipeline.FeatureUnion',
    },
    'compose.make_column_transformer': {
      holds: [{ by: 'return', value: '*' }],
      returns: 'sklearn.compose.ColumnTransformer',
    },
    'model_selection.train_test_split': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      aliases: ['*'],
    },
    'model_selection.cross_val_score': { ...CROSS_VALIDATES, returns: 'numpy.ndarray' },
    ...each(
      CROSS_VALIDATES,
      `
        model_selection.cross_validate model_selection.learning_curve model_selection.validation_curve
        model_selection.permutation_test_score
      `,
    ),
    'model_selection.cross_val_predict': { ...CROSS_VALIDATES, returns: 'numpy.ndarray' },
    ...each(
      SCORE,
      `
        metrics.accuracy_score metrics.adjusted_rand_score metrics.balanced_accuracy_score
        metrics.brier_score_loss metrics.cohen_kappa_score metrics.hamming_loss metrics.matthews_corrcoef
        metrics.cluster.adjusted_rand_score
      `,
    ),
    ...each(
      SHARES_ARGUMENTS5,
      `
        metrics.check_scoring metrics.pairwise.check_paired_arrays metrics.pairwise.check_pairwise_arrays
        calibration.calibration_curve utils.check_array utils.check_X_y utils.column_or_1d utils.indexable
        utils.validation.check_is_fitted utils.validation.check_array cluster.get_bin_seeds
      `,
    ),
    'metrics.classification_report': {
      returns: 'str',
      when: [{ argument: ':output_dict', is: 'True', returns: 'dict' }],
    },
    'metrics.confusion_matrix': ARRAY3,
    'metrics.make_scorer': HOLDS_ARGUMENTS7,
    ...each(
      CALLS_ARGUMENT,
      `
        metrics.pairwise_distances metrics.pairwise_distances_chunked metrics.pairwise_kernels
        metrics.pairwise.pairwise_distances metrics.pairwise.pairwise_distances_chunked
        metrics.pairwise.pairwise_kernels
      `,
    ),
    'metrics.precision_recall_curve': { returns: 'numpy.ndarray, numpy.ndarray, numpy.ndarray' },
    'metrics.roc_curve': { returns: 'numpy.ndarray, numpy.ndarray, numpy.ndarray' },
    ...each(
      {
        random: { seed: ':random_state', resource: 'random.numpy' },
        returns: 'float',
      },
      'metrics.silhouette_score metrics.cluster.silhouette_score',
    ),
    'metrics.plot_confusion_matrix': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'metrics.plot_roc_curve': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'metrics.plot_precision_recall_curve': { reads: ['figure'], writes: ['figure'], mutates: [':ax'] },
    'inspection.permutation_importance': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      calls: ['*'],
    },
    'inspection.partial_dependence': { calls: ['*'] },
    'tree.plot_tree': {
      reads: ['figure', 'options'],
      writes: ['figure'],
      mutates: [':ax'],
      aliases: [':ax'],
    },
    'tree.export_text': TEXT6,
    'tree.export_graphviz': { writesFile: ':out_file' },
    ...each(
      {
        reads: ['network', 'files'],
        writes: ['files', 'network'],
        random: { seed: ':random_state', resource: 'random.numpy' },
      },
      `
        datasets.fetch_20newsgroups datasets.fetch_covtype datasets.fetch_kddcup99
        datasets.fetch_olivetti_faces datasets.fetch_rcv1
      `,
    ),
    'datasets.fetch_20newsgroups_vectorized': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_california_housing': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_file': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_lfw_pairs': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_lfw_people': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_openml': { reads: ['network', 'files'], writes: ['files', 'network'] },
    'datasets.fetch_species_distributions': { reads: ['network', 'files'], writes: ['files', 'network'] },
    ...each(
      LOADS_DATA,
      `
        datasets.load_breast_cancer datasets.load_diabetes datasets.load_digits datasets.load_iris
        datasets.load_linnerud datasets.load_wine
      `,
    ),
    'datasets.load_sample_image': ARRAY3,
    'datasets.load_sample_images': { returns: 'sklearn.utils.Bunch' },
    'datasets.make_biclusters': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      MAKES_DATA,
      `
        datasets.make_blobs datasets.make_circles datasets.make_classification datasets.make_friedman1
        datasets.make_friedman2 datasets.make_friedman3 datasets.make_gaussian_quantiles
        datasets.make_hastie_10_2 datasets.make_moons datasets.make_regression datasets.make_s_curve
        datasets.make_sparse_uncorrelated datasets.make_swiss_roll
      `,
    ),
    'datasets.make_checkerboard': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_low_rank_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      {
        random: { seed: ':random_state', resource: 'random.numpy' },
      },
      `
        datasets.make_multilabel_classification feature_selection.mutual_info_regression
        decomposition.non_negative_factorization
      `,
    ),
    'datasets.make_sparse_coded_signal': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_sparse_spd_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.make_spd_matrix': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'datasets.load_svmlight_file': { readsFile: '0:f' },
    'datasets.load_files': {
      readsFile: '0:container_path',
      random: { seed: ':random_state', resource: 'random.numpy' },
    },
    'datasets.dump_svmlight_file': { writesFile: '2:f' },
    'datasets.get_data_home': { reads: ['environment', 'files'], writes: ['files'], returns: 'str' },
    'utils.resample': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'utils.shuffle': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'utils.check_random_state': { aliases: ['*'], random: { seed: '0:seed', resource: 'random.numpy' } },
    'utils.extmath.randomized_svd': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      {
        when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
      },
      `
        preprocessing.binarize preprocessing.maxabs_scale preprocessing.minmax_scale preprocessing.normalize
        preprocessing.power_transform preprocessing.robust_scale
      `,
    ),
    'preprocessing.quantile_transform': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }],
    },
    'preprocessing.scale': { when: [{ argument: ':copy', is: 'False', mutates: ['0:X'], aliases: ['0:X'] }] },
    'feature_selection.mutual_info_classif': { random: { seed: ':random_state', resource: 'random.numpy' } },
    ...each(
      { random: { seed: ':random_state', resource: 'random.numpy' } },
      `
        cluster.k_means cluster.kmeans_plusplus cluster.affinity_propagation cluster.spectral_clustering
        cluster.estimate_bandwidth decomposition.dict_learning decomposition.dict_learning_online
        decomposition.fastica
      `,
    ),
    'linear_model.enet_path': DRAWS_NUMPY2,
    'linear_model.lasso_path': DRAWS_NUMPY2,
    'linear_model.ridge_regression': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.locally_linear_embedding': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.smacof': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'manifold.spectral_embedding': { random: { seed: ':random_state', resource: 'random.numpy' } },
    'feature_extraction.image.extract_patches_2d': {
      random: { seed: ':random_state', resource: 'random.numpy' },
      aliases: ['0:image'],
    },
    set_config: { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
    get_config: { reads: ['options'], returns: 'dict' },
    show_versions: PRINTS,
    config_context: HOLDS_ARGUMENTS7,
  },
  classes: {
    ...sklearnModels,
    ...sklearnTransformers,
    /** What transformers give: an array, a table after `set_output`, or a sparse matrix. */
    Matrix: {
      constructor: PURE7,
      oneOf: ['numpy.ndarray', 'pandas.DataFrame', 'scipy.sparse.csr_matrix'],
      element: 'builtins.Plain',
    },
    /** What scikit-learn's own data sets are given as. */
    LoadedArrays: {
      bases: ['sklearn.utils.Bunch'],
      constructor: PURE7,
      attributes: { ...LOADED, ...each(ARRAY_PART2, 'data target images') },
    },
    /** The same, asked for as a frame, or perhaps. */
    LoadedTables: {
      bases: ['sklearn.utils.Bunch'],
      constructor: PURE7,
      attributes: {
        ...LOADED,
        data: { returns: 'sklearn.Matrix' },
        target: { returns: 'numpy.Result' },
        images: ARRAY_PART2,
      },
    },
    LoadedNames: { constructor: PURE7, oneOf: ['builtins.list', 'numpy.ndarray'], element: 'builtins.Plain' },
    'base.BaseEstimator': {
      methods: {
        get_params: VIEW6,
        get_metadata_routing: VIEW6,
        set_params: {
          keepsKeywords: true,
          mutates: ['self'],
          aliases: ['self'],
          returns: 'self',
          holds: [{ by: 'self', value: '*' }],
        },
        ...each(
          ITSELF,
          `
            set_output set_fit_request set_predict_request set_score_request set_transform_request
            set_partial_fit_request set_inverse_transform_request set_decision_function_request
            set_predict_proba_request
          `,
        ),
      },
      attributes: {
        ...each(
          PART7,
          `
            classes_ intercept_ estimators_ named_steps steps named_transformers_ transformers_ vocabulary_
            tree_ categories_ params
          `,
        ),
        ...each(
          ARRAY_PART2,
          `
            coef_ feature_importances_ feature_names_in_ labels_ cluster_centers_ components_ mean_ scale_ var_
            explained_variance_ratio_ explained_variance_ singular_values_ support_vectors_
          `,
        ),
        best_estimator_: { clones: 'sklearn.base.BaseEstimator' },
        cv_results_: { returns: 'dict' },
        ...each({ returns: 'int', fresh: true }, 'n_features_in_ n_iter_ best_index_ n_outputs_'),
        inertia_: { returns: 'float', fresh: true },
        best_score_: { returns: 'float', fresh: true },
        oob_score_: { returns: 'float', fresh: true },
        best_params_: { returns: 'dict' },
      },
      constructor: HOLDS_ARGUMENTS7,
    },
    ...each(
      { bases: ['sklearn.base.BaseEstimator'], constructor: HOLDS_ARGUMENTS7 },
      `
        base.ClassifierMixin base.RegressorMixin base.TransformerMixin base.ClusterMixin base.OutlierMixin
      `,
    ),
    'model_selection.FixedThresholdClassifier': LIKE_BAGGING_CLASSIFIER,
    'model_selection.GridSearchCV': LIKE_GRID_SEARCH_CV,
    'model_selection.RandomizedSearchCV': LIKE_GRID_SEARCH_CV,
    'model_selection.TunedThresholdClassifierCV': LIKE_BAGGING_CLASSIFIER,
    'model_selection.KFold': LIKE_K_FOLD,
    'model_selection.StratifiedKFold': LIKE_K_FOLD,
    'model_selection.GroupKFold': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    ...each(
      LIKE_K_FOLD,
      `
        model_selection.RepeatedKFold model_selection.RepeatedStratifiedKFold model_selection.ShuffleSplit
        model_selection.StratifiedShuffleSplit model_selection.GroupShuffleSplit
      `,
    ),
    'model_selection.LeaveOneOut': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.LeavePOut': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.LeaveOneGroupOut': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.LeavePGroupsOut': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.PredefinedSplit': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.TimeSeriesSplit': {
      constructor: HOLDS_ARGUMENTS7,
      methods: { split: { aliases: ['self', '*'] }, get_n_splits: INT4 },
    },
    'model_selection.StratifiedGroupKFold': LIKE_K_FOLD,
    'model_selection.ParameterGrid': { constructor: HOLDS_ARGUMENTS7 },
    'model_selection.ParameterSampler': {
      constructor: HOLDS_ARGUMENTS7,
      iterate: { reads: ['random.numpy'], writes: ['random.numpy'] },
    },
    'metrics.ConfusionMatrixDisplay': display('sklearn.metrics.ConfusionMatrixDisplay'),
    'metrics.RocCurveDisplay': display('sklearn.metrics.RocCurveDisplay'),
    'metrics.PrecisionRecallDisplay': display('sklearn.metrics.PrecisionRecallDisplay'),
    'metrics.DetCurveDisplay': display('sklearn.metrics.DetCurveDisplay'),
    'metrics.PredictionErrorDisplay': display('sklearn.metrics.PredictionErrorDisplay'),
    'inspection.PartialDependenceDisplay': display('sklearn.inspection.PartialDependenceDisplay'),
    'inspection.DecisionBoundaryDisplay': display('sklearn.inspection.DecisionBoundaryDisplay'),
    'model_selection.LearningCurveDisplay': display('sklearn.model_selection.LearningCurveDisplay'),
    'model_selection.ValidationCurveDisplay': display('sklearn.model_selection.ValidationCurveDisplay'),
    'utils.Bunch': {
      bases: ['builtins.dict'],
      constructor: HOLDS_ARGUMENTS7,
      attributes: {
        ...each(PART7, 'data target frame feature_names target_names DESCR filename images'),
      },
    },
    'exceptions.ConvergenceWarning': { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS7 },
    'exceptions.NotFittedError': { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS7 },
  },
  attributes: { 'feature_extraction.text.ENGLISH_STOP_WORDS': FRESH6, __version__: FRESH6 },
};

// packages/core/src/libraries/scipy.ts
var PART8 = {};
var FRESH7 = { fresh: true };
var PURE8 = {};
var TRUTH5 = { returns: 'bool' };
var VIEW7 = { aliases: ['self'] };
var SHARES_ARGUMENTS6 = { aliases: ['*'] };
var CHANGES_ONLY5 = { mutates: ['self'], returns: 'builtins.NoneType' };
var HOLDS_ARGUMENTS8 = { holds: [{ by: 'return', value: '*' }] };
var DRAWS_NUMPY3 = { reads: ['random.numpy'], writes: ['random.numpy'] };
var SPARSE = {
  constructor: SHARES_ARGUMENTS6,
  methods: {
    ...each(VIEW7, 'tocsr tocsc tocoo tolil todok transpose reshape astype'),
    toarray: { mutates: [':out'], aliases: [':out'], returns: 'numpy.ndarray' },
    ...each(
      PURE8,
      `
        todense mean sum max min nonzero getrow getcol copy multiply dot power diagonal count_nonzero
      `,
    ),
    ...each(CHANGES_ONLY5, 'sort_indices sum_duplicates eliminate_zeros setdiag'),
  },
  attributes: {
    ...each(PART8, 'data indices indptr T'),
    shape: { returns: 'tuple', fresh: true },
    nnz: FRESH7,
    dtype: FRESH7,
    ndim: FRESH7,
  },
};
var scipy = {
  module: 'scipy',
  distribution: 'scipy',
  url: 'https://docs.scipy.org/doc/scipy/reference/',
  functions: {
    ...each(
      PURE8,
      `
        stats.abs stats.alexandergovern stats.ansari stats.barnard_exact stats.bartlett stats.bayes_mvs
        stats.binomtest stats.boschloo_exact stats.boxcox stats.boxcox_llf stats.brunnermunzel stats.chisquare
        stats.circmean stats.circstd stats.circvar stats.cramervonmises stats.cumfreq stats.describe
        stats.directional_stats stats.ecdf stats.energy_distance stats.entropy stats.epps_singleton_2samp
        stats.exp stats.expectile stats.f_oneway stats.fligner stats.friedmanchisquare stats.gmean stats.gstd
        stats.gzscore stats.hmean stats.jarque_bera stats.kruskal stats.kstat stats.kstatvar stats.kurtosis
        stats.kurtosistest stats.levene stats.linregress stats.lmoment stats.log stats.logrank
        stats.make_distribution stats.median_abs_deviation stats.median_test stats.mode stats.moment stats.mood
        stats.mvsdist stats.normaltest stats.obrientransform stats.order_statistic stats.percentileofscore
        stats.pmean stats.pointbiserialr stats.poisson_means_test stats.power stats.power_divergence
        stats.ppcc_max stats.quantile_test stats.ranksums stats.relfreq stats.scoreatpercentile stats.sem
        stats.shapiro stats.sigmaclip stats.skew stats.skewtest stats.somersd stats.spearmanr stats.tiecorrect
        stats.tmax stats.tmean stats.tmin stats.trim1 stats.trim_mean stats.trimboth stats.truncate stats.tsem
        stats.tstd stats.ttest_1samp stats.ttest_ind_from_stats stats.ttest_rel stats.tukey_hsd stats.tvar
        stats.variation stats.wasserstein_distance stats.wasserstein_distance_nd stats.weightedtau
        stats.yeojohnson stats.yeojohnson_llf stats.yeojohnson_normmax stats.yeojohnson_normplot stats.zmap
        stats.zscore optimize.linear_sum_assignment optimize.nnls linalg.norm linalg.pinv linalg.expm
        special.comb special.factorial special.softmax special.logsumexp spatial.distance.euclidean
        spatial.distance.cosine spatial.distance.cityblock spatial.distance.correlation
        spatial.distance.hamming spatial.distance.jaccard spatial.distance.minkowski
        spatial.distance.mahalanobis cluster.hierarchy.linkage cluster.hierarchy.fcluster
        cluster.hierarchy.cophenet cluster.hierarchy.leaves_list cluster.vq.whiten integrate.trapezoid
        integrate.simpson integrate.cumulative_trapezoid interpolate.griddata signal.find_peaks signal.butter
        signal.filtfilt signal.lfilter signal.savgol_filter signal.convolve signal.correlate signal.hilbert
        signal.medfilt signal.resample signal.sosfiltfilt signal.sosfilt sparse.eye
      `,
    ),
    ...each(
      {
        reads: ['random.numpy'],
        writes: ['random.numpy'],
        calls: ['*'],
        mutates: [':random_state', ':rng'],
      },
      `
        stats.anderson stats.anderson_ksamp stats.bootstrap stats.boxcox_normmax stats.bws_test
        stats.chatterjeexi stats.chi2_contingency stats.combine_pvalues stats.cramervonmises_2samp
        stats.differential_entropy stats.dunnett stats.false_discovery_control stats.fisher_exact stats.fit
        stats.goodness_of_fit stats.iqr stats.kendalltau stats.ks_1samp stats.ks_2samp stats.kstest
        stats.mannwhitneyu stats.multiscale_graphcorr stats.page_trend_test stats.pearsonr
        stats.permutation_test stats.quantile stats.rankdata stats.siegelslopes stats.sobol_indices
        stats.spearmanrho stats.theilslopes stats.ttest_ind stats.wilcoxon
      `,
    ),
    ...each(
      { calls: ['*'] },
      `
        stats.binned_statistic stats.binned_statistic_2d stats.binned_statistic_dd stats.monte_carlo_test
        optimize.minimize optimize.minimize_scalar optimize.curve_fit optimize.root optimize.root_scalar
        optimize.brentq optimize.bisect optimize.newton optimize.fsolve optimize.least_squares optimize.fmin
        optimize.fmin_bfgs integrate.quad integrate.odeint integrate.solve_ivp integrate.dblquad
      `,
    ),
    'stats.boxcox_normplot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'stats.ppcc_plot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'stats.probplot': { mutates: [':plot'], writes: ['figure'], reads: ['figure'] },
    'optimize.linprog': { calls: [':callback'] },
    ...each(
      {
        calls: ['*'],
        reads: ['random.numpy'],
        writes: ['random.numpy'],
        mutates: [':seed', ':rng'],
      },
      'optimize.differential_evolution optimize.basinhopping optimize.dual_annealing',
    ),
    ...each(
      {
        when: [
          { argument: ':overwrite_a', is: 'True', mutates: ['*'], aliases: ['*'] },
          { argument: ':overwrite_b', is: 'True', mutates: ['*'], aliases: ['*'] },
        ],
      },
      `
        linalg.inv linalg.det linalg.eig linalg.eigh linalg.eigvals linalg.svd linalg.solve linalg.lu linalg.qr
        linalg.cholesky
      `,
    ),
    ...each(
      { mutates: ['1:out'], aliases: ['1:out'] },
      `
        special.expit special.logit special.erf special.erfc special.gamma special.gammaln special.digamma
      `,
    ),
    'special.beta': { mutates: ['2:out'], aliases: ['2:out'] },
    'special.betaln': { mutates: ['2:out'], aliases: ['2:out'] },
    'special.zeta': { mutates: ['2:out'], aliases: ['2:out'] },
    'spatial.distance.pdist': { mutates: [':out'], aliases: [':out'], calls: ['*'] },
    'spatial.distance.squareform': { aliases: ['0:X'] },
    'spatial.distance.cdist': { mutates: [':out'], aliases: [':out'], calls: ['*'] },
    'cluster.hierarchy.dendrogram': { reads: ['figure', 'options'], writes: ['figure'], mutates: [':ax'] },
    ...each(
      SHARES_ARGUMENTS6,
      `
        sparse.hstack sparse.vstack
      `,
    ),
    'signal.welch': { calls: [':detrend'] },
    'signal.periodogram': { calls: [':detrend'] },
    'signal.spectrogram': { calls: [':detrend'] },
    'signal.detrend': {
      when: [{ argument: ':overwrite_data', is: 'True', mutates: ['0:data'], aliases: ['0:data'] }],
    },
    'sparse.issparse': TRUTH5,
    'sparse.save_npz': { writesFile: '0:file' },
    'sparse.load_npz': { readsFile: '0:file' },
    'io.loadmat': { readsFile: '0:file_name' },
    'io.savemat': { writesFile: '0:file_name' },
    ...each(
      { mutates: [':output'], aliases: [':output'] },
      `
        ndimage.gaussian_filter ndimage.median_filter ndimage.uniform_filter ndimage.zoom ndimage.rotate
        ndimage.shift
      `,
    ),
  },
  classes: {
    'interpolate.interp1d': { constructor: SHARES_ARGUMENTS6, methods: { __call__: PURE8 } },
    'interpolate.CubicSpline': {
      constructor: SHARES_ARGUMENTS6,
      methods: { ...each(PURE8, '__call__ derivative antiderivative integrate roots') },
    },
    'interpolate.UnivariateSpline': {
      constructor: SHARES_ARGUMENTS6,
      methods: { ...each(PURE8, '__call__ derivative antiderivative integral roots') },
    },
    'stats.rv_generic': {
      methods: {
        ...each(
          PURE8,
          'cdf sf ppf isf logcdf logsf mean std var median stats entropy interval moment support',
        ),
        expect: { calls: ['*'] },
        rvs: { reads: ['random.numpy'], writes: ['random.numpy'], mutates: [':random_state'] },
      },
      constructor: HOLDS_ARGUMENTS8,
    },
    'stats.rv_continuous': {
      bases: ['scipy.stats.rv_generic'],
      methods: { pdf: PURE8, logpdf: PURE8, fit: PURE8 },
      constructor: HOLDS_ARGUMENTS8,
    },
    'stats.rv_discrete': {
      bases: ['scipy.stats.rv_generic'],
      methods: { pmf: PURE8, logpmf: PURE8 },
      constructor: HOLDS_ARGUMENTS8,
    },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.alpha stats.anglit stats.arcsine stats.argus
      `,
    ),
    'stats.bernoulli': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.beta': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.betabinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.betanbinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.betaprime': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.binom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.boltzmann': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.bradford stats.burr stats.burr12 stats.cauchy stats.chi stats.chi2 stats.cosine stats.crystalball
        stats.dgamma
      `,
    ),
    'stats.dlaplace': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.dpareto_lognorm stats.dweibull stats.erlang stats.expon stats.exponnorm stats.exponpow
        stats.exponweib stats.f stats.fatiguelife stats.fisk stats.foldcauchy stats.foldnorm stats.gamma
        stats.gausshyper stats.genexpon stats.genextreme stats.gengamma stats.genhalflogistic
        stats.genhyperbolic stats.geninvgauss stats.genlogistic stats.gennorm stats.genpareto
      `,
    ),
    'stats.geom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.gibrat stats.gompertz stats.gumbel_l stats.gumbel_r stats.halfcauchy stats.halfgennorm
        stats.halflogistic stats.halfnorm
      `,
    ),
    'stats.hypergeom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.hypsecant stats.invgamma stats.invgauss stats.invweibull stats.irwinhall stats.jf_skew_t
        stats.johnsonsb stats.johnsonsu stats.kappa3 stats.kappa4 stats.ksone stats.kstwo stats.kstwobign
        stats.landau stats.laplace stats.laplace_asymmetric stats.levy stats.levy_l stats.levy_stable
        stats.loggamma stats.logistic stats.loglaplace stats.lognorm
      `,
    ),
    'stats.logser': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.loguniform stats.lomax stats.maxwell stats.mielke stats.moyal stats.nakagami
      `,
    ),
    'stats.nbinom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.ncf': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.nchypergeom_fisher': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.nchypergeom_wallenius': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.nct': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.ncx2': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.nhypergeom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.norm stats.norminvgauss stats.pareto stats.pearson3
      `,
    ),
    'stats.planck': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.poisson': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.poisson_binom': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.powerlaw': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.powerlognorm': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.powernorm': { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
    'stats.randint': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.rayleigh stats.rdist stats.recipinvgauss stats.reciprocal stats.rel_breitwigner stats.rice
        stats.semicircular
      `,
    ),
    'stats.skellam': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    ...each(
      { bases: ['scipy.stats.rv_continuous'], constructor: PURE8 },
      `
        stats.skewcauchy stats.skewnorm stats.studentized_range stats.t stats.trapezoid stats.triang
        stats.truncexpon stats.truncnorm stats.truncpareto stats.truncweibull_min stats.tukeylambda
        stats.uniform stats.vonmises stats.vonmises_line stats.wald stats.weibull_max stats.weibull_min
        stats.wrapcauchy
      `,
    ),
    'stats.yulesimon': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.zipf': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.zipfian': { bases: ['scipy.stats.rv_discrete'], constructor: PURE8 },
    'stats.gaussian_kde': {
      constructor: HOLDS_ARGUMENTS8,
      methods: {
        ...each(PURE8, 'evaluate pdf logpdf integrate_box_1d'),
        set_bandwidth: CHANGES_ONLY5,
        resample: DRAWS_NUMPY3,
      },
    },
    'sparse.csr_matrix': SPARSE,
    'sparse.csc_matrix': SPARSE,
    'sparse.coo_matrix': SPARSE,
    'sparse.lil_matrix': SPARSE,
    'sparse.dok_matrix': SPARSE,
    'sparse.csr_array': SPARSE,
    'sparse.csc_array': SPARSE,
    'sparse.coo_array': SPARSE,
  },
};

// packages/core/src/libraries/seaborn.ts
var PART9 = {};
var PURE9 = {};
var READS_OPTIONS4 = { reads: ['options'] };
var DRAWS_WITH_OPTIONS2 = { reads: ['figure', 'options'], writes: ['figure'] };
var DRAWS_ON_AXES = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options'],
  returns: 'matplotlib.Drawing',
  writes: ['figure'],
};
var DRAWS_WITH_BOOTSTRAP = {
  aliases: [':ax'],
  mutates: [':ax'],
  reads: ['figure', 'options', 'random.numpy'],
  returns: 'matplotlib.Drawing',
  writes: ['figure', 'random.numpy'],
};
var MAKES_GRID = {
  reads: ['figure', 'options'],
  writes: ['figure'],
  holds: [{ by: 'return', value: '*' }],
};
var seaborn = {
  module: 'seaborn',
  distribution: 'seaborn',
  url: 'https://seaborn.pydata.org/api.html',
  functions: {
    ...each(
      DRAWS_ON_AXES,
      `
        boxplot boxenplot violinplot countplot heatmap histplot kdeplot ecdfplot rugplot scatterplot residplot
        distplot
      `,
    ),
    ...each(DRAWS_WITH_BOOTSTRAP, 'lineplot barplot pointplot regplot stripplot swarmplot factorplot tsplot'),
    ...each(
      {
        reads: ['figure', 'options', 'random.numpy'],
        writes: ['figure', 'random.numpy'],
        returns: 'seaborn.Grid',
      },
      'relplot catplot displot pairplot jointplot lmplot clustermap',
    ),
    ...each(
      { reads: ['options'], writes: ['options'], returns: 'builtins.NoneType' },
      `
        set set_theme set_style set_context reset_defaults reset_orig set_color_codes set_palette
      `,
    ),
    ...each(
      READS_OPTIONS4,
      `
        axes_style plotting_context hls_palette husl_palette light_palette dark_palette diverging_palette
        blend_palette xkcd_palette cubehelix_palette mpl_palette crayon_palette
      `,
    ),
    color_palette: { reads: ['options'], aliases: ['0:palette'] },
    load_dataset: {
      reads: ['network', 'files', 'environment'],
      writes: ['network', 'files'],
      returns: 'pandas.DataFrame',
    },
    get_dataset_names: { reads: ['network'], returns: 'list' },
    despine: { reads: ['figure'], writes: ['figure'], mutates: ['*'] },
    move_legend: { mutates: ['0'], reads: ['figure'] },
    palplot: DRAWS_WITH_OPTIONS2,
    desaturate: PURE9,
    saturate: PURE9,
    set_hls_values: PURE9,
  },
  classes: {
    Grid: {
      constructor: MAKES_GRID,
      methods: {
        ...each(
          {
            mutates: ['self'],
            aliases: ['self'],
            reads: ['figure', 'options', 'random.numpy'],
            writes: ['figure', 'random.numpy'],
            calls: ['*'],
            returns: 'self',
          },
          `
            add_legend map map_dataframe map_diag map_lower map_offdiag map_upper plot plot_colors
            plot_dendrograms plot_joint plot_marginals plot_matrix refline set set_axis_labels set_titles
            set_xlabels set_xticklabels set_ylabels set_yticklabels tight_layout
          `,
        ),
        ...each(
          {
            mutates: ['self'],
            aliases: ['self'],
            reads: ['figure', 'options', 'random.numpy'],
            writes: ['figure', 'random.numpy'],
            calls: ['*'],
          },
          'apply despine dim_ratios facet_axis facet_data format_data pipe tick_params',
        ),
        savefig: { mutates: ['self'], writesFile: '0', reads: ['options'], returns: 'builtins.NoneType' },
      },
      attributes: {
        ...each(
          { returns: 'matplotlib.Drawing' },
          `
            ax axes fig figure ax_joint ax_marg_x ax_marg_y ax_heatmap ax_row_dendrogram ax_col_dendrogram
            axes_dict
          `,
        ),
        legend: { returns: 'matplotlib.Artist' },
        data: PART9,
      },
    },
    FacetGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
    PairGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
    JointGrid: { bases: ['seaborn.Grid'], constructor: MAKES_GRID },
  },
  aliases: {
    'axisgrid.FacetGrid': 'FacetGrid',
    'axisgrid.PairGrid': 'PairGrid',
    'axisgrid.JointGrid': 'JointGrid',
    'matrix.ClusterGrid': 'Grid',
  },
  onImport: { writes: ['options'] },
};

// packages/core/src/libraries/standard-containers.ts
var PART10 = {};
var FRESH8 = { fresh: true };
var PURE10 = {};
var INT5 = { returns: 'int' };
var TRUTH6 = { returns: 'bool' };
var LIST3 = { returns: 'list' };
var DICT3 = { returns: 'dict' };
var TUPLE3 = { returns: 'tuple' };
var BYTES4 = { returns: 'bytes' };
var VIEW8 = { aliases: ['self'] };
var SHARES_ARGUMENTS7 = { aliases: ['*'] };
var CHANGES5 = { mutates: ['self'] };
var CHANGES_AND_SHARES6 = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY6 = { mutates: ['self'], returns: 'builtins.NoneType' };
var ENTERS3 = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS9 = { holds: [{ by: 'return', value: '*' }] };
var CALLS_ARGUMENT2 = { aliases: ['*'], calls: ['*'] };
var standardContainers = [
  {
    module: 'collections',
    url: 'https://docs.python.org/3/library/collections.html',
    functions: { namedtuple: HOLDS_ARGUMENTS9 },
    classes: {
      deque: {
        constructor: SHARES_ARGUMENTS7,
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
          pop: CHANGES_AND_SHARES6,
          popleft: CHANGES_AND_SHARES6,
          ...each(CHANGES_ONLY6, 'rotate reverse clear remove'),
          copy: ENTERS3,
          count: INT5,
          index: INT5,
        },
      },
      defaultdict: {
        bases: ['builtins.dict'],
        constructor: HOLDS_ARGUMENTS9,
        subscript: { mutates: ['self'], aliases: ['self'] },
        methods: { copy: ENTERS3 },
      },
      OrderedDict: {
        bases: ['builtins.dict'],
        constructor: SHARES_ARGUMENTS7,
        methods: { move_to_end: CHANGES_ONLY6, copy: ENTERS3 },
      },
      Counter: {
        bases: ['builtins.dict'],
        constructor: SHARES_ARGUMENTS7,
        methods: {
          most_common: { returns: 'list', aliases: ['self'] },
          elements: VIEW8,
          update: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          subtract: { mutates: ['self'], holds: [{ by: 'self', value: '*' }], returns: 'builtins.NoneType' },
          total: PURE10,
          copy: ENTERS3,
        },
      },
      ChainMap: { constructor: SHARES_ARGUMENTS7 },
      ...each(
        { constructor: HOLDS_ARGUMENTS9 },
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
        CALLS_ARGUMENT2,
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
      ...each(HOLDS_ARGUMENTS9, 'partial partialmethod wraps lru_cache cache singledispatch cmp_to_key'),
      update_wrapper: { mutates: ['0'], aliases: ['*'] },
      total_ordering: { mutates: ['0'], aliases: ['0'] },
      reduce: { calls: ['0'], aliases: ['*'] },
    },
    classes: { cached_property: { constructor: HOLDS_ARGUMENTS9 } },
  },
  {
    module: 'operator',
    url: 'https://docs.python.org/3/library/operator.html',
    functions: {
      ...each(
        SHARES_ARGUMENTS7,
        `
          add sub mul truediv floordiv mod neg pos concat getitem and_ or_ xor matmul pow
        `,
      ),
      ...each(PURE10, 'eq ne lt le gt ge'),
      ...each(TRUTH6, 'not_ truth is_ is_not contains'),
      delitem: { mutates: ['0'], returns: 'builtins.NoneType' },
      ...each({ mutates: ['0'], aliases: ['*'] }, 'iadd isub imul itruediv iconcat'),
      itemgetter: HOLDS_ARGUMENTS9,
      attrgetter: HOLDS_ARGUMENTS9,
      methodcaller: HOLDS_ARGUMENTS9,
      ...each(INT5, 'index countOf indexOf length_hint'),
    },
    classes: {},
  },
  {
    module: 'copy',
    url: 'https://docs.python.org/3/library/copy.html',
    functions: { copy: { aliases: ['0'] }, deepcopy: PURE10 },
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
    attributes: { heappush: PART10 },
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
    attributes: { insort: PART10, insort_left: PART10, insort_right: PART10 },
  },
  {
    module: 'array',
    url: 'https://docs.python.org/3/library/array.html',
    functions: {},
    classes: {
      array: {
        constructor: PURE10,
        methods: {
          ...each(CHANGES_ONLY6, 'append extend insert remove reverse fromlist frombytes'),
          pop: CHANGES5,
          tolist: LIST3,
          tobytes: BYTES4,
          count: INT5,
          index: INT5,
        },
      },
    },
  },
  {
    module: 'enum',
    url: 'https://docs.python.org/3/library/enum.html',
    functions: { auto: PURE10, unique: { aliases: ['0'] } },
    classes: {
      ...each(
        { immutable: true, attributes: { name: FRESH8, value: FRESH8 }, constructor: HOLDS_ARGUMENTS9 },
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
      field: HOLDS_ARGUMENTS9,
      asdict: DICT3,
      astuple: TUPLE3,
      fields: SHARES_ARGUMENTS7,
      replace: SHARES_ARGUMENTS7,
      is_dataclass: TRUTH6,
    },
    classes: {},
  },
  {
    module: 'typing',
    url: 'https://docs.python.org/3/library/typing.html',
    functions: {
      ...each(
        SHARES_ARGUMENTS7,
        `
          cast overload no_type_check final runtime_checkable NewType TypeVar get_args get_origin
          get_type_hints
        `,
      ),
    },
    classes: {},
    attributes: {
      ...each(
        FRESH8,
        `
          Any Union Optional List Dict Set Tuple Callable Iterable Iterator Sequence Mapping Type Literal
          Generator ClassVar Final Annotated TYPE_CHECKING AnyStr Hashable NoReturn Self FrozenSet DefaultDict
          Deque Counter OrderedDict Generic Protocol Text IO Pattern Match Never
        `,
      ),
      NamedTuple: PART10,
      TypedDict: PART10,
    },
  },
  {
    module: 'types',
    url: 'https://docs.python.org/3/library/types.html',
    functions: { MappingProxyType: { aliases: ['0'] } },
    classes: { SimpleNamespace: { constructor: HOLDS_ARGUMENTS9 } },
    attributes: {
      ...each(
        FRESH8,
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
    classes: { ABC: { constructor: HOLDS_ARGUMENTS9 }, ABCMeta: { constructor: HOLDS_ARGUMENTS9 } },
  },
  {
    module: 'contextlib',
    url: 'https://docs.python.org/3/library/contextlib.html',
    functions: {
      ...each(HOLDS_ARGUMENTS9, 'contextmanager closing suppress nullcontext'),
    },
    classes: {},
    attributes: {
      redirect_stdout: PART10,
      redirect_stderr: PART10,
      ExitStack: PART10,
      asynccontextmanager: PART10,
    },
  },
  {
    module: '__future__',
    url: 'https://docs.python.org/3/library/__future__.html',
    functions: {},
    classes: {},
    attributes: { annotations: FRESH8, division: FRESH8, print_function: FRESH8 },
  },
  {
    module: 'inspect',
    url: 'https://docs.python.org/3/library/inspect.html',
    functions: {
      ...each(SHARES_ARGUMENTS7, 'signature getmembers getdoc getmodule'),
      ...each(TRUTH6, 'isfunction isclass ismethod isgenerator'),
      getsource: { reads: ['files'], returns: 'str' },
    },
    classes: {},
  },
  { module: 'weakref', url: 'https://docs.python.org/3/library/weakref.html', functions: {}, classes: {} },
  { module: 'queue', url: 'https://docs.python.org/3/library/queue.html', functions: {}, classes: {} },
];

// packages/core/src/libraries/standard-files.ts
var PART11 = {};
var FRESH9 = { fresh: true };
var TEXT_PART4 = { returns: 'str' };
var NUMBER_PART5 = { returns: 'int' };
var PURE11 = {};
var INT6 = { returns: 'int' };
var TEXT7 = { returns: 'str' };
var TRUTH7 = { returns: 'bool' };
var NUMBER3 = { returns: 'float' };
var LIST4 = { returns: 'list' };
var TUPLE4 = { returns: 'tuple' };
var BYTES5 = { returns: 'bytes' };
var VIEW9 = { aliases: ['self'] };
var CHANGES6 = { mutates: ['self'] };
var CHANGES_AND_SHARES7 = { aliases: ['self'], mutates: ['self'] };
var CHANGES_ONLY7 = { mutates: ['self'], returns: 'builtins.NoneType' };
var ENTERS4 = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS10 = { holds: [{ by: 'return', value: '*' }] };
var READS_FILES = { reads: ['files'] };
var WRITES_FILES = { reads: ['files'], writes: ['files'] };
var READS_ENVIRONMENT = { reads: ['environment'] };
var RUNS_PROCESS = {
  reads: ['files', 'environment', 'working-directory'],
  writes: ['process', 'files', 'stdout'],
};
var OPENS = {
  readsFile: '0:filename',
  writesFile: '0:filename',
  fileMode: '1:mode',
  returns: 'io.IOBase',
};
var standardFiles = [
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
        TEXT7,
        `
          path.basename path.dirname path.normpath path.normcase path.join path.commonprefix path.commonpath
        `,
      ),
      'path.split': TUPLE4,
      'path.splitext': TUPLE4,
      'path.splitdrive': TUPLE4,
      'path.isabs': TRUTH7,
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
      ...each(FRESH9, 'sep linesep name pathsep curdir pardir devnull extsep F_OK R_OK W_OK X_OK path.sep'),
    },
  },
  {
    module: 'pathlib',
    url: 'https://docs.python.org/3/library/pathlib.html',
    functions: {},
    classes: {
      PurePath: {
        immutable: true,
        constructor: PURE11,
        operator: { returns: 'pathlib.PurePath' },
        methods: {
          ...each({ returns: 'self' }, 'joinpath with_name with_stem with_suffix relative_to with_segments'),
          as_posix: TEXT7,
          as_uri: TEXT7,
          ...each(TRUTH7, 'is_absolute is_relative_to match is_reserved'),
        },
        attributes: {
          ...each(TEXT_PART4, 'name stem suffix anchor drive root'),
          parent: { returns: 'pathlib.PurePath' },
          parents: FRESH9,
          parts: FRESH9,
          suffixes: FRESH9,
        },
      },
      Path: {
        immutable: true,
        constructor: PURE11,
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
        constructor: PURE11,
        operator: { returns: 'pathlib.Path' },
      },
      WindowsPath: {
        bases: ['pathlib.Path'],
        immutable: true,
        constructor: PURE11,
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
      escape: TEXT7,
    },
    classes: {},
  },
  {
    module: 'fnmatch',
    url: 'https://docs.python.org/3/library/fnmatch.html',
    functions: { fnmatch: TRUTH7, fnmatchcase: TRUTH7, filter: LIST4, translate: TEXT7 },
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
          __enter__: TEXT7,
          cleanup: { mutates: ['self'], reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
          __exit__: { mutates: ['self'], reads: ['files'], writes: ['files'], returns: 'builtins.NoneType' },
        },
        attributes: { name: TEXT_PART4 },
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
      JSONDecodeError: { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS10 },
      JSONEncoder: { constructor: PURE11, methods: { encode: TEXT7 } },
    },
  },
  {
    module: 'pickle',
    url: 'https://docs.python.org/3/library/pickle.html',
    functions: {
      dumps: BYTES5,
      dump: { mutates: ['1:file'], returns: 'builtins.NoneType' },
      loads: PURE11,
      load: { mutates: ['0:file'] },
    },
    classes: { PickleError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS10 } },
    attributes: { HIGHEST_PROTOCOL: FRESH9, DEFAULT_PROTOCOL: FRESH9 },
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
        attributes: { line_num: NUMBER_PART5 },
        constructor: HOLDS_ARGUMENTS10,
      },
      _writer: { methods: { writerow: CHANGES6, writerows: CHANGES6 }, constructor: HOLDS_ARGUMENTS10 },
      DictReader: {
        constructor: HOLDS_ARGUMENTS10,
        consumable: true,
        iterate: { mutates: ['self'], returns: 'builtins.dict' },
        attributes: { fieldnames: PART11, line_num: NUMBER_PART5 },
      },
      DictWriter: {
        constructor: HOLDS_ARGUMENTS10,
        methods: { writeheader: CHANGES6, writerow: CHANGES6, writerows: CHANGES6 },
      },
    },
    attributes: { QUOTE_ALL: FRESH9, QUOTE_MINIMAL: FRESH9, QUOTE_NONE: FRESH9, QUOTE_NONNUMERIC: FRESH9 },
  },
  {
    module: 'gzip',
    url: 'https://docs.python.org/3/library/gzip.html',
    functions: {
      open: OPENS,
      compress: BYTES5,
      decompress: BYTES5,
    },
    classes: {},
  },
  {
    module: 'bz2',
    url: 'https://docs.python.org/3/library/bz2.html',
    functions: {
      open: OPENS,
      compress: BYTES5,
      decompress: BYTES5,
    },
    classes: {},
  },
  {
    module: 'lzma',
    url: 'https://docs.python.org/3/library/lzma.html',
    functions: {
      open: OPENS,
      compress: BYTES5,
      decompress: BYTES5,
    },
    classes: {},
  },
  {
    module: 'codecs',
    url: 'https://docs.python.org/3/library/codecs.html',
    functions: {
      open: OPENS,
      encode: PURE11,
      decode: PURE11,
      lookup: PURE11,
    },
    classes: {},
    attributes: { BOM_UTF8: FRESH9 },
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
          namelist: LIST4,
          infolist: VIEW9,
          getinfo: VIEW9,
          __enter__: ENTERS4,
        },
      },
    },
    attributes: { ZIP_DEFLATED: FRESH9, ZIP_STORED: FRESH9 },
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
          getnames: LIST4,
          ...each(CHANGES_AND_SHARES7, 'getmembers getmember next extractfile'),
          __enter__: ENTERS4,
        },
        constructor: HOLDS_ARGUMENTS10,
      },
    },
  },
  {
    module: 'configparser',
    url: 'https://docs.python.org/3/library/configparser.html',
    functions: {},
    classes: {
      ConfigParser: {
        constructor: HOLDS_ARGUMENTS10,
        methods: {
          read: { mutates: ['self'], readsFile: '0:filenames' },
          ...each(CHANGES6, 'read_string read_dict read_file set add_section remove_section remove_option'),
          get: VIEW9,
          items: VIEW9,
          sections: LIST4,
          options: LIST4,
          getint: INT6,
          getfloat: NUMBER3,
          getboolean: TRUTH7,
          has_section: TRUTH7,
          has_option: TRUTH7,
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
          __enter__: ENTERS4,
          __exit__: { mutates: ['self'], reads: ['database'], writes: ['database'] },
          backup: { mutates: ['self'], reads: ['database'], writes: ['database'] },
          iterdump: { mutates: ['self'], reads: ['database'], writes: ['database'] },
        },
        attributes: { row_factory: PART11, total_changes: PART11, isolation_level: PART11 },
        constructor: HOLDS_ARGUMENTS10,
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
          close: CHANGES_ONLY7,
        },
        attributes: { description: FRESH9, rowcount: FRESH9, lastrowid: FRESH9, connection: PART11 },
        constructor: HOLDS_ARGUMENTS10,
      },
      ...each(
        { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS10 },
        `
          Error OperationalError IntegrityError ProgrammingError DatabaseError
        `,
      ),
    },
    attributes: { Row: PART11, PARSE_DECLTYPES: FRESH9, PARSE_COLNAMES: FRESH9, sqlite_version: FRESH9 },
  },
  {
    module: 'pprint',
    url: 'https://docs.python.org/3/library/pprint.html',
    functions: {
      pprint: { writes: ['stdout'], mutates: ['1:stream'], returns: 'builtins.NoneType', reads: ['stdout'] },
      pp: { writes: ['stdout'], mutates: ['1:stream'], returns: 'builtins.NoneType', reads: ['stdout'] },
      pformat: TEXT7,
    },
    classes: {},
  },
];

// packages/core/src/libraries/standard-process.ts
var PART12 = {};
var FRESH10 = { fresh: true };
var TEXT_PART5 = { returns: 'str' };
var PURE12 = {};
var INT7 = { returns: 'int' };
var TEXT8 = { returns: 'str' };
var NOTHING5 = { returns: 'builtins.NoneType' };
var CHANGES7 = { mutates: ['self'] };
var CHANGES_ONLY8 = { mutates: ['self'], returns: 'builtins.NoneType' };
var ENTERS5 = { aliases: ['self'], returns: 'self' };
var HOLDS_ARGUMENTS11 = { holds: [{ by: 'return', value: '*' }] };
var READS_CLOCK = { reads: ['clock'] };
var PRINTS2 = { writes: ['stdout'] };
var RUNS_PROCESS2 = {
  reads: ['files', 'environment', 'working-directory'],
  writes: ['process', 'files', 'stdout'],
};
var standardProcess = [
  {
    module: 'sys',
    url: 'https://docs.python.org/3/library/sys.html',
    functions: {
      getsizeof: INT7,
      getrefcount: INT7,
      getrecursionlimit: INT7,
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
        FRESH10,
        `
          version version_info platform executable maxsize float_info byteorder prefix base_prefix
          implementation hexversion builtin_module_names
        `,
      ),
      exit: PART12,
      settrace: PART12,
      setprofile: PART12,
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
      ...each(RUNS_PROCESS2, 'run call check_call check_output getoutput getstatusoutput Popen'),
    },
    classes: { CalledProcessError: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS11 } },
    attributes: { PIPE: FRESH10, STDOUT: FRESH10, DEVNULL: FRESH10 },
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
        constructor: HOLDS_ARGUMENTS11,
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
        attributes: { handlers: PART12, propagate: PART12, level: PART12, name: TEXT_PART5 },
        constructor: HOLDS_ARGUMENTS11,
      },
      StreamHandler: {
        constructor: HOLDS_ARGUMENTS11,
        methods: {
          setFormatter: {
            mutates: ['self'],
            returns: 'builtins.NoneType',
            holds: [{ by: 'self', value: '*' }],
          },
          setLevel: CHANGES_ONLY8,
        },
      },
      FileHandler: { bases: ['logging.StreamHandler'], constructor: { writesFile: '0:filename' } },
      Formatter: { constructor: HOLDS_ARGUMENTS11 },
      NullHandler: { constructor: PURE12 },
    },
    attributes: {
      DEBUG: FRESH10,
      INFO: FRESH10,
      WARNING: FRESH10,
      ERROR: FRESH10,
      CRITICAL: FRESH10,
      NOTSET: FRESH10,
    },
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
    attributes: { LC_ALL: FRESH10, LC_NUMERIC: FRESH10, LC_TIME: FRESH10 },
  },
  {
    module: 'argparse',
    url: 'https://docs.python.org/3/library/argparse.html',
    functions: {},
    classes: {
      ArgumentParser: {
        constructor: HOLDS_ARGUMENTS11,
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
          print_help: PRINTS2,
          print_usage: PRINTS2,
          format_help: TEXT8,
        },
      },
      Namespace: { constructor: HOLDS_ARGUMENTS11 },
    },
  },
  {
    module: 'gc',
    url: 'https://docs.python.org/3/library/gc.html',
    functions: { collect: INT7, disable: NOTHING5, enable: NOTHING5 },
    classes: {},
  },
  { module: 'atexit', url: 'https://docs.python.org/3/library/atexit.html', functions: {}, classes: {} },
  {
    module: 'traceback',
    url: 'https://docs.python.org/3/library/traceback.html',
    functions: { print_exc: { writes: ['stdout'], returns: 'builtins.NoneType' }, format_exc: TEXT8 },
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
        constructor: PURE12,
        methods: { acquire: CHANGES7, release: CHANGES7, __exit__: CHANGES7, __enter__: ENTERS5 },
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
        TEXT8,
        `
          parse.quote parse.quote_plus parse.unquote parse.unquote_plus parse.urlencode parse.urljoin
        `,
      ),
      ...each(PURE12, 'parse.urlparse parse.urlsplit parse.parse_qs parse.parse_qsl'),
      'request.urlopen': { reads: ['network'], writes: ['network'], returns: 'io.IOBase' },
      'request.urlretrieve': { reads: ['network', 'files'], writes: ['network', 'files'] },
    },
    classes: {
      'request.Request': { constructor: HOLDS_ARGUMENTS11 },
      'error.HTTPError': { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS11 },
      'error.URLError': { bases: ['builtins.OSError'], constructor: HOLDS_ARGUMENTS11 },
    },
  },
  { module: 'xml', url: 'https://docs.python.org/3/library/xml.html', functions: {}, classes: {} },
  { module: 'email', url: 'https://docs.python.org/3/library/email.html', functions: {}, classes: {} },
  { module: 'http', url: 'https://docs.python.org/3/library/http.html', functions: {}, classes: {} },
  { module: 'ctypes', url: 'https://docs.python.org/3/library/ctypes.html', functions: {}, classes: {} },
  { module: 'signal', url: 'https://docs.python.org/3/library/signal.html', functions: {}, classes: {} },
];

// packages/core/src/libraries/standard-values.ts
var FRESH11 = { fresh: true };
var TEXT_PART6 = { returns: 'str' };
var NUMBER_PART6 = { returns: 'int' };
var PURE13 = {};
var INT8 = { returns: 'int' };
var TEXT9 = { returns: 'str' };
var TRUTH8 = { returns: 'bool' };
var NUMBER4 = { returns: 'float' };
var LIST5 = { returns: 'list' };
var DICT4 = { returns: 'dict' };
var TUPLE5 = { returns: 'tuple' };
var BYTES6 = { returns: 'bytes' };
var SHARES_ARGUMENTS8 = { aliases: ['*'] };
var CHANGES8 = { mutates: ['self'] };
var CHANGES_ONLY9 = { mutates: ['self'], returns: 'builtins.NoneType' };
var HOLDS_ARGUMENTS12 = { holds: [{ by: 'return', value: '*' }] };
var READS_FILES2 = { reads: ['files'] };
var SETS_OPTIONS5 = { reads: ['options'], writes: ['options'] };
var DRAWS_PYTHON = { reads: ['random.python'], writes: ['random.python'] };
var standardValues = [
  {
    module: 'math',
    url: 'https://docs.python.org/3/library/math.html',
    functions: {
      ...each(
        NUMBER4,
        `
          sqrt exp log log2 log10 log1p expm1 sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh
          degrees radians hypot dist fsum pow fmod copysign fabs erf erfc gamma lgamma ldexp cbrt exp2
          nextafter ulp remainder
        `,
      ),
      ...each(INT8, 'factorial comb perm gcd lcm isqrt'),
      ...each(TRUTH8, 'isnan isinf isfinite isclose'),
      ...each(PURE13, 'floor ceil trunc prod sumprod fma'),
      frexp: TUPLE5,
      modf: TUPLE5,
    },
    classes: {},
    attributes: { pi: FRESH11, e: FRESH11, tau: FRESH11, inf: FRESH11, nan: FRESH11 },
  },
  {
    module: 'cmath',
    url: 'https://docs.python.org/3/library/cmath.html',
    functions: {
      ...each(PURE13, 'sqrt exp log log10 sin cos tan phase polar rect isnan isinf isclose'),
    },
    classes: {},
    attributes: { pi: FRESH11, e: FRESH11, inf: FRESH11, nan: FRESH11 },
  },
  {
    module: 'statistics',
    url: 'https://docs.python.org/3/library/statistics.html',
    functions: {
      ...each(
        PURE13,
        `
          mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode
          quantiles pstdev pvariance stdev variance correlation covariance linear_regression
        `,
      ),
    },
    classes: { StatisticsError: { bases: ['builtins.ValueError'], constructor: HOLDS_ARGUMENTS12 } },
  },
  {
    module: 'decimal',
    url: 'https://docs.python.org/3/library/decimal.html',
    functions: { getcontext: SETS_OPTIONS5, setcontext: SETS_OPTIONS5, localcontext: SETS_OPTIONS5 },
    classes: {
      Decimal: {
        immutable: true,
        constructor: { reads: ['options'], returns: 'decimal.Decimal' },
        methods: {
          ...each({ returns: 'decimal.Decimal', reads: ['options'] }, 'quantize sqrt normalize ln log10 exp'),
          ...each({ returns: 'decimal.Decimal' }, 'copy_abs copy_negate to_integral_value max min'),
          ...each(TRUTH8, 'is_nan is_zero is_finite is_signed is_infinite'),
          as_integer_ratio: TUPLE5,
          as_tuple: PURE13,
        },
      },
    },
    attributes: {
      ...each(
        FRESH11,
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
        constructor: PURE13,
        methods: { limit_denominator: { returns: 'fractions.Fraction' }, as_integer_ratio: TUPLE5 },
        attributes: { numerator: NUMBER_PART6, denominator: NUMBER_PART6 },
      },
    },
  },
  {
    module: 'numbers',
    url: 'https://docs.python.org/3/library/numbers.html',
    functions: {},
    classes: {
      ...each({ constructor: PURE13, immutable: true }, 'Number Complex Real Rational Integral'),
    },
  },
  {
    module: 'string',
    url: 'https://docs.python.org/3/library/string.html',
    functions: { capwords: TEXT9 },
    classes: {
      Template: { constructor: HOLDS_ARGUMENTS12, methods: { substitute: TEXT9, safe_substitute: TEXT9 } },
    },
    attributes: {
      ...each(
        FRESH11,
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
    functions: { dedent: TEXT9, fill: TEXT9, indent: TEXT9, shorten: TEXT9, wrap: LIST5 },
    classes: {},
  },
  {
    module: 're',
    url: 'https://docs.python.org/3/library/re.html',
    functions: {
      match: { returns: 're.Match' },
      search: { returns: 're.Match' },
      fullmatch: { returns: 're.Match' },
      findall: LIST5,
      split: LIST5,
      escape: PURE13,
      sub: { calls: ['1:repl'], returns: 'str' },
      subn: { calls: ['1:repl'] },
      compile: { returns: 're.Pattern' },
      purge: PURE13,
      finditer: SHARES_ARGUMENTS8,
    },
    classes: {
      Pattern: {
        immutable: true,
        methods: {
          match: { returns: 're.Match' },
          search: { returns: 're.Match' },
          fullmatch: { returns: 're.Match' },
          findall: LIST5,
          split: LIST5,
          sub: { calls: ['0:repl'], returns: 'str' },
          subn: { calls: ['0:repl'] },
          finditer: PURE13,
        },
        attributes: { pattern: TEXT_PART6, flags: NUMBER_PART6, groups: NUMBER_PART6 },
        constructor: HOLDS_ARGUMENTS12,
      },
      Match: {
        immutable: true,
        methods: {
          group: PURE13,
          expand: PURE13,
          groups: TUPLE5,
          span: TUPLE5,
          groupdict: DICT4,
          start: INT8,
          end: INT8,
        },
        attributes: {
          ...each(FRESH11, 'string re pos endpos lastindex lastgroup'),
        },
        constructor: HOLDS_ARGUMENTS12,
      },
      error: { bases: ['builtins.Exception'], constructor: HOLDS_ARGUMENTS12 },
    },
    attributes: {
      ...each(FRESH11, 'IGNORECASE I MULTILINE M DOTALL S VERBOSE X UNICODE U ASCII A NOFLAG'),
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
            CHANGES8,
            `
              uniform random gauss normalvariate triangular betavariate expovariate gammavariate lognormvariate
              randint randrange getrandbits randbytes
            `,
          ),
          choice: { mutates: ['self'], aliases: ['0'] },
          choices: { mutates: ['self'], aliases: ['0'] },
          sample: { mutates: ['self'], aliases: ['0'] },
          shuffle: { mutates: ['self', '0'], returns: 'builtins.NoneType' },
          seed: CHANGES_ONLY9,
          setstate: CHANGES_ONLY9,
          getstate: PURE13,
        },
      },
      SystemRandom: {
        constructor: PURE13,
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
        constructor: PURE13,
        attributes: { hex: FRESH11, int: FRESH11, bytes: FRESH11, version: FRESH11 },
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
        constructor: PURE13,
        methods: {
          isoformat: TEXT9,
          ctime: TEXT9,
          __str__: TEXT9,
          strftime: { returns: 'str', reads: ['locale'] },
          weekday: INT8,
          isoweekday: INT8,
          toordinal: INT8,
          isocalendar: PURE13,
          timetuple: PURE13,
          ...each({ returns: 'self' }, 'replace fromisoformat fromordinal fromisocalendar'),
          fromtimestamp: { reads: ['environment'], returns: 'self' },
          today: { reads: ['clock'], returns: 'self' },
        },
        attributes: {
          year: NUMBER_PART6,
          month: NUMBER_PART6,
          day: NUMBER_PART6,
          min: FRESH11,
          max: FRESH11,
          resolution: FRESH11,
        },
      },
      datetime: {
        bases: ['datetime.date'],
        immutable: true,
        constructor: PURE13,
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
          ...each(PURE13, 'utcoffset dst tzname utctimetuple'),
        },
        attributes: {
          ...each(NUMBER_PART6, 'hour minute second microsecond fold'),
          tzinfo: FRESH11,
        },
      },
      time: {
        immutable: true,
        constructor: PURE13,
        methods: {
          isoformat: TEXT9,
          strftime: { returns: 'str', reads: ['locale'] },
          replace: { returns: 'self' },
          fromisoformat: { returns: 'self' },
          utcoffset: PURE13,
          dst: PURE13,
          tzname: PURE13,
        },
        attributes: {
          ...each(NUMBER_PART6, 'hour minute second microsecond fold'),
          tzinfo: FRESH11,
        },
      },
      timedelta: {
        immutable: true,
        constructor: PURE13,
        methods: { total_seconds: NUMBER4 },
        attributes: { days: NUMBER_PART6, seconds: NUMBER_PART6, microseconds: NUMBER_PART6 },
      },
      timezone: { immutable: true, constructor: PURE13, attributes: { utc: FRESH11 } },
      tzinfo: { immutable: true, constructor: PURE13 },
    },
    attributes: { UTC: FRESH11, MINYEAR: FRESH11, MAXYEAR: FRESH11 },
  },
  {
    module: 'calendar',
    url: 'https://docs.python.org/3/library/calendar.html',
    functions: {
      ...each(PURE13, 'monthrange leapdays weekday timegm monthcalendar'),
      isleap: TRUTH8,
      month: TEXT9,
      calendar: TEXT9,
    },
    classes: {},
    attributes: { month_name: FRESH11, month_abbr: FRESH11, day_name: FRESH11, day_abbr: FRESH11 },
  },
  {
    module: 'zoneinfo',
    url: 'https://docs.python.org/3/library/zoneinfo.html',
    functions: {},
    classes: { ZoneInfo: { immutable: true, constructor: READS_FILES2 } },
  },
  {
    module: 'zlib',
    url: 'https://docs.python.org/3/library/zlib.html',
    functions: { compress: BYTES6, decompress: BYTES6, crc32: INT8, adler32: INT8 },
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
        methods: { update: CHANGES_ONLY9, hexdigest: TEXT9, digest: BYTES6, copy: PURE13 },
        attributes: { name: TEXT_PART6 },
        constructor: HOLDS_ARGUMENTS12,
      },
    },
  },
  {
    module: 'base64',
    url: 'https://docs.python.org/3/library/base64.html',
    functions: {
      ...each(
        BYTES6,
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
    functions: { hexlify: BYTES6, unhexlify: BYTES6, b2a_hex: BYTES6, a2b_hex: BYTES6, crc32: INT8 },
    classes: {},
  },
  {
    module: 'struct',
    url: 'https://docs.python.org/3/library/struct.html',
    functions: {
      pack: BYTES6,
      unpack: TUPLE5,
      unpack_from: TUPLE5,
      calcsize: INT8,
      iter_unpack: PURE13,
      pack_into: { mutates: ['1'] },
    },
    classes: {},
  },
  {
    module: 'html',
    url: 'https://docs.python.org/3/library/html.html',
    functions: { escape: TEXT9, unescape: TEXT9 },
    classes: {},
  },
  {
    module: 'unicodedata',
    url: 'https://docs.python.org/3/library/unicodedata.html',
    functions: { normalize: TEXT9, name: TEXT9, category: TEXT9 },
    classes: {},
  },
  {
    module: 'difflib',
    url: 'https://docs.python.org/3/library/difflib.html',
    functions: {
      get_close_matches: LIST5,
      unified_diff: SHARES_ARGUMENTS8,
      ndiff: SHARES_ARGUMENTS8,
      context_diff: SHARES_ARGUMENTS8,
    },
    classes: {
      SequenceMatcher: {
        constructor: HOLDS_ARGUMENTS12,
        methods: {
          ...each(CHANGES8, 'ratio quick_ratio get_matching_blocks get_opcodes set_seqs'),
        },
      },
    },
  },
  {
    module: 'ast',
    url: 'https://docs.python.org/3/library/ast.html',
    functions: { literal_eval: PURE13, parse: PURE13, dump: TEXT9 },
    classes: {},
  },
  {
    module: 'keyword',
    url: 'https://docs.python.org/3/library/keyword.html',
    functions: { iskeyword: TRUTH8 },
    classes: {},
  },
  {
    module: 'colorsys',
    url: 'https://docs.python.org/3/library/colorsys.html',
    functions: { rgb_to_hsv: TUPLE5, hsv_to_rgb: TUPLE5, rgb_to_hls: TUPLE5, hls_to_rgb: TUPLE5 },
    classes: {},
  },
];

// packages/core/src/libraries/torch.ts
var FRESH12 = { fresh: true };
var PURE14 = {};
var INT9 = { returns: 'int' };
var SETS_OPTIONS6 = { reads: ['options'], writes: ['options'] };
var SEEDS = { reads: ['random.torch'], writes: ['random.torch'] };
var DRAWS3 = {
  reads: ['random.torch'],
  writes: ['random.torch'],
  mutates: [':generator', ':out'],
  returns: 'torch.Tensor',
};
var MAKES = { returns: 'torch.Tensor', mutates: [':out'], aliases: [':out'] };
var COMPUTES = {
  returns: 'torch.Tensor',
  mutates: [':out'],
  holds: [{ by: 'return', value: '*' }],
};
var COMPUTES_SEVERAL = {
  mutates: [':out'],
  aliases: ['*'],
};
var VIEWS = { returns: 'torch.Tensor', aliases: ['*'] };
var SELF_COMPUTES = {
  returns: 'torch.Tensor',
  holds: [
    { by: 'return', value: 'self' },
    { by: 'return', value: '*' },
  ],
};
var SELF_COMPUTES_SEVERAL = { aliases: ['self', '*'] };
var SELF_VIEWS = { aliases: ['self'], returns: 'torch.Tensor' };
var CHANGES_SELF = {
  aliases: ['self'],
  mutates: ['self'],
  holds: [{ by: 'self', value: '*' }],
};
var torch = {
  module: 'torch',
  distribution: 'torch',
  url: 'https://pytorch.org/docs/stable/',
  functions: {
    ...each(SEEDS, 'manual_seed cuda.manual_seed cuda.manual_seed_all random.manual_seed seed'),
    ...each(
      DRAWS3,
      `
        rand randn randint randperm normal bernoulli multinomial rand_like randn_like randint_like
      `,
    ),
    ...each(
      SETS_OPTIONS6,
      `
        set_default_dtype set_num_threads set_printoptions use_deterministic_algorithms set_default_device
        set_grad_enabled
      `,
    ),
    ...each(MAKES, 'zeros ones full empty eye arange linspace tensor zeros_like ones_like full_like argmax'),
    ...each(VIEWS, 'from_numpy as_tensor reshape squeeze unsqueeze transpose permute flatten t'),
    ...each(
      COMPUTES,
      `
        cat stack exp log sqrt abs matmul mm bmm mean sum sigmoid tanh relu softmax where clamp
      `,
    ),
    max: COMPUTES_SEVERAL,
    min: COMPUTES_SEVERAL,
    save: { writesFile: '1:f' },
    load: { readsFile: '0:f' },
    'cuda.is_available': { reads: ['process'], returns: 'bool' },
  },
  classes: {
    device: { immutable: true, constructor: PURE14 },
    Tensor: {
      constructor: { holds: [{ by: 'return', value: '*' }] },
      operator: { returns: 'torch.Tensor', aliases: ['self', '*'] },
      methods: {
        ...each(
          SELF_VIEWS,
          `
            view reshape squeeze unsqueeze transpose permute flatten detach cpu cuda to float long int double
            half contiguous expand t
          `,
        ),
        numpy: { aliases: ['self'] },
        size: { aliases: ['self'] },
        ...each(SELF_COMPUTES, 'clone sum mean abs exp log sqrt matmul mm std var'),
        max: SELF_COMPUTES_SEVERAL,
        min: SELF_COMPUTES_SEVERAL,
        ...each({ returns: 'torch.Tensor' }, 'argmax eq ne gt lt'),
        item: PURE14,
        tolist: PURE14,
        dim: INT9,
        numel: INT9,
        nelement: INT9,
        backward: { mutates: ['self', '*'], returns: 'builtins.NoneType' },
        ...each(CHANGES_SELF, 'add_ mul_ sub_ div_ zero_ fill_ clamp_ copy_ requires_grad_'),
      },
    },
  },
  attributes: {
    ...each(FRESH12, 'float32 float64 long int64 int32 bool float16 bfloat16 __version__'),
  },
};

// packages/core/src/libraries/all-libraries.ts
var allLibraries = [
  builtins,
  ...standardValues,
  ...standardContainers,
  ...fileLibraries,
  ...standardFiles,
  ...standardProcess,
  numpy,
  pandas,
  scikitLearn,
  scipy,
  ...matplotlibLibraries,
  seaborn,
  torch,
  ...otherPackages,
];

// packages/core/src/libraries/either-call.ts
function eitherEffect(specs) {
  const union2 = (field) => [...new Set(specs.flatMap((spec) => spec[field] ?? []))];
  const writes = [...new Set(specs.flatMap((spec) => spec.writes ?? []))];
  const perhaps = writes.filter((resource) => !specs.every((spec) => spec.writes?.includes(resource)));
  const { returns: _, ...fields } = Object.assign({}, ...specs);
  return {
    ...fields,
    isNew: specs.every((spec) => spec.isNew),
    mutates: union2('mutates'),
    aliases: union2('aliases'),
    calls: union2('calls'),
    reads: [.../* @__PURE__ */ new Set([...specs.flatMap((spec) => spec.reads ?? []), ...perhaps])],
    writes,
    holds: [...new Set(specs.flatMap((spec) => spec.holds ?? []))],
    when: [...new Set(specs.flatMap((spec) => spec.when ?? []))],
  };
}
function eitherCall(owner, { oneOf: kinds = [], mixed }, specs) {
  const [first, ...others] = specs;
  if (first === void 0 || others.length === 0) return first;
  return { ...eitherEffect(specs), returns: eitherType(owner, kinds, specs) ?? mixed ?? '' };
}
function eitherAttribute(owner, kinds, specs) {
  const [first, ...others] = specs;
  if (first === void 0 || others.length === 0) return first;
  const returns = eitherType(owner, kinds, specs);
  const fresh2 = specs.every((spec) => spec.fresh);
  return { ...(returns === void 0 ? {} : { returns }), ...(fresh2 ? { fresh: fresh2 } : {}) };
}
function eitherType(owner, kinds, specs) {
  const types = new Set(specs.map(({ returns }) => returns));
  if (types.size === 1) return specs[0]?.returns;
  return [...types].every((type) => type === owner || kinds.includes(type ?? '')) ? owner : void 0;
}

// packages/core/src/libraries/create-library-index.ts
function createLibraryIndex(libraries3) {
  const byModule = new Map(libraries3.map((library) => [library.module, library]));
  const member = remember((qualified2) => findMember(byModule, qualified2));
  const classSpec = (qualified2) => {
    const found = member(qualified2);
    return found?.kind === 'class' ? found.spec : void 0;
  };
  const lineage = remember((type) => findLineage(member, type));
  const method = remember((key2) => {
    const [owner = '', name = ''] = key2.split('|');
    const spec = firstOf(lineage(owner), (candidate) => own(candidate.methods, name));
    const type = member(owner)?.name;
    const either = spec ? void 0 : classSpec(owner);
    if (type !== void 0 && either?.oneOf) {
      const specs = either.oneOf.flatMap((kind) => method(`${kind}|${name}`) ?? []);
      return eitherCall(type, either, specs);
    }
    return spec?.returns === 'self' && type !== void 0 ? { ...spec, returns: type } : spec;
  });
  const attribute = (owner, name) => {
    const spec = firstOf(lineage(owner), (candidate) => own(candidate.attributes, name));
    if (spec) return spec;
    const kinds = classSpec(owner)?.oneOf ?? [];
    return eitherAttribute(
      owner,
      kinds,
      kinds.flatMap((kind) => attribute(kind, name) ?? []),
    );
  };
  const rows = (qualified2) => {
    const library = findModule(byModule, qualified2);
    const name = member(qualified2)?.name ?? qualified2;
    return library && own(library.rows, name.slice(library.module.length + 1));
  };
  const rowsOfMember = remember((key2) => {
    const [owner = '', name = ''] = key2.split('|');
    const named = namesOfLineage(member, owner);
    const found = named.flatMap((type) => rows(`${type}.${name}`) ?? rows(`${type}.*`) ?? []);
    return found[0] ?? own(findModule(byModule, owner)?.rows, `*.${name}`);
  });
  return {
    rowsOfFunction: rows,
    rowsOfMember: (owner, name) => rowsOfMember(`${owner}|${name}`),
    findModule: (name) => findModule(byModule, name),
    member,
    findFunction: (qualified2) => {
      const found = member(qualified2);
      return found?.kind === 'function' ? found.spec : void 0;
    },
    classSpec,
    method: (owner, name) => method(`${owner}|${name}`),
    attribute,
    otherAttribute: (owner, name) =>
      name.startsWith('_') ? void 0 : firstOf(lineage(owner), (spec) => spec.others),
    isImmutable: (type) => firstOf(lineage(type), (spec) => spec.immutable) ?? false,
    isSubclass: (type, base) => {
      const spec = classSpec(base);
      return spec !== void 0 && lineage(type).includes(spec);
    },
    knows: (library) => byModule.has(library),
    onImport: (module) => findModule(byModule, module)?.onImport?.writes ?? [],
  };
}
function remember(compute) {
  const known = /* @__PURE__ */ new Map();
  return (name) => {
    const found = known.get(name) ?? { value: compute(name) };
    known.set(name, found);
    return found.value;
  };
}
function findModule(byModule, name) {
  for (let at = name.length; at > 0; at = name.lastIndexOf('.', at - 1)) {
    const library = byModule.get(name.slice(0, at));
    if (library) return library;
  }
  return void 0;
}
function findMember(byModule, name) {
  for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
    const library = byModule.get(name.slice(0, at));
    if (library === void 0) continue;
    const rest2 = name.slice(at + 1);
    const found = memberOf(library, rest2) ?? memberOf(library, publicPath(library, rest2));
    if (found) return found;
  }
  return void 0;
}
function memberOf(library, path2) {
  const called = own(library.functions, path2);
  if (called) return { kind: 'function', name: `${library.module}.${path2}`, spec: called };
  const made = own(library.classes, path2);
  if (made) return { kind: 'class', name: `${library.module}.${path2}`, spec: made };
  const held = own(library.attributes, path2);
  return held && { kind: 'attribute', name: `${library.module}.${path2}`, spec: held };
}
function publicPath(library, path2) {
  const renamed = own(library.aliases, path2);
  if (renamed !== void 0) return renamed;
  const parts2 = path2.split('.');
  return parts2.filter((part, at) => at === parts2.length - 1 || !part.startsWith('_')).join('.');
}
function findLineage(member, type) {
  return namesOfLineage(member, type).flatMap((name) => {
    const found = member(name);
    return found?.kind === 'class' ? [found.spec] : [];
  });
}
function namesOfLineage(member, type) {
  const names = [member(type)?.name ?? type];
  for (const name of names) {
    const found = member(name);
    if (found?.kind !== 'class') continue;
    for (const base of found.spec.bases ?? []) if (!names.includes(base)) names.push(base);
  }
  return names;
}
function firstOf(specs, look) {
  for (const spec of specs) {
    const found = look(spec);
    if (found !== void 0) return found;
  }
  return void 0;
}
function own(table, name) {
  const found = table?.[name];
  return table !== void 0 && found !== void 0 && Object.hasOwn(table, name) ? found : void 0;
}

// packages/core/src/dataflow/specs.ts
function applySpec(machine, base, name, given, node) {
  const spec = refine(base, given);
  const all = allArguments(given);
  readDeep(machine, all);
  const made = runHooks(machine, spec, given, all, node);
  consumeUnknown(machine, name, given, node);
  const isDeep = machine.libraries.findModule(name)?.distribution !== void 0;
  for (const path2 of spec.mutates ?? []) change(machine, resolve(path2, given), isDeep, node);
  applyRandom(machine, spec, given);
  applyFiles(machine, spec, name, given);
  applyFrame(machine, spec, given);
  const figures = applyResources(machine, spec, name, given);
  const result = union(makeResult(machine, spec, given, node), isDrawn(spec) ? figures : NOTHING);
  for (const object of result) if (isMutable(object)) addToField(machine, object, ELEMENTS, made);
  passCells(machine, result, all);
  for (const { by, value } of spec.holds ?? []) {
    const held = resolve(value, given);
    for (const owner of by === 'self' ? (given.receiver ?? NOTHING) : result)
      store(machine, owner, ELEMENTS, held);
  }
  if (spec.writes?.includes('figure')) {
    attach(machine, 'figure', result, !spec.reads?.includes('figure') && machine.conditional === 0);
    addToResource(machine, 'figures');
  }
  return result;
}
function refine(base, given) {
  let spec = base;
  for (const { argument, is, has: has2, from: from2, without, ...rest2 } of base.when ?? []) {
    if (without !== void 0 && argumentNode(without, given) !== null) continue;
    const applies = conditionApplies({ argument, is, has: has2, from: from2 }, given);
    if (applies === 'yes') spec = { ...spec, ...rest2 };
    else if (applies === 'maybe') spec = eitherWay(spec, rest2);
  }
  return spec;
}
function conditionApplies({ argument, is, has: has2, from: from2 }, given) {
  if (argument.startsWith('self:')) return keptBySelf(argument, given);
  if (has2 !== void 0) return partApplies(argument, has2, given);
  if (from2 !== void 0) return [...resolve(argument, given)].every(isFrom(from2)) ? 'yes' : 'no';
  return is === void 0 ? 'no' : literalApplies(argument, is, given);
}
function isFrom(module) {
  return ({ kind, type }) =>
    kind === 'scalar' ||
    ((kind === 'data' || kind === 'opaque') &&
      type !== null &&
      [module, 'builtins'].includes(packageOf(type)));
}
function eitherWay(spec, part) {
  const { returns } = spec;
  const effect2 = eitherEffect([spec, { ...spec, ...part }]);
  return returns === void 0 ? effect2 : { ...effect2, returns };
}
function literalApplies(argument, is, given) {
  const written = argumentNode(argument, given);
  if (written === null) return given.node === void 0 && resolve(argument, given).size > 0 ? 'maybe' : 'no';
  if (is === '*') return 'yes';
  if (is === '{\u2026}') return written.type === 'Dict' ? 'yes' : 'no';
  if (written.type !== 'Constant') return 'maybe';
  return written.text === is ? 'yes' : 'no';
}
function partApplies(argument, type, given) {
  const parts2 = [...resolve(argument, given)].flatMap((object) => [...elementsOf(object)]);
  const isOfLibrary = (part) => part.type !== null && packageOf(part.type) === packageOf(type);
  return parts2.every(isOfLibrary) && parts2.some((part) => part.type === type) ? 'yes' : 'no';
}
function keptBySelf(argument, given) {
  const field = argument.slice('self:'.length);
  return [...(given.receiver ?? NOTHING)].some((object) => object.fields.has(field)) ? 'maybe' : 'no';
}
function resolve(path2, given) {
  if (path2 === 'self') return given.receiver ?? NOTHING;
  const spread = union(given.rest ?? NOTHING, given.keywordRest ?? NOTHING);
  if (path2 === '*') return allArguments({ ...given, receiver: NOTHING });
  const [position2 = '', keyword] = path2.split(':');
  if (keyword === '*') {
    return union(...given.positional.slice(Number(position2)), ...(given.keywords?.values() ?? []), spread);
  }
  const byPosition = position2 === '' ? NOTHING : (given.positional[Number(position2)] ?? NOTHING);
  const byKeyword = keyword === void 0 ? NOTHING : (given.keywords?.get(keyword) ?? NOTHING);
  return union(byPosition, byKeyword, spread);
}
function argumentNode(path2, given) {
  const [position2 = '', keyword] = path2.split(':');
  const byKeyword = given.node?.keywords.find((candidate) => keyword !== void 0 && candidate.arg === keyword);
  if (byKeyword) return byKeyword.value;
  const spread = given.node?.keywords.find((candidate) => candidate.arg === null);
  if (spread) return spread.value;
  return position2 === '' ? null : (given.node?.args[Number(position2)] ?? null);
}
function change(machine, value, isDeep, node) {
  for (const object of value) {
    if (isContainer(object)) {
      changeByStore(machine, object);
      if (isDeep) changeDeep(machine, one(object));
    } else if (object.kind === 'generator') consume(machine, one(object), node);
    else changeDeep(machine, one(object));
  }
}
function runHooks(machine, spec, given, all, node) {
  let results = NOTHING;
  const called = union(...(spec.calls ?? []).map((path2) => resolve(path2, given)));
  for (const object of all) {
    const isCode2 =
      object.kind === 'function' ||
      object.kind === 'class' ||
      (object.kind === 'bound' && (object.bound?.callee.size ?? 0) > 0);
    const mayBeCode =
      called.has(object) && (object.kind === 'bound' || (object.kind === 'opaque' && object.type === null));
    if (!isCode2 && !mayBeCode) continue;
    const others = new Set([...all].filter((other) => other !== object));
    const parts2 = union(
      others,
      ...[...others].map((other) => (isContainer(other) ? consume(machine, one(other), node) : NOTHING)),
    );
    machine.conditional += 1;
    const arguments_ = { positional: [], rest: union(parts2, scalar(machine, null)) };
    const made = callValue(machine, one(object), arguments_, node);
    if (called.has(object)) results = union(results, new Set([...made].filter(isMutable)));
    machine.conditional -= 1;
  }
  for (const object of called) {
    if (object.kind === 'data' || object.kind === 'opaque')
      results = union(results, callReachable(machine, heldBy(object), [all], node));
  }
  for (const object of reachable(all)) {
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [all], node);
    if (object.kind === 'generator' && all.has(object)) consume(machine, one(object), node);
    else if (
      object.type !== null &&
      object.kind !== 'scalar' &&
      machine.libraries.classSpec(object.type)?.consumable &&
      all.has(object)
    ) {
      if (!given.receiver?.has(object)) consume(machine, one(object), node);
    }
  }
  return results;
}
function heldBy(object) {
  return object.type === null ? NOTHING : union(...object.fields.values());
}
var LOOKING =
  /^builtins\.(print|len|isinstance|issubclass|type|repr|str|id|callable|hash|format|hasattr|bool|abs|round|int|float|range|slice|object)$/;
var GOING_THROUGH = /^(builtins|itertools|collections|functools|statistics|heapq|csv|pandas|math)\./;
function consumeUnknown(machine, name, given, node) {
  if (LOOKING.test(name) || !GOING_THROUGH.test(name)) return;
  for (const object of allArguments({ ...given, receiver: NOTHING })) {
    if (object.kind === 'opaque' && object.type === null) consume(machine, one(object), node);
  }
}
function applyRandom(machine, spec, given) {
  if (spec.random === void 0) return;
  const { seed, resource } = spec.random;
  const [owner, field] = seed.split(':');
  if (owner === 'self') {
    const seeds = [...(given.receiver ?? NOTHING)].map((object) => fieldOf(object, field ?? ''));
    if (seeds.length > 0 && seeds.every(isInteger)) return;
    for (const value of seeds) for (const object of value) changeState(machine, object);
  } else {
    const written = argumentNode(seed, given);
    const isAbsent = written === null || (written.type === 'Constant' && written.kind === 'none');
    const value = resolve(seed, given);
    if (!isAbsent && (written.type === 'Constant' || isInteger(value))) return;
    for (const object of value) if (isMutable(object)) changeState(machine, object);
  }
  readResource(machine, resource);
  writeResource(machine, resource, 'change');
}
function isInteger(value) {
  return (
    value.size > 0 && [...value].every((object) => object.kind === 'scalar' && object.type === 'builtins.int')
  );
}
function applyFiles(machine, spec, name, given) {
  for (const [path2, mode] of [
    [spec.readsFile, 'read'],
    [spec.writesFile, 'write'],
  ]) {
    if (path2 === void 0 || (mode === 'write' && opensToRead(spec, given))) continue;
    const written = path2 === 'self' ? null : argumentNode(path2, given);
    if (written === null && path2 !== 'self') continue;
    const value = resolve(path2, given);
    const handles = [...value].filter((object) => object.kind !== 'scalar');
    if (handles.length > 0) {
      changeDeep(machine, new Set(handles));
      if (handles.length === value.size && handles.every((object) => object.type !== null || object.file))
        continue;
    }
    const text = constantText(value) ?? null;
    touchFile(machine, text, mode === 'read' ? 'look' : writesAnew(name) ? 'replace' : 'change');
    const span = written ?? given.node;
    if (span) noteFile(machine, mode, text, span, name);
  }
}
function opensToRead({ fileMode }, given) {
  if (fileMode === void 0) return false;
  const value = resolve(fileMode, given);
  if (argumentNode(fileMode, given) === null) return value.size === 0;
  const text = constantText(value);
  return text?.startsWith('r') === true && !text.includes('+');
}
function writesAnew(name) {
  return /\.(to_(csv|parquet|json|pickle|feather|excel)|savefig|dump|save|savez|savetxt|write_text|write_bytes)$/.test(
    name,
  );
}
function applyFrame(machine, spec, given) {
  if (spec.frame === void 0) return;
  const text = constantText(given.positional[0] ?? given.keywords?.get('expr') ?? NOTHING);
  if (spec.frame === 'at-sign' && text !== void 0) {
    readAtSigns(machine, text);
    return;
  }
  machine.step.doubts.add('it reads names through the caller\u2019s frame');
  readEverything(machine);
  if (spec.frame === 'always') bindAnything(machine);
}
function readAtSigns(machine, text) {
  for (const [, name] of text.matchAll(/@([A-Za-z_]\w*)/g)) {
    if (name && lookup(machine.moduleScope.environment, name))
      readDeep(machine, readModuleName(machine, name));
  }
}
function applyResources(machine, spec, name, given) {
  const owner = packageOf(name);
  const display2 = isDisplayOption(name, given);
  let figures = NOTHING;
  for (const resource of spec.reads ?? []) {
    const key2 = display2 && resource === 'options' ? 'options display' : resourceKey(resource, owner);
    readResource(machine, resource, key2);
    if (resource === 'figure') {
      figures = attached(machine, 'figure');
      readResource(machine, 'options', 'options matplotlib');
    }
  }
  for (const resource of spec.writes ?? []) {
    if (resource === 'figures') {
      addToResource(machine, resource);
      continue;
    }
    const key2 = display2 && resource === 'options' ? 'options display' : resourceKey(resource, owner);
    writeResource(machine, resource, spec.reads?.includes(resource) ? 'change' : 'replace', key2);
  }
  if (spec.reads?.includes('stdout') || /\.(print|repr|str|format)$/.test(name)) readAllOptions(machine);
  return figures;
}
function isDrawn({ returns }) {
  return returns === void 0 || returns.startsWith('matplotlib.');
}
function isDisplayOption(name, given) {
  if (!/option/.test(name)) return false;
  const text = constantText(given.positional[0] ?? NOTHING);
  return text !== void 0 && /^(display|styler|plotting)\b/.test(text);
}
function makeResult(machine, spec, given, node) {
  const sources = union(...(spec.aliases ?? []).map((path2) => resolve(path2, given)));
  const shared = new Set([...sources].filter(isMutable));
  const types = (spec.returns ?? '')
    .split(', ')
    .filter((type) => type !== '')
    .map(qualify);
  if (types.length < 2) {
    const type = types[0] ?? null;
    const text = textType(given.receiver ?? NOTHING);
    if (type === 'builtins.list' && text !== null) {
      const texts = allocate(machine, node, 'data', type);
      addToField(machine, texts, ELEMENTS, scalar(machine, text));
      return one(texts);
    }
    return spec.isNew
      ? newResult(machine, type, shared, node, 0)
      : typedResult(machine, type, shared, node, 0);
  }
  const tuple = allocate(machine, node, 'data', 'builtins.tuple');
  types.forEach((type, at) => {
    addToField(machine, tuple, String(at), typedResult(machine, type, shared, node, at + 1));
  });
  return one(tuple);
}
function textType(value) {
  const types = new Set([...value].map(({ kind, type: type2 }) => (kind === 'scalar' ? type2 : null)));
  const [type = null] = types;
  return types.size === 1 && (type === 'builtins.str' || type === 'builtins.bytes') ? type : null;
}
function typedResult(machine, type, shared, node, at) {
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const same = [...shared].filter((object) => type === null || object.type === type || object.type === null);
  return union(newResult(machine, type, shared, node, at), new Set(same));
}
function newResult(machine, type, shared, node, at) {
  if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
  const made = allocate(machine, node, shared.size > 0 ? 'opaque' : 'data', type, {}, at);
  addToField(machine, made, ELEMENTS, shared);
  return one(made);
}
function qualify(type) {
  return type.includes('.') ? type : `builtins.${type}`;
}

// packages/core/src/dataflow/unknown-calls.ts
function callUnknown(machine, callee, given, node, doubt, name = '') {
  machine.step.doubts.add(doubt);
  const all = union(callee, allArguments(given));
  const result = allocate(machine, node, 'opaque', null);
  addToField(machine, result, ELEMENTS, all);
  const returned = callReachable(machine, all, [all, one(result)], node);
  addToField(machine, result, ELEMENTS, returned);
  for (const object of callee) store(machine, object, ELEMENTS, all);
  changeDeep(machine, all);
  for (const resource of WORST) {
    readResource(machine, resource);
    writeResource(machine, resource, 'change');
  }
  touchUnknownFiles(machine, given, name);
  readNamedInText(machine, given, name);
  return one(result);
}
var WORST = ['random.python', 'random.numpy', 'random.torch', 'environment'];
var WRITES =
  /save|write|dump|export|download|store|to_|train|fit|open|create|make|run|upload|copy|move|delete|remove/i;
function touchUnknownFiles(machine, given, name) {
  const texts = [...allArguments({ ...given, receiver: /* @__PURE__ */ new Set() })].filter(
    (object) => object.kind === 'scalar' && object.type === 'builtins.str',
  );
  for (const object of texts) {
    const text = constantText(one(object));
    if (text === void 0 || /[./\\]/.test(text)) touchFile(machine, text ?? null, 'change');
  }
  if (texts.length === 0 && (name === '' || WRITES.test(name))) touchFile(machine, null, 'change');
}
function readNamedInText(machine, given, name) {
  for (const object of allArguments({ ...given, receiver: NOTHING })) {
    if (object.kind !== 'scalar' || object.type !== 'builtins.str') continue;
    if (object.constant !== void 0) readAtSigns(machine, object.constant);
    else if (name === 'query' || name === 'eval') readEverything(machine);
  }
}
function callReachable(machine, value, given, node) {
  const rest2 = union(...given);
  if (machine.work > MOST_WORK) {
    return surrenderCalls(machine, machine.step, 'what is called here', union(value, rest2));
  }
  const results = [];
  machine.conditional += 1;
  for (const object of reachable(value)) {
    if (object.kind === 'function') {
      results.push(
        handOver(machine, object, rest2, (values) =>
          callFunction(machine, object, { positional: [], rest: values }, node),
        ),
      );
    } else if (object.kind === 'instance') {
      for (const method of methodsOf(object)) {
        const values = union(one(object), rest2);
        results.push(
          handOver(machine, method, values, (all) =>
            callFunction(machine, method, { positional: [], rest: all }, node),
          ),
        );
      }
    } else if (object.kind === 'class') {
      results.push(
        handOver(machine, object, rest2, (values) =>
          callValue(machine, one(object), { positional: [], rest: values }, node),
        ),
      );
    } else if (object.kind === 'generator') {
      handOver(machine, object, NOTHING, () => {
        runGenerator(machine, object);
        return NOTHING;
      });
    }
  }
  machine.conditional -= 1;
  return union(...results);
}

// packages/core/src/dataflow/operators.ts
var OPERATOR_METHODS =
  'add radd iadd sub rsub isub mul rmul imul matmul rmatmul imatmul truediv rtruediv itruediv floordiv rfloordiv ifloordiv mod rmod imod divmod rdivmod pow rpow ipow lshift rlshift ilshift rshift rrshift irshift and rand iand or ror ior xor rxor ixor eq ne lt le gt ge neg pos abs invert int float complex index bool len hash str repr format bytes contains round trunc floor ceil'
    .split(' ')
    .map((name) => `__${name}__`);
function operate(machine, operands, node) {
  const all = union(...operands);
  if ([...all].every((object) => object.kind === 'scalar')) return scalarResult(machine, all);
  readDeep(machine, all);
  const containers = [...all].filter(isContainer);
  const results = [...all].flatMap((object) =>
    isContainer(object) ? [] : operandResult(machine, object, operands, node),
  );
  return union(...results, containerResult(machine, containers, node));
}
function containerResult(machine, containers, node) {
  const elements3 = union(...containers.map(elementsOf));
  for (const part of elements3)
    if (part.kind === 'instance') callDunders(machine, part, OPERATOR_METHODS, [], node);
  const types = new Set(containers.map(({ type }) => type));
  return union(
    ...[...types].map((type) => {
      const made = allocate(machine, node, 'data', type);
      addToField(machine, made, ELEMENTS, elements3);
      return one(made);
    }),
  );
}
function scalarResult(machine, all) {
  const types = new Set([...all].map((object) => object.type));
  const [type] = types;
  if (type === void 0 || types.size !== 1 || type === null) {
    if (machine.resources.size > 0) readAllOptions(machine);
    return scalar(machine, null);
  }
  if (!type.startsWith('builtins.'))
    readResource(machine, 'options', resourceKey('options', packageOf(type)));
  return scalar(machine, type);
}
function operandResult(machine, object, operands, node) {
  switch (object.kind) {
    case 'scalar':
    case 'external':
      return scalar(machine, object.kind === 'scalar' ? object.type : null);
    case 'instance':
      return union(callDunders(machine, object, OPERATOR_METHODS, operands, node), one(object));
    case 'function':
    case 'class':
    case 'bound':
    case 'generator':
      return scalar(machine, null);
    default:
      return dataResult(machine, object, operands, node);
  }
}
function dataResult(machine, object, operands, node) {
  if (isView(object)) return combineViews(machine, operands, node);
  const spec = object.type === null ? void 0 : machine.libraries.classSpec(object.type);
  if (spec && object.type !== null) {
    readResource(machine, 'options', resourceKey('options', packageOf(object.type)));
    const type = spec.operator?.returns ?? object.type;
    if (machine.libraries.isImmutable(type)) return scalar(machine, type);
    const made2 = allocate(machine, node, 'data', type);
    if (spec.operator?.aliases) addToField(machine, made2, ELEMENTS, union(...operands));
    return one(made2);
  }
  readAllOptions(machine);
  callReachable(machine, one(object), [one(object)], node);
  const made = allocate(machine, node, 'opaque', null);
  for (const operand of operands) addToField(machine, made, ELEMENTS, operand);
  return one(made);
}

// packages/core/src/dataflow/targets.ts
function bindTarget(machine, scope, target3, value) {
  switch (target3.type) {
    case 'Name':
      bindName(machine, scope, target3.id, value);
      return;
    case 'Attribute':
      storeAttribute(machine, evaluate(machine, scope, target3.value), target3.attr, value);
      return;
    case 'Subscript':
      storeSubscript(machine, scope, target3, value);
      return;
    case 'Starred':
      bindTarget(machine, scope, target3.value, value);
      return;
    case 'Tuple':
    case 'List':
      unpack(machine, scope, target3, value);
      return;
    default:
      evaluate(machine, scope, target3);
  }
}
function unpack(machine, scope, target3, value) {
  const starred = target3.elts.some((element2) => element2.type === 'Starred');
  const known =
    !starred && [...value].every((object) => isContainer(object) && object.type !== 'builtins.dict');
  const everything = known ? value : consume(machine, value, target3);
  target3.elts.forEach((element2, at) => {
    if (element2.type === 'Starred') {
      const rest2 = allocate(machine, element2, 'data', 'builtins.list');
      addToField(machine, rest2, ELEMENTS, everything);
      bindTarget(machine, scope, element2.value, one(rest2));
      return;
    }
    const part = known ? union(...[...value].map((object) => position(machine, object, at))) : everything;
    bindTarget(machine, scope, element2, part);
  });
}
function position(machine, object, at) {
  readState(machine, object);
  return union(fieldOf(object, String(at)), fieldOf(object, ELEMENTS));
}

// packages/core/src/dataflow/comprehensions.ts
function evaluateComprehension(machine, scope, node) {
  const [first] = node.generators;
  if (first === void 0) return NOTHING;
  const source = evaluate(machine, scope, first.iter);
  if (node.type === 'GeneratorExp') return createGenerator(machine, scope, node, source);
  const inner2 = createScope('comprehension', scope);
  const made = allocate(machine, node, 'data', KIND[node.type]);
  machine.conditional += 1;
  runGenerators(machine, inner2, node.generators, source);
  if (node.type === 'DictComp') {
    const key2 = evaluate(machine, inner2, node.key);
    operate(machine, [key2], node);
    addToField(machine, made, KEYS, key2);
    addToField(machine, made, ELEMENTS, evaluate(machine, inner2, node.value));
  } else {
    const element2 = evaluate(machine, inner2, node.elt);
    if (node.type === 'SetComp') operate(machine, [element2], node);
    addToField(machine, made, ELEMENTS, element2);
  }
  machine.conditional -= 1;
  return one(made);
}
var KIND = { ListComp: 'builtins.list', SetComp: 'builtins.set', DictComp: 'builtins.dict' };
function runGenerators(machine, scope, generators, source) {
  generators.forEach((generator, at) => {
    const iterated = at === 0 ? source : evaluate(machine, scope, generator.iter);
    bindTarget(machine, scope, generator.target, consume(machine, iterated, generator));
    for (const condition2 of generator.ifs) evaluateTested(machine, scope, condition2);
  });
}
function createGenerator(machine, scope, node, source) {
  const frame = createScope('function', scope);
  frame.environment.bindings.set('.0', { value: source, version: null, unbound: 'no' });
  const span = { start: node.start, end: node.end };
  const lowered = {
    ...span,
    type: 'ListComp',
    elt: { ...span, type: 'Yield', value: node.elt },
    generators: node.generators.map((generator, at) =>
      at === 0 ? { ...generator, iter: { ...span, type: 'Name', id: '.0' } } : generator,
    ),
  };
  const code = {
    name: '<genexpr>',
    args: {
      ...span,
      type: 'arguments',
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    },
    body: lowered,
    node,
    scope,
    defaults: [],
    keywordDefaults: [],
    generator: isGenerator(lowered),
    coroutine: false,
    decorator: 'none',
    owner: null,
  };
  const made = allocate(machine, node, 'generator', 'generator', { code, frame });
  if (made.frame && made.frame !== frame) mergeFrames(made.frame, frame);
  return one(made);
}

// packages/core/src/dataflow/expressions.ts
function evaluate(machine, scope, node) {
  switch (node.type) {
    case 'Constant':
      return scalar(machine, constantType(node.kind), node.kind === 'str' ? node.value : void 0);
    case 'Name':
      return readName(machine, scope, node.id);
    case 'Attribute':
      return loadAttribute(machine, evaluate(machine, scope, node.value), node.attr, node);
    case 'Subscript':
      return loadSubscript(machine, scope, node);
    case 'Call':
      return evaluateCall(machine, scope, node);
    case 'BinOp':
    case 'UnaryOp':
    case 'Compare':
      return evaluateOperator(machine, scope, node);
    case 'BoolOp':
      return union(...node.values.map((value) => evaluateTested(machine, scope, value)));
    case 'IfExp': {
      evaluateTested(machine, scope, node.test);
      return union(evaluate(machine, scope, node.body), evaluate(machine, scope, node.orelse));
    }
    case 'NamedExpr': {
      const value = evaluate(machine, scope, node.value);
      bindPerhaps(machine, functionScope(scope), node.target.id, value);
      return value;
    }
    case 'Lambda':
      return createFunction(machine, scope, node, '<lambda>', [], 'none');
    case 'JoinedStr':
    case 'FormattedValue':
      return evaluateText(machine, scope, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return evaluateComprehension(machine, scope, node);
    case 'Starred':
      return consume(machine, evaluate(machine, scope, node.value), node);
    case 'Await':
      return consume(machine, evaluate(machine, scope, node.value), node);
    case 'Yield':
    case 'YieldFrom':
      return evaluateYield(machine, scope, node);
    default:
      return evaluateDisplay(machine, scope, node);
  }
}
function evaluateDisplay(machine, scope, node) {
  if (node.type === 'Slice') {
    for (const part of [node.lower, node.upper, node.step])
      if (part) operate(machine, [evaluate(machine, scope, part)], node);
    return scalar(machine, 'builtins.slice');
  }
  if (node.type === 'Dict') return evaluateDict(machine, scope, node);
  const made = allocate(machine, node, 'data', `builtins.${node.type.toLowerCase()}`);
  let position2 = 0;
  for (const element2 of node.elts) {
    const value = evaluate(machine, scope, element2);
    if (element2.type === 'Starred') position2 = null;
    const field = position2 === null || node.type === 'Set' ? ELEMENTS : String(position2);
    addToField(machine, made, field, value);
    if (node.type === 'Set') operate(machine, [value], node);
    if (position2 !== null) position2 += 1;
  }
  return one(made);
}
function evaluateDict(machine, scope, node) {
  const made = allocate(machine, node, 'data', 'builtins.dict');
  node.values.forEach((valueNode, at) => {
    const keyNode = node.keys[at] ?? null;
    if (keyNode === null) {
      const mapping2 = evaluate(machine, scope, valueNode);
      addToField(machine, made, ELEMENTS, consume(machine, mapping2, valueNode, 'values'));
      addToField(machine, made, KEYS, consume(machine, mapping2, valueNode, 'keys'));
      return;
    }
    const key2 = evaluate(machine, scope, keyNode);
    operate(machine, [key2], keyNode);
    addToField(machine, made, KEYS, key2);
    addToField(machine, made, constantKey(keyNode) ?? ELEMENTS, evaluate(machine, scope, valueNode));
  });
  return one(made);
}
function evaluateOperator(machine, scope, node) {
  if (node.type === 'UnaryOp') {
    const operand = evaluate(machine, scope, node.operand);
    const value = operate(machine, [operand], node);
    return node.op === 'Not' ? scalar(machine, 'builtins.bool') : value;
  }
  if (node.type === 'BinOp') {
    const left = evaluate(machine, scope, node.left);
    const right = evaluate(machine, scope, node.right);
    return concatenated(machine, node.op, left, right) ?? operate(machine, [left, right], node);
  }
  const operands = [node.left, ...node.comparators].map((operand) => evaluate(machine, scope, operand));
  if (node.ops.every((op) => op === 'Is' || op === 'IsNot')) return scalar(machine, 'builtins.bool');
  if (node.ops.some((op) => op === 'In' || op === 'NotIn')) {
    for (const operand of operands) consume(machine, operand, node);
  }
  return operate(machine, operands, node);
}
function evaluateTested(machine, scope, node) {
  const value = evaluate(machine, scope, node);
  operate(machine, [value], node);
  return value;
}
function evaluateText(machine, scope, node) {
  if (node.type === 'FormattedValue') {
    const value = evaluate(machine, scope, node.value);
    if (node.format_spec) evaluate(machine, scope, node.format_spec);
    readDeep(machine, value);
    operate(machine, [value], node);
    readAllOptions(machine);
    return value;
  }
  let text = '';
  for (const part of node.values) {
    const [only, ...others] = evaluate(machine, scope, part);
    const known = others.length === 0 ? only?.constant : void 0;
    const plain = part.type === 'Constant' || (part.type === 'FormattedValue' && part.format_spec === null);
    text = text === null || known === void 0 || !plain ? null : text + known;
  }
  return scalar(machine, 'builtins.str', text ?? void 0);
}
function evaluateYield(machine, scope, node) {
  const given = node.value ? evaluate(machine, scope, node.value) : NOTHING;
  const value = node.type === 'YieldFrom' ? consume(machine, given, node) : given;
  const activation = machine.calls.at(-1);
  if (activation) activation.yields = union(activation.yields, value);
  return value;
}
function functionScope(scope) {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent !== null) at = at.parent;
  return at;
}
function constantKey(node) {
  if (node.type !== 'Constant') return null;
  if (node.kind === 'str') return node.value === void 0 ? null : `'${node.value}`;
  return node.kind === 'int' && /^\d+$/.test(node.text) ? node.text : null;
}
function constantType(kind) {
  return `builtins.${kind === 'none' ? 'NoneType' : kind}`;
}

// packages/core/src/dataflow/augmented.ts
function executeAugmented(machine, scope, node) {
  const { target: target3 } = node;
  const before =
    target3.type === 'Attribute'
      ? loadAttribute(machine, evaluate(machine, scope, target3.value), target3.attr, target3)
      : target3.type === 'Subscript'
        ? loadSubscript(machine, scope, target3)
        : evaluate(machine, scope, target3);
  const operand = evaluate(machine, scope, node.value);
  const text = concatenated(machine, node.op, before, operand);
  const computed = text ?? operate(machine, [before, operand], node);
  if (text === null) changeInPlace(machine, before, operand, node);
  bindTarget(machine, scope, target3, union(keepsIdentity(before), computed));
}
function changeInPlace(machine, before, operand, node) {
  const whole = [...before].filter((object) => !isContainer(object) && object.kind !== 'external');
  changeDeep(machine, new Set(whole));
  for (const object of before) {
    if (isContainer(object)) {
      if (object.type === 'builtins.tuple') continue;
      changeState(machine, object);
      addToField(machine, object, ELEMENTS, consume(machine, operand, node));
      addToField(machine, object, ELEMENTS, consume(machine, operand, node, 'values'));
    } else if (object.kind === 'opaque') {
      store(machine, object, ELEMENTS, operand);
    }
  }
}
function keepsIdentity(before) {
  return new Set([...before].filter((object) => object.kind !== 'scalar'));
}

// packages/core/src/dataflow/patterns.ts
function bindPattern(machine, scope, pattern2, subject) {
  readDeep(machine, subject);
  switch (pattern2.type) {
    case 'MatchValue':
      evaluate(machine, scope, pattern2.value);
      return;
    case 'MatchSingleton':
      return;
    case 'MatchStar':
      if (pattern2.name)
        bindName(machine, scope, pattern2.name, rest(machine, pattern2, 'builtins.list', subject));
      return;
    case 'MatchAs':
      if (pattern2.pattern) bindPattern(machine, scope, pattern2.pattern, subject);
      if (pattern2.name) bindName(machine, scope, pattern2.name, subject);
      return;
    case 'MatchOr':
      for (const choice of pattern2.patterns) bindPattern(machine, scope, choice, subject);
      return;
    case 'MatchMapping': {
      for (const key2 of pattern2.keys) evaluate(machine, scope, key2);
      if (pattern2.rest) {
        const others = rest(machine, pattern2, 'builtins.dict', parts(machine, subject, pattern2));
        bindName(machine, scope, pattern2.rest, others);
      }
      break;
    }
    case 'MatchClass':
      evaluate(machine, scope, pattern2.cls);
      for (const inner2 of pattern2.kwd_patterns)
        bindPattern(machine, scope, inner2, parts(machine, subject, pattern2));
      break;
    case 'MatchSequence':
      break;
  }
  for (const inner2 of pattern2.patterns)
    bindPattern(machine, scope, inner2, parts(machine, subject, pattern2));
}
function rest(machine, node, type, elements3) {
  const made = allocate(machine, node, 'data', type);
  if (type === 'builtins.dict') addToField(machine, made, KEYS, elements3);
  addToField(machine, made, ELEMENTS, elements3);
  return one(made);
}
function parts(machine, subject, node) {
  const held = [...subject].map((object) =>
    isContainer(object)
      ? elementsOf(object)
      : /* @__PURE__ */ new Set([...reachable(/* @__PURE__ */ new Set([object]))]),
  );
  return union(consume(machine, subject, node), ...held);
}

// packages/core/src/dataflow/compound.ts
function alternatives2(machine, scope, bodies) {
  const endings = [];
  const environments = bodies.map((body2) =>
    branch(machine, scope, () => {
      endings.push(body2());
    }),
  );
  const going = environments.filter((_, at) => endings[at] === 'falls through');
  join(machine, scope, going);
  if (going.length > 0) return 'falls through';
  return endings.includes('jumps') ? 'jumps' : 'leaves';
}
function executeIf(machine, scope, node) {
  evaluateTested(machine, scope, node.test);
  return alternatives2(machine, scope, [
    () => execute(machine, scope, node.body),
    () => execute(machine, scope, node.orelse),
  ]);
}
function executeMatch(machine, scope, node) {
  const subject = evaluate(machine, scope, node.subject);
  operate(machine, [subject], node);
  const bodies = node.cases.map((one2) => () => {
    bindPattern(machine, scope, one2.pattern, subject);
    if (one2.guard) evaluateTested(machine, scope, one2.guard);
    return execute(machine, scope, one2.body);
  });
  return alternatives2(machine, scope, [...bodies, () => 'falls through']);
}
function executeFor(machine, scope, node) {
  const iterated = evaluate(machine, scope, node.iter);
  return executeLoop(machine, scope, node.orelse, () => {
    bindTarget(machine, scope, node.target, consume(machine, iterated, node));
    execute(machine, scope, node.body);
  });
}
function executeWhile(machine, scope, node) {
  return executeLoop(
    machine,
    scope,
    node.orelse,
    () => {
      evaluateTested(machine, scope, node.test);
      execute(machine, scope, node.body);
    },
    () => evaluateTested(machine, scope, node.test),
  );
}
var MOST_ROUNDS2 = 5;
function executeLoop(machine, scope, orelse, round, atStart = () => void 0) {
  atStart();
  const outer = machine.jumps;
  const isDivided2 = machine.step.parts.size > 1 && machine.calls.length === 0;
  for (let count = 0; count < MOST_ROUNDS2; count++) {
    const { epoch, localEpoch } = machine;
    if (isDivided2 && count === MOST_ROUNDS2 - 1) machine.step.indivisible = true;
    const jumps = { outside: scope.environment, exits: [], outer };
    machine.jumps = jumps;
    const body2 = branch(machine, scope, round);
    machine.jumps = outer;
    join(machine, scope, [
      body2,
      ...jumps.exits,
      { outer: scope.environment, bindings: /* @__PURE__ */ new Map() },
    ]);
    const isSettled = machine.epoch === epoch && machine.localEpoch === localEpoch;
    if (isSettled && (count > 0 || !isDivided2)) break;
  }
  if (orelse.length === 0) return 'falls through';
  return alternatives2(machine, scope, [() => execute(machine, scope, orelse), () => 'falls through']);
}
function executeWith(machine, scope, node) {
  const managers = [];
  for (const item of node.items) {
    const manager = evaluate(machine, scope, item.context_expr);
    managers.push(manager);
    const entered = enter(machine, manager, node);
    if (item.optional_vars) bindTarget(machine, scope, item.optional_vars, entered);
  }
  const swallows = managers.some((manager) => [...manager].some((object) => maySwallow(object)));
  let ending = 'falls through';
  if (swallows) {
    const { done, partial } = attempt(machine, scope, () => {
      ending = execute(machine, scope, node.body);
    });
    join(machine, scope, ending === 'falls through' ? [done, partial] : [partial]);
    ending = 'falls through';
  } else {
    ending = execute(machine, scope, node.body);
  }
  for (const manager of managers) exit(machine, manager, node);
  return ending;
}
var KEEP_EXCEPTIONS = /* @__PURE__ */ new Set([
  '_io.TextIOWrapper',
  'io.TextIOWrapper',
  'io.IOBase',
  'io.StringIO',
  'io.BytesIO',
]);
function maySwallow(object) {
  if (object.file) return false;
  return !(object.type !== null && KEEP_EXCEPTIONS.has(object.type));
}
function enter(machine, manager, node) {
  return union(
    ...[...manager].map((object) => {
      if (object.kind === 'instance')
        return callDunders(machine, object, ['__enter__', '__aenter__'], [], node);
      if (object.kind === 'generator') return consume(machine, one(object), node);
      if (object.kind === 'opaque' && object.type === null)
        return union(one(object), consume(machine, one(object), node));
      return one(object);
    }),
  );
}
function exit(machine, manager, node) {
  for (const object of manager) {
    if (object.kind === 'instance') callDunders(machine, object, ['__exit__', '__aexit__'], [NOTHING], node);
    else if (object.kind === 'generator') consume(machine, one(object), node);
    else if (object.file) {
      changeState(machine, object);
      object.closed = true;
    } else if (object.type === null || machine.libraries.method(object.type, '__exit__') === void 0)
      leave(machine, object, node);
  }
}
function leave(machine, object, node) {
  changeDeep(machine, one(object));
  if (object.kind === 'bound' || object.kind === 'function') return;
  callValue(machine, loadAttribute(machine, one(object), '__exit__', node), { positional: [] }, node);
}
function executeTry(machine, scope, node) {
  if (node.finalbody.length === 0) return executeHandled(machine, scope, node);
  let ending = 'falls through';
  const { done, partial } = attempt(machine, scope, () => {
    ending = executeHandled(machine, scope, node);
  });
  branch(machine, scope, () => {
    join(machine, scope, [partial]);
    execute(machine, scope, node.finalbody);
  });
  join(machine, scope, [done]);
  const last = execute(machine, scope, node.finalbody);
  return last === 'falls through' ? ending : last;
}
function executeHandled(machine, scope, node) {
  let ended = 'falls through';
  const { done, partial } = attempt(machine, scope, () => {
    ended = execute(machine, scope, node.body);
  });
  return alternatives2(machine, scope, [
    () => {
      join(machine, scope, [done]);
      const after = execute(machine, scope, node.orelse);
      return ended === 'falls through' ? after : ended;
    },
    ...node.handlers.map((handler) => () => {
      join(machine, scope, [partial]);
      if (handler.exception) evaluate(machine, scope, handler.exception);
      if (handler.name) bindName(machine, scope, handler.name, caught(machine, handler));
      const ending = execute(machine, scope, handler.body);
      if (handler.name) bindName(machine, scope, handler.name, NOTHING, 'delete');
      return ending;
    }),
  ]);
}
function caught(machine, handler) {
  const made = allocate(machine, handler, 'data', 'builtins.BaseException');
  addToField(machine, made, ELEMENTS, machine.raised);
  return union(one(made), machine.raised);
}

// packages/core/src/dataflow/definitions.ts
var KNOWN = {
  'builtins.property': 'property',
  'functools.cached_property': 'cached property',
  'builtins.staticmethod': 'static',
  'builtins.classmethod': 'class',
  'abc.abstractmethod': 'none',
  'typing.overload': 'none',
  'typing.no_type_check': 'none',
  'functools.wraps': 'none',
};
function defineFunction2(machine, scope, node) {
  const decorators = node.decorator_list.map((decorator2) => ({
    node: decorator2,
    value: decoratorValue(machine, scope, decorator2),
  }));
  for (const annotation2 of annotationsOf(node)) evaluate(machine, scope, annotation2);
  const known = decorators.map(({ value: value2 }) => decoratorKind(value2));
  const decorator = known.find((kind) => kind !== void 0 && kind !== 'none') ?? 'none';
  const coroutine = node.type === 'AsyncFunctionDef';
  let value = createFunction(machine, scope, node, node.name, node.body, decorator, coroutine);
  const accessor = accessorOf(node.decorator_list);
  for (const { node: expression2, value: applied } of [...decorators].reverse()) {
    if (decoratorKind(applied) !== void 0 || accessor) continue;
    value = decorate(machine, applied, value, expression2);
  }
  if (accessor) bindName(machine, scope, `${node.name}.${accessor}`, value, 'function');
  else bindName(machine, scope, node.name, value, 'function');
}
function decorate(machine, applied, value, node) {
  const made = callValue(machine, applied, { positional: [value] }, node);
  if (![...applied].every((object) => object.kind === 'external')) return made.size > 0 ? made : value;
  const wrapper = allocate(machine, node, 'opaque', null, {}, 'decorated');
  addToField(machine, wrapper, ELEMENTS, union(value, made));
  return one(wrapper);
}
function accessorOf(decorators) {
  for (const decorator of decorators) {
    if (decorator.type === 'Attribute' && /^(setter|deleter)$/.test(decorator.attr)) return 'setter';
  }
  return null;
}
function decoratorValue(machine, scope, node) {
  if (node.type === 'Call') {
    const callee = evaluate(machine, scope, node.func);
    if (decoratorKind(callee) === 'none') return callee;
  }
  return evaluate(machine, scope, node);
}
function decoratorKind(value) {
  const [only, ...others] = value;
  return others.length === 0 && only?.kind === 'external' && only.type !== null ? KNOWN[only.type] : void 0;
}
function annotationsOf(node) {
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
  const all = [
    ...posonlyargs,
    ...args,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
  const annotations = all.flatMap((argument) => (argument.annotation ? [argument.annotation] : []));
  return node.returns ? [...annotations, node.returns] : annotations;
}
function defineClass2(machine, scope, node, made) {
  let value = made;
  for (const decorator of [...node.decorator_list].reverse()) {
    const applied = evaluate(machine, scope, decorator);
    const library = [...applied].every((object) => object.kind !== 'function' && object.kind !== 'class');
    const results = library ? value : callValue(machine, applied, { positional: [value] }, decorator);
    value = results.size > 0 ? union(results, value) : value;
  }
  bindName(machine, scope, node.name, value, 'class');
}

// packages/core/src/dataflow/deletions.ts
function deleteTarget(machine, scope, target3) {
  switch (target3.type) {
    case 'Name':
      readName(machine, scope, target3.id);
      bindName(machine, scope, target3.id, NOTHING, 'delete');
      return;
    case 'Attribute':
      storeAttribute(machine, evaluate(machine, scope, target3.value), target3.attr, NOTHING);
      return;
    case 'Subscript':
      storeSubscript(machine, scope, target3, NOTHING);
      return;
    case 'Tuple':
    case 'List':
      for (const element2 of target3.elts) deleteTarget(machine, scope, element2);
      return;
    default:
      evaluate(machine, scope, target3);
  }
}

// packages/core/src/dataflow/imports.ts
function executeImport(machine, scope, node) {
  for (const alias of node.names) {
    loadModule(machine, alias.name);
    const bound = alias.asname ?? packageOf(alias.name);
    const module = alias.asname === null ? bound : alias.name;
    bindName(machine, scope, bound, one(external(machine, module)), 'import');
  }
}
function executeImportFrom(machine, scope, node) {
  const module = '.'.repeat(node.level) + (node.module ?? '');
  loadModule(machine, module);
  if (module === '__future__') {
    for (const alias of node.names) bindAlias(machine, scope, module, alias);
    return;
  }
  for (const alias of node.names) {
    if (alias.name === '*') {
      machine.step.doubts.add(`\`from ${module} import *\` may bind any name`);
      bindAnything(machine);
      continue;
    }
    readMember(machine, module, alias.name);
    bindAlias(machine, scope, module, alias);
  }
}
function bindAlias(machine, scope, module, alias) {
  bindName(
    machine,
    scope,
    alias.asname ?? alias.name,
    one(external(machine, `${module}.${alias.name}`)),
    'import',
  );
}
function readMember(machine, module, name) {
  need(machine, machine.imports.get(`${module}.${name}`) ?? null, 'data', `${module}.${name}`);
  need(machine, machine.resources.get(`module ${packageOf(module)}`) ?? null, 'mutation', module);
}
function loadModule(machine, module) {
  const library = packageOf(module.replace(/^\.+/, ''));
  if (!machine.libraries.knows(library)) {
    readResource(machine, 'sys.path');
    readResource(machine, 'environment');
    touchFile(machine, `${library}.py`, 'look');
    touchFile(machine, library, 'look');
  }
  for (const resource of machine.libraries.onImport(module)) {
    writeResource(machine, resource, 'change', resourceKey(resource, library));
  }
  let path2 = '';
  for (const part of module.split('.')) {
    path2 = path2 === '' ? part : `${path2}.${part}`;
    machine.imports.set(path2, updatedByStep(machine, machine.imports.get(path2) ?? null));
  }
}

// packages/core/src/dataflow/parts.ts
function findParts(node, first, divided) {
  const root2 = { number: first, node, parent: null, needs: /* @__PURE__ */ new Map() };
  const parts2 = [root2];
  if (divided) addParts(root2, null, parts2);
  return parts2;
}
function addParts(outer, loop2, parts2) {
  const { node } = outer;
  if (node.type !== 'If' && node.type !== 'For' && node.type !== 'While') return;
  const add = (body2, left) => {
    for (const statement3 of body2) {
      const number2 = parts2[0].number + parts2.length;
      const part = { number: number2, node: statement3, parent: outer, needs: /* @__PURE__ */ new Map() };
      parts2.push(part);
      if (DIVIDED.has(statement3.type)) addParts(part, left, parts2);
      else if (left && mayJump(statement3)) addNeed(left.needs, number2, 'control', 'jump', 'must');
    }
  };
  add(node.body, node.type === 'If' ? loop2 : outer);
  add(node.orelse, loop2);
}
var DIVIDED = /* @__PURE__ */ new Set(['If', 'For', 'While']);
function mayJump(node) {
  if (node.type === 'Break' || node.type === 'Continue') return true;
  if (node.type === 'FunctionDef' || node.type === 'AsyncFunctionDef' || node.type === 'ClassDef')
    return false;
  const isLoop = node.type === 'For' || node.type === 'AsyncFor' || node.type === 'While';
  return (isLoop ? node.orelse : childNodes(node)).some(mayJump);
}
function partFor({ step }, node) {
  if (step.parts.size === 1 || step.part.node === node) return null;
  return step.parts.get(node) ?? null;
}
function enterPart(machine, part) {
  const before = machine.step.part;
  machine.step.part = part;
  machine.handed.clear();
  machine.surrendered.clear();
  return before;
}
function isDivided(machine, step) {
  return step.parts.size > 1 && !step.indivisible && machine.dropped === null;
}

// packages/core/src/dataflow/statements.ts
function execute(machine, scope, body2) {
  let ending = 'falls through';
  for (const statement3 of body2) {
    const ended = executeStatement(machine, scope, statement3);
    if (ended !== 'falls through' && ending === 'falls through') ending = ended;
  }
  return ending;
}
function executeStatement(machine, scope, node) {
  const part = partFor(machine, node);
  if (part === null) return executeNode(machine, scope, node);
  const outer = enterPart(machine, part);
  const ending = executeNode(machine, scope, node);
  enterPart(machine, outer);
  return ending;
}
function executeNode(machine, scope, node) {
  switch (node.type) {
    case 'If':
      return executeIf(machine, scope, node);
    case 'For':
    case 'AsyncFor':
      return executeFor(machine, scope, node);
    case 'While':
      return executeWhile(machine, scope, node);
    case 'With':
    case 'AsyncWith':
      return executeWith(machine, scope, node);
    case 'Try':
    case 'TryStar':
      return executeTry(machine, scope, node);
    case 'Match':
      return executeMatch(machine, scope, node);
    case 'Break':
    case 'Continue':
      noteExit(machine, scope);
      return 'jumps';
    case 'Return':
      executeReturn(machine, scope, node.value);
      return 'leaves';
    case 'Raise':
      for (const part of [node.exc, node.cause]) if (part) raise(machine, evaluate(machine, scope, part));
      return 'leaves';
    default:
      executeSimple(machine, scope, node);
      return 'falls through';
  }
}
function noteExit({ jumps }, scope) {
  if (jumps === null) return;
  const bindings = /* @__PURE__ */ new Map();
  for (let at = scope.environment; at && at !== jumps.outside; at = at.outer) {
    for (const [name, binding] of at.bindings) if (!bindings.has(name)) bindings.set(name, binding);
  }
  jumps.exits.push({ outer: jumps.outside, bindings });
}
function executeReturn(machine, scope, node) {
  if (node === null) return;
  const value = evaluate(machine, scope, node);
  const activation = machine.calls.at(-1);
  if (activation) activation.returns = union(activation.returns, value);
}
function executeSimple(machine, scope, node) {
  switch (node.type) {
    case 'Expr':
      evaluate(machine, scope, node.value);
      return;
    case 'Assign': {
      const value = evaluate(machine, scope, node.value);
      for (const target3 of node.targets) bindTarget(machine, scope, target3, value);
      return;
    }
    case 'AnnAssign':
      evaluate(machine, scope, node.annotation);
      if (node.value) bindTarget(machine, scope, node.target, evaluate(machine, scope, node.value));
      return;
    case 'AugAssign':
      executeAugmented(machine, scope, node);
      return;
    case 'Delete':
      for (const target3 of node.targets) deleteTarget(machine, scope, target3);
      return;
    case 'Import':
      executeImport(machine, scope, node);
      return;
    case 'ImportFrom':
      executeImportFrom(machine, scope, node);
      return;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      defineFunction2(machine, scope, node);
      return;
    case 'ClassDef':
      defineClass2(machine, scope, node, createClass(machine, scope, node));
      return;
    case 'Assert':
      evaluateTested(machine, scope, node.test);
      if (node.msg) raise(machine, evaluate(machine, scope, node.msg));
      return;
    case 'TypeAlias':
      bindTarget(machine, scope, node.name, evaluate(machine, scope, node.value));
      return;
    default:
      changeDeep(machine, /* @__PURE__ */ new Set());
  }
}

// packages/core/src/dataflow/functions.ts
var DEEPEST2 = 12;
var COST_OF_GUESS = 40;
function createFunction(machine, scope, node, name, body2, decorator, coroutine = false) {
  const { args } = node;
  const defaults = args.defaults.map((value) => evaluate(machine, scope, value));
  const keywordDefaults = args.kw_defaults.map((value) => (value ? evaluate(machine, scope, value) : null));
  const content = 'returns' in node ? body2 : node.body;
  const code = {
    name,
    args,
    body: content,
    node,
    scope,
    defaults,
    keywordDefaults,
    generator: isGenerator(content),
    coroutine,
    decorator,
    owner: null,
  };
  return one(allocate(machine, node, 'function', null, { code }));
}
function callFunction(machine, callee, given, site) {
  const { code } = callee;
  if (code === void 0) return NOTHING;
  readState(machine, callee);
  const frame = createFrame(code);
  bindParameters2(machine, callee, code, frame, given, site);
  if (code.generator || code.coroutine) {
    const made = allocate(
      machine,
      code.node,
      'generator',
      code.coroutine ? 'coroutine' : 'generator',
      { code, frame },
      site,
    );
    if (made.frame && made.frame !== frame) mergeFrames(made.frame, frame);
    return one(made);
  }
  return activate(machine, code, frame, site).returns;
}
function runGenerator(machine, object) {
  const { code, frame } = object;
  if (code === void 0 || frame === void 0) return;
  changeState(machine, object);
  machine.conditional += 1;
  const { returns, yields } = activate(machine, code, frame, object);
  machine.conditional -= 1;
  addToField(machine, object, ELEMENTS, union(returns, yields));
  raise(machine, returns);
}
function createFrame(code) {
  const { globals, nonlocals } = declaredNames(code.body);
  return createScope('function', code.scope, globals, nonlocals);
}
function activate(machine, code, frame, site) {
  const running2 = machine.calls.find(
    (call2) => call2.node === code.node && call2.scope.parent === code.scope,
  );
  if (running2) return joinRunning(running2, frame);
  machine.work += machine.settling === null ? 1 : COST_OF_GUESS;
  if (machine.calls.length >= DEEPEST2 || machine.work > MOST_WORK) {
    const all = surrender(machine, code, frame);
    return { returns: all, yields: all };
  }
  const activation = {
    node: code.node,
    site,
    owner: code.owner,
    scope: frame,
    returns: NOTHING,
    yields: NOTHING,
    recursed: false,
    recursiveArguments: /* @__PURE__ */ new Map(),
  };
  const { jumps, attempt: attempt2 } = machine;
  machine.calls.push(activation);
  machine.jumps = null;
  machine.attempt = null;
  for (let round = 0; round < 6; round++) {
    const { returns, yields } = activation;
    const known = activation.recursiveArguments.size;
    interpretBody(machine, code, frame, activation);
    const grown =
      activation.returns !== returns ||
      activation.yields !== yields ||
      activation.recursiveArguments.size !== known;
    if (!activation.recursed || (!grown && round > 0)) break;
    for (const [name, value] of activation.recursiveArguments) {
      const before = lookup(frame.environment, name);
      const either = union(before?.value ?? NOTHING, value);
      frame.environment.bindings.set(name, { value: either, version: null, unbound: 'no' });
    }
  }
  machine.calls.pop();
  machine.jumps = jumps;
  machine.attempt = attempt2;
  return activation;
}
function joinRunning(running2, frame) {
  running2.recursed = true;
  for (const [name, binding] of frame.environment.bindings) {
    const before = running2.recursiveArguments.get(name) ?? NOTHING;
    running2.recursiveArguments.set(name, union(before, binding.value));
  }
  return running2;
}
function interpretBody(machine, code, frame, activation) {
  const { body: body2 } = code;
  if (isBlock(body2)) execute(machine, frame, body2);
  else activation.returns = union(activation.returns, evaluate(machine, frame, body2));
}
function mergeFrames(into, from2) {
  for (const [name, binding] of from2.environment.bindings) {
    const before = into.environment.bindings.get(name);
    const value = union(before?.value ?? NOTHING, binding.value);
    into.environment.bindings.set(name, { value, version: null, unbound: 'no' });
  }
}
function bindParameters2(machine, callee, code, frame, given, site) {
  const { args } = code;
  const takesReceiver = given.receiver !== void 0 && code.decorator !== 'static';
  const positional = takesReceiver ? [given.receiver ?? NOTHING, ...given.positional] : given.positional;
  const spread = union(given.rest ?? NOTHING, given.keywordRest ?? NOTHING);
  const parameters = [...args.posonlyargs, ...args.args];
  const firstDefault = parameters.length - code.defaults.length;
  parameters.forEach((parameter, at) => {
    const passed = positional[at] ?? given.keywords?.get(parameter.arg);
    const fallback =
      at >= firstDefault ? defaultOf(machine, callee, code.defaults[at - firstDefault]) : NOTHING;
    bindName(machine, frame, parameter.arg, passed ?? union(spread, fallback));
  });
  args.kwonlyargs.forEach((parameter, at) => {
    const passed = given.keywords?.get(parameter.arg);
    bindName(machine, frame, parameter.arg, passed ?? union(spread, code.keywordDefaults[at] ?? NOTHING));
  });
  if (args.vararg) {
    const extra = allocate(machine, args.vararg, 'data', 'builtins.tuple', {}, site);
    addToField(machine, extra, ELEMENTS, union(...positional.slice(parameters.length), spread));
    bindName(machine, frame, args.vararg.arg, one(extra));
  }
  if (args.kwarg) bindKeywordRest(machine, args, frame, given, spread, site);
}
function bindKeywordRest(machine, args, frame, given, spread, site) {
  if (!args.kwarg) return;
  const extra = allocate(machine, args.kwarg, 'data', 'builtins.dict', {}, site);
  addToField(machine, extra, KEYS, NOTHING);
  addToField(machine, extra, ELEMENTS, spread);
  for (const [name, value] of given.keywords ?? []) addToField(machine, extra, `'${name}`, value);
  bindName(machine, frame, args.kwarg.arg, one(extra));
}
function defaultOf(machine, callee, value) {
  readState(machine, callee);
  return value ?? NOTHING;
}

// packages/core/src/dataflow/iteration.ts
function consume(machine, value, node, part = 'items') {
  return compact(union(...[...compact(value)].map((object) => elements2(machine, object, node, part))));
}
function elements2(machine, object, node, part) {
  readState(machine, object);
  if (isView(object)) return elementsOfView(machine, object, node);
  if (isContainer(object)) {
    if (isMapping(object) && part !== 'values') return fieldOf(object, KEYS);
    const held = elementsOf(object);
    return held.size > 0 || isMapping(object) ? held : unseenElement(machine, object, node);
  }
  switch (object.kind) {
    case 'scalar':
      return scalar(machine, object.type === 'builtins.str' ? 'builtins.str' : null);
    case 'generator':
      changeState(machine, object);
      runGenerator(machine, object);
      return fieldOf(object, ELEMENTS);
    case 'instance': {
      const made = callDunders(
        machine,
        object,
        [
          '__iter__',
          '__next__',
          '__getitem__',
          '__len__',
          '__contains__',
          '__await__',
          '__aiter__',
          '__anext__',
        ],
        [],
        node,
      );
      const inner2 = [...rootReceivers(made)].filter((result) => result.kind !== 'instance');
      return union(made, fieldOf(object, ELEMENTS), consume(machine, new Set(inner2), node));
    }
    case 'external':
    case 'function':
    case 'class':
      return NOTHING;
    case 'bound':
      return consume(machine, receiversOf(machine, object, node), node, part);
    default:
      return libraryElements(machine, object, node);
  }
}
var PAIRS = 'builtins.zip';
function libraryElements(machine, object, node) {
  const spec = object.type === null ? void 0 : machine.libraries.classSpec(object.type);
  if (object.kind === 'data' && object.type === PAIRS) {
    changeState(machine, object);
    const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, object);
    for (const [at, values] of object.fields) addToField(machine, pair, at, consume(machine, values, node));
    return one(pair);
  }
  if (spec && (spec.consumable !== true || spec.iterate)) {
    if (spec.immutable) return scalar(machine, null);
    if (spec.consumable) changeState(machine, object);
    const type = ifPlain(machine, object, spec.iterate?.returns ?? plainPart(machine, object));
    if (type !== null && machine.libraries.isImmutable(type)) return scalar(machine, type);
    if (object.type === 'pandas.DataFrame') return scalar(machine, 'builtins.str');
    if (object.type === 'pandas.Index') return scalar(machine, null);
    readDeep(machine, one(object));
    const view = allocate(machine, node, 'opaque', type, {}, object);
    addToField(machine, view, ELEMENTS, one(object));
    return type === null ? union(one(view), elementsOf(object)) : one(view);
  }
  const parts2 = partsOfOpaque(object);
  for (const part of parts2) {
    if (part === object || isUsedUp(machine, part)) changeState(machine, part);
    else if (part.kind === 'generator') consume(machine, one(part), node);
    else readState(machine, part);
    if (part.kind === 'data' && part.file) changeState(machine, part);
  }
  callReachable(machine, one(object), [one(object), parts2], node);
  return object.kind === 'opaque' ? one(object) : union(fieldOf(object, ELEMENTS), one(object));
}
function isUsedUp(machine, object) {
  if (object.kind === 'opaque') return true;
  if (object.kind !== 'data') return false;
  return object.type === null || machine.libraries.classSpec(object.type)?.consumable === true;
}

// packages/core/src/dataflow/dict-views.ts
var TYPES = {
  'builtins.dict_keys': 'keys',
  'builtins.dict_values': 'values',
  'builtins.dict_items': 'items',
};
var MAPPING = '#mapping';
function createView(machine, mapping2, node, part) {
  const made = allocate(machine, node, 'data', `builtins.dict_${part}`, {}, mapping2);
  addToField(machine, made, MAPPING, one(mapping2));
  return one(made);
}
function isView(object) {
  return object.type !== null && object.type in TYPES;
}
function elementsOfView(machine, view, node) {
  const part = TYPES[view.type ?? ''];
  const found = [];
  for (const mapping2 of fieldOf(view, MAPPING)) {
    readState(machine, mapping2);
    if (part === 'keys') found.push(fieldOf(mapping2, KEYS));
    else if (part === 'values') found.push(elementsOf(mapping2));
    else found.push(pairOf(machine, mapping2, node));
  }
  return union(...found);
}
function pairOf(machine, mapping2, node) {
  const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, mapping2);
  addToField(machine, pair, '0', fieldOf(mapping2, KEYS));
  addToField(machine, pair, '1', elementsOf(mapping2));
  return one(pair);
}
function combineViews(machine, operands, node) {
  const made = allocate(machine, node, 'data', 'builtins.set');
  for (const operand of operands) addToField(machine, made, ELEMENTS, consume(machine, operand, node));
  return one(made);
}

// packages/core/src/dataflow/containers.ts
var METHODS = {
  append: { changes: true, takes: 'arguments', gives: 'none' },
  appendleft: { changes: true, takes: 'arguments', gives: 'none' },
  add: { changes: true, takes: 'arguments', gives: 'none', compares: true },
  insert: { changes: true, takes: 'last argument', gives: 'none' },
  extend: { changes: true, takes: 'elements', gives: 'none' },
  extendleft: { changes: true, takes: 'elements', gives: 'none' },
  update: { changes: true, takes: 'mapping', gives: 'none', compares: true },
  subtract: { changes: true, takes: 'mapping', gives: 'none', compares: true },
  difference_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  intersection_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  symmetric_difference_update: { changes: true, takes: 'elements', gives: 'none', compares: true },
  setdefault: { changes: true, takes: 'last argument', gives: 'element', compares: true },
  pop: { changes: true, takes: 'last argument', gives: 'element', compares: true },
  popleft: { changes: true, gives: 'element' },
  popitem: { changes: true, gives: 'pair' },
  remove: { changes: true, gives: 'none', compares: true },
  discard: { changes: true, gives: 'none', compares: true },
  clear: { changes: true, gives: 'none' },
  sort: { changes: true, gives: 'none', compares: true },
  reverse: { changes: true, gives: 'none' },
  rotate: { changes: true, gives: 'none' },
  move_to_end: { changes: true, gives: 'none', compares: true },
  get: { takes: 'arguments', gives: 'element', compares: true },
  copy: { gives: 'copy' },
  union: { takes: 'elements', gives: 'copy', compares: true },
  intersection: { takes: 'elements', gives: 'copy', compares: true },
  difference: { takes: 'elements', gives: 'copy', compares: true },
  symmetric_difference: { takes: 'elements', gives: 'copy', compares: true },
  values: { gives: 'values' },
  keys: { gives: 'keys' },
  items: { gives: 'items' },
  most_common: { gives: 'pairs' },
  elements: { gives: 'keys' },
  index: { gives: 'scalar', compares: true },
  count: { gives: 'scalar', compares: true },
  issubset: { takes: 'elements', gives: 'scalar', compares: true },
  issuperset: { takes: 'elements', gives: 'scalar', compares: true },
  isdisjoint: { takes: 'elements', gives: 'scalar', compares: true },
};
function callContainerMethod(machine, object, name, given, node) {
  const method = METHODS[name];
  if (method === void 0) return null;
  readState(machine, object);
  const taken = takenIn(machine, method, given, node);
  if (method.compares)
    compareElements(machine, union(elementsOf(object), fieldOf(object, KEYS), taken), node);
  for (const key2 of given.keywords?.get('key') ?? []) {
    callValue(machine, one(key2), { positional: [elementsOf(object)] }, node);
  }
  if (method.changes) changeState(machine, object);
  if (method.changes && method.takes && name !== 'pop') keep2(machine, object, name, method, given, taken);
  return gift(machine, object, method, taken, node);
}
function takenIn(machine, method, given, node) {
  switch (method.takes) {
    case 'arguments':
      return union(...given.positional, given.rest ?? NOTHING);
    case 'last argument':
      return union(
        given.positional.at(-1) ?? NOTHING,
        given.rest ?? NOTHING,
        given.keywords?.get('default') ?? NOTHING,
      );
    case 'elements':
      return union(...given.positional.map((value) => consume(machine, value, node)));
    case 'mapping': {
      const items = given.positional.flatMap((value) => [
        consume(machine, value, node),
        consume(machine, value, node, 'values'),
      ]);
      return union(...items, ...(given.keywords?.values() ?? []), given.keywordRest ?? NOTHING);
    }
    default:
      readDeep(machine, allArguments({ ...given, receiver: NOTHING }));
      return NOTHING;
  }
}
function keep2(machine, object, name, method, given, taken) {
  addToField(machine, object, ELEMENTS, taken);
  if (method.takes === 'mapping') {
    addToField(machine, object, KEYS, taken);
    for (const value of taken)
      for (const inner2 of value.fields.values()) addToField(machine, object, ELEMENTS, inner2);
  }
  if (name === 'setdefault') addToField(machine, object, KEYS, given.positional[0] ?? NOTHING);
}
function gift(machine, object, method, taken, node) {
  switch (method.gives) {
    case 'element':
      return union(elementsOf(object), taken);
    case 'keys':
    case 'values':
    case 'items':
      return createView(machine, object, node, method.gives);
    case 'pair':
      return pairOf(machine, object, node);
    case 'pairs': {
      const list2 = allocate(machine, node, 'data', 'builtins.list', {}, object);
      addToField(machine, list2, ELEMENTS, pairOf(machine, object, node));
      return one(list2);
    }
    case 'copy': {
      const copy = allocate(machine, node, 'data', object.type, {}, object);
      addToField(machine, copy, ELEMENTS, union(elementsOf(object), taken));
      addToField(machine, copy, KEYS, fieldOf(object, KEYS));
      return one(copy);
    }
    default:
      return scalar(machine, method.gives === 'none' ? 'builtins.NoneType' : 'builtins.int');
  }
}
function compareElements(machine, elements3, node) {
  for (const element2 of elements3) {
    if (element2.kind === 'instance') callDunders(machine, element2, OPERATOR_METHODS, [elements3], node);
  }
}

// packages/core/src/dataflow/copies.ts
function shallowCopy(machine, given, node) {
  const [value = NOTHING] = given.positional;
  return union(
    ...[...value].map((object) => {
      readState(machine, object);
      if (isShared(object)) return one(object);
      const made = copyHooks(machine, object, ['__copy__', ...REDUCING], node);
      const copy = emptyCopy(machine, object, node);
      for (const [field, held] of object.fields) addToField(machine, copy, field, held);
      if (copy.kind === 'opaque') addToField(machine, copy, ELEMENTS, one(object));
      return union(one(copy), made);
    }),
  );
}
function deepCopy(machine, given, node) {
  const [value = NOTHING] = given.positional;
  for (const object of reachable(value)) readState(machine, object);
  return copyAll(machine, value, ['__deepcopy__', ...REDUCING], node);
}
var REDUCING = ['__reduce__', '__reduce_ex__', '__getstate__', '__setstate__', '__getnewargs__'];
function copyAll(machine, value, hooks, node) {
  const copies2 = /* @__PURE__ */ new Map();
  const originals = [...reachable(value)];
  for (const object of originals) {
    if (isShared(object)) copies2.set(object, one(object));
    else
      copies2.set(
        object,
        union(one(emptyCopy(machine, object, node)), copyHooks(machine, object, hooks, node)),
      );
  }
  for (const object of originals) {
    const [copy] = copies2.get(object) ?? NOTHING;
    if (copy === void 0 || copy === object) continue;
    for (const [field, held] of object.fields) {
      const parts2 = [...held].map((part) => copies2.get(part) ?? NOTHING);
      addToField(machine, copy, field, union(...parts2));
    }
    if (copy.kind === 'opaque' && object.kind !== 'opaque') addToField(machine, copy, ELEMENTS, one(object));
  }
  return union(...[...value].map((object) => copies2.get(object) ?? NOTHING));
}
function isShared({ kind }) {
  return kind === 'scalar' || kind === 'external' || kind === 'function' || kind === 'class';
}
function emptyCopy(machine, object, node) {
  const parts2 = object.instanceOf ? { instanceOf: object.instanceOf } : {};
  const isPlain = object.kind === 'instance' || isContainer(object);
  return allocate(machine, node, isPlain ? object.kind : 'opaque', object.type, parts2, object);
}
function copyHooks(machine, object, hooks, node) {
  if (object.kind !== 'instance') return NOTHING;
  return callDunders(machine, object, hooks, [NOTHING], node);
}
var PICKLED = 'pickled values';
function pickle(name) {
  return (machine, given, node) => {
    const [value = NOTHING] = given.positional;
    for (const object of reachable(value)) copyHooks(machine, object, REDUCING, node);
    attach(machine, PICKLED, value, false);
    return callSpecified(machine, name, given, node);
  };
}
function unpickle(name) {
  return (machine, given, node) =>
    union(
      callSpecified(machine, name, given, node),
      copyAll(machine, attached(machine, PICKLED), REDUCING, node),
    );
}

// packages/core/src/dataflow/builtin-calls.ts
var BUILTINS = {
  'builtins.list': collect('builtins.list'),
  'builtins.tuple': collect('builtins.tuple'),
  'builtins.set': collect('builtins.set'),
  'builtins.frozenset': collect('builtins.frozenset'),
  'builtins.sorted': collect('builtins.list'),
  'collections.deque': collect('collections.deque'),
  'builtins.dict': mapping('builtins.dict'),
  'collections.OrderedDict': mapping('collections.OrderedDict'),
  'collections.Counter': mapping('collections.Counter'),
  'collections.defaultdict': createDefaultDict,
  'builtins.iter': lazy,
  'builtins.reversed': lazy,
  'builtins.enumerate': numbered,
  'builtins.zip': lazyPairs,
  'builtins.map': lazy,
  'builtins.filter': lazy,
  'itertools.chain': lazy,
  'itertools.islice': lazy,
  'itertools.cycle': lazy,
  'builtins.next': callNext,
  'builtins.min': pick,
  'builtins.max': pick,
  'builtins.open': open,
  'io.open': open,
  'builtins.type': callType,
  'copy.copy': shallowCopy,
  'copy.deepcopy': deepCopy,
  'pickle.dump': pickle('pickle.dump'),
  'pickle.dumps': pickle('pickle.dumps'),
  'pickle.load': unpickle('pickle.load'),
  'pickle.loads': unpickle('pickle.loads'),
  'joblib.dump': pickle('joblib.dump'),
  'joblib.load': unpickle('joblib.load'),
  'sklearn.model_selection.train_test_split': splitData,
  'decimal.getcontext': singleton('options decimal', 'decimal.Context'),
  'logging.getLogger': singleton('logging', 'logging.Logger'),
  'os.path.join': joinPaths,
  'pathlib.Path': createPath,
  'sqlite3.connect': connect,
};
function callBuiltin(machine, name, given, node) {
  return BUILTINS[name]?.(machine, given, node) ?? null;
}
function collect(type) {
  return (machine, given, node) => {
    const made = allocate(machine, node, 'data', type);
    const elements3 = union(
      ...given.positional.slice(0, 1).map((value) => consume(machine, value, node)),
      given.rest ?? NOTHING,
    );
    const key2 = given.keywords?.get('key');
    if (key2) callValue(machine, key2, { positional: [elements3] }, node);
    compare(machine, elements3, node);
    addToField(machine, made, ELEMENTS, elements3);
    return one(made);
  };
}
function mapping(type) {
  return (machine, given, node) => {
    const made = allocate(machine, node, 'data', type);
    addToField(machine, made, KEYS, NOTHING);
    for (const value of given.positional) {
      for (const object of value) {
        readState(machine, object);
        if (isMapping(object)) {
          for (const [field, held] of object.fields) addToField(machine, made, field, held);
        } else {
          const pairs = consume(machine, one(object), node);
          addToField(machine, made, KEYS, pairs);
          addToField(machine, made, ELEMENTS, union(pairs, ...[...pairs].map(elementsOf)));
        }
      }
    }
    for (const [name, value] of given.keywords ?? []) addToField(machine, made, `'${name}`, value);
    addToField(machine, made, ELEMENTS, union(given.keywordRest ?? NOTHING, given.rest ?? NOTHING));
    return one(made);
  };
}
function createDefaultDict(machine, given, node) {
  const [factory = NOTHING, ...rest2] = given.positional;
  const [made] = mapping('collections.defaultdict')(machine, { ...given, positional: rest2 }, node);
  if (made === void 0) return NOTHING;
  const produced = callValue(machine, factory, { positional: [] }, node);
  addToField(machine, made, ELEMENTS, produced);
  return one(made);
}
function lazy(machine, given, node) {
  const made = allocate(machine, node, 'opaque', null);
  addToField(machine, made, ELEMENTS, allArguments(given));
  const functions = [...allArguments(given)].filter(
    (object) => object.kind === 'function' || object.kind === 'bound' || object.kind === 'class',
  );
  if (functions.length > 0) {
    const elements3 = union(...given.positional.slice(1).map((value) => consume(machine, value, node)));
    addToField(
      machine,
      made,
      ELEMENTS,
      callValue(machine, new Set(functions), { positional: [], rest: elements3 }, node),
    );
  }
  addToField(machine, made, ELEMENTS, passedOn(machine, given, node));
  return one(made);
}
function numbered(machine, given, node) {
  const [values = given.keywords?.get('iterable') ?? NOTHING, ...more] = given.positional;
  return lazyPairs(
    machine,
    { ...given, positional: [scalar(machine, 'builtins.int'), values, ...more] },
    node,
  );
}
function lazyPairs(machine, given, node) {
  const known = union(...given.positional, given.rest ?? NOTHING);
  if ([...known].every((object) => isReread(machine, object))) {
    const pairs = allocate(machine, node, 'data', PAIRS);
    for (const [at, value] of given.positional.entries()) addToField(machine, pairs, String(at), value);
    addToField(machine, pairs, ELEMENTS, given.rest ?? NOTHING);
    return one(pairs);
  }
  const made = allocate(machine, node, 'opaque', null);
  const pair = allocate(machine, node, 'data', 'builtins.tuple', {}, 'pair');
  addToField(machine, pair, ELEMENTS, passedOn(machine, given, node));
  addToField(machine, made, ELEMENTS, union(one(pair), ...given.positional.map(iterators)));
  return one(made);
}
function isReread(machine, object) {
  if (object.kind === 'scalar' || isContainer(object)) return true;
  if ((object.kind !== 'data' && object.kind !== 'opaque') || object.type === null) return false;
  const spec = machine.libraries.classSpec(object.type);
  if (spec === void 0 || spec.consumable) return false;
  return plainPart(machine, object) !== null || (spec.iterate !== void 0 && isPure(spec.iterate));
}
function isPure({ mutates, reads, writes, calls }) {
  return !mutates && !reads && !writes && !calls;
}
function passedOn(machine, given, node) {
  return union(
    ...given.positional.map((value) => consume(machine, new Set([...value].filter(isContainer)), node)),
    ...given.positional.map(iterators),
    given.rest ?? NOTHING,
  );
}
function iterators(value) {
  return new Set(
    [...value].filter(
      (object) => !isContainer(object) && object.kind !== 'scalar' && object.kind !== 'external',
    ),
  );
}
function callNext(machine, given, node) {
  const [source = NOTHING, fallback = NOTHING] = given.positional;
  return union(consume(machine, source, node), fallback);
}
function pick(machine, given, node) {
  const [first = NOTHING] = given.positional;
  const candidates = given.positional.length > 1 ? union(...given.positional) : consume(machine, first, node);
  const key2 = given.keywords?.get('key');
  if (key2) callValue(machine, key2, { positional: [candidates] }, node);
  readDeep(machine, candidates);
  compare(machine, candidates, node);
  return union(candidates, given.keywords?.get('default') ?? NOTHING);
}
function compare(machine, elements3, node) {
  for (const object of reachable(elements3)) {
    if (object.kind === 'instance') callDunders(machine, object, OPERATOR_METHODS, [elements3], node);
  }
}
function open(machine, given, node) {
  const target3 = given.positional[0] ?? given.keywords?.get('file') ?? NOTHING;
  const mode = constantText(given.positional[1] ?? given.keywords?.get('mode') ?? NOTHING);
  const modeGiven = given.positional.length > 1 || given.keywords?.has('mode') === true;
  const path2 = constantText(target3) ?? null;
  const writes = modeGiven && (mode === void 0 || /[wax+]/.test(mode));
  touchFile(machine, path2, !writes ? 'look' : mode?.startsWith('w') ? 'replace' : 'change');
  const pathNode = given.node?.args[0] ?? given.node;
  if (pathNode) noteFile(machine, writes ? 'write' : 'read', path2, pathNode, 'builtins.open');
  if (writes) expectFinalizers(machine);
  return one(allocate(machine, node, 'data', '_io.TextIOWrapper', writes ? { file: { path: path2 } } : {}));
}
function connect(machine, given, node) {
  const target3 = given.positional[0] ?? given.keywords?.get('database') ?? NOTHING;
  const path2 = constantText(target3) ?? null;
  if (path2 === ':memory:') return one(allocate(machine, node, 'data', 'sqlite3.Connection'));
  touchFile(machine, path2, 'change');
  const pathNode = given.node?.args[0] ?? given.node;
  if (pathNode) noteFile(machine, 'read', path2, pathNode, 'sqlite3.connect');
  return one(allocate(machine, node, 'data', 'sqlite3.Connection', { file: { path: path2 } }));
}
function callType(machine, given, node) {
  const [value = NOTHING] = given.positional;
  if (given.positional.length > 1) {
    const made = allocate(machine, node, 'opaque', null);
    addToField(machine, made, ELEMENTS, allArguments(given));
    return one(made);
  }
  const classes = [...value].flatMap((object) => [...(object.instanceOf ?? NOTHING)]);
  return union(new Set(classes), scalar(machine, 'builtins.type'));
}
function singleton(key2, type) {
  return (machine, _given, node) => {
    const known = attached(machine, key2);
    if (known.size > 0) return known;
    const made = one(allocate(machine, node, 'data', type));
    attach(machine, key2, made, true);
    return made;
  };
}
function splitData(machine, given, node) {
  const member = machine.libraries.member('sklearn.model_selection.train_test_split');
  if (member?.kind === 'function') {
    const { aliases: _, ...effects } = member.spec;
    applySpec(machine, effects, member.name, given, node);
  }
  const parts2 = allocate(machine, node, 'data', 'builtins.list', {}, 'split');
  given.positional.forEach((value, at) => {
    for (const [side, position2] of [
      [`train ${at}`, 2 * at],
      [`test ${at}`, 2 * at + 1],
    ]) {
      const made = [...value].map((object) => {
        if (object.kind === 'scalar') return object;
        const known = isContainer(object) || object.type !== null;
        const part = allocate(
          machine,
          object,
          known ? 'data' : 'opaque',
          object.type,
          {},
          `${side} ${machine.step.index}`,
        );
        if (isContainer(object)) addToField(machine, part, ELEMENTS, elementsOf(object));
        else if (!known) addToField(machine, part, ELEMENTS, one(object));
        return part;
      });
      addToField(machine, parts2, String(position2), new Set(made));
    }
  });
  addToField(machine, parts2, ELEMENTS, given.rest ?? NOTHING);
  return one(parts2);
}
function joinPaths(machine, given) {
  const texts = given.positional.map(constantText);
  readDeep(machine, allArguments(given));
  const known = texts.every((text) => text !== void 0) && (given.rest ?? NOTHING).size === 0;
  return scalar(machine, 'builtins.str', known ? joinPath(texts.map(String)) : void 0);
}
function createPath(machine, given) {
  const texts = given.positional.map(constantText);
  const known =
    texts.length > 0 && texts.every((text) => text !== void 0) && (given.rest ?? NOTHING).size === 0;
  return scalar(machine, 'pathlib.Path', known ? joinPath(texts.map(String)) : void 0);
}

// packages/core/src/dataflow/library-calls.ts
function callExternal(machine, object, given, node) {
  const name = object.type ?? '?';
  readPatches(machine, object);
  if (object.version || object.fields.size > 0) {
    return callUnknown(machine, one(object), given, node, `\`${name}\` was changed by the program`);
  }
  if (name.startsWith('?.') && machine.ranText) {
    machine.step.doubts.add(`\`${name.slice(2)}\` may be defined by text that runs as code`);
    return runAnything(machine, allArguments(given), node);
  }
  return callBuiltin(machine, name, given, node) ?? callSpecified(machine, name, given, node);
}
function callSpecified(machine, name, given, node) {
  const spec = specOf(machine, name);
  if (spec === void 0) {
    const made = callUnknown(
      machine,
      hiddenState(machine, name),
      given,
      node,
      `the effects of \`${name}\` are not known`,
    );
    if (packageOf(name) === 'weakref') noteWeakReferences(machine, made);
    return made;
  }
  readResource(machine, 'options', resourceKey('options', packageOf(name)));
  const result = applySpec(machine, spec, name, given, node);
  noteObjects(machine, result, given);
  if (machine.libraries.member(name)?.kind === 'class') {
    keepKeywords(machine, result, given);
    keepCells(machine, name, result, allArguments(given));
  }
  return result;
}
function keepKeywords(machine, keepers, given) {
  for (const [name, value] of given.keywords ?? []) {
    const at = name.lastIndexOf('__');
    const owners = at > 0 ? reachable(keepers) : keepers;
    for (const owner of owners) {
      if (isMutable(owner)) addToField(machine, owner, at > 0 ? name.slice(at + 2) : name, value);
    }
  }
}
function hiddenState(machine, name) {
  const library = packageOf(name);
  if (machine.libraries.knows(library)) return NOTHING;
  const key2 = `state ${library}`;
  const known = attached(machine, key2);
  if (known.size > 0) return known;
  const state = one(allocate(machine, external(machine, library), 'opaque', null, {}, 'state'));
  attach(machine, key2, state, true);
  return state;
}
function specOf(machine, name) {
  const member = machine.libraries.member(name);
  if (member?.kind === 'function') return member.spec;
  if (member?.kind === 'class' && member.spec.constructor !== void 0 && member.spec.constructor !== Object) {
    return { returns: member.name, isNew: true, ...member.spec.constructor };
  }
  const at = name.lastIndexOf('.');
  const owner = machine.libraries.member(name.slice(0, at));
  return owner?.kind === 'class' ? machine.libraries.method(owner.name, name.slice(at + 1)) : void 0;
}
function callLibraryMethod(machine, receiver, name, given, node) {
  const spec = receiver.type === null ? void 0 : machine.libraries.method(receiver.type, name);
  if (spec === void 0 || receiver.type === null) {
    const owner = receiver.type ?? 'an object of unknown type';
    if (receiver.kind === 'scalar') return scalar(machine, null);
    return callUnknown(
      machine,
      one(receiver),
      given,
      node,
      `what \`${name}\` of \`${owner}\` changes is not known`,
      name,
    );
  }
  const library = packageOf(receiver.type);
  readResource(machine, 'options', resourceKey('options', library));
  if (spec.keepsKeywords) keepKeywords(machine, one(receiver), given);
  return union(applySpec(machine, spec, `${receiver.type}.${name}`, given, node));
}

// packages/core/src/dataflow/calls.ts
function evaluateCall(machine, scope, node) {
  const callee = evaluate(machine, scope, node.func);
  const special = specialCall(machine, scope, node, callee);
  if (special !== null) return special;
  const given = evaluateArguments(machine, scope, node);
  return callValue(machine, callee, given, node);
}
function callValue(machine, callee, given, node) {
  if (callee.size === 0) return callUnknown(machine, NOTHING, given, node, 'the function is not known');
  const callees = compact(callee);
  const unknown = new Set([...callees].filter((object) => isUnknown(machine, object)));
  const known = [...callees].filter((object) => !unknown.has(object));
  if (callee.size > 1) machine.conditional += 1;
  const results = known.map((object) => callObject(machine, object, given, node));
  if (unknown.size > 0) {
    results.push(callUnknown(machine, unknown, given, node, doubtOf(unknown), methodOf(unknown)));
  }
  if (callee.size > 1) machine.conditional -= 1;
  return compact(union(...results));
}
function isUnknown(machine, object) {
  if (object.kind !== 'bound') {
    if (object.kind !== 'opaque' && object.kind !== 'data') return false;
    return object.type === null || machine.libraries.method(object.type, '__call__') === void 0;
  }
  const { bound } = object;
  const isOpaque = (receiver) => receiver.kind === 'opaque' && receiver.type === null;
  return bound?.callee.size === 0 && bound.receiver.size > 0 && [...bound.receiver].every(isOpaque);
}
function methodOf(unknown) {
  for (const object of unknown) if (object.bound) return object.bound.method;
  return '';
}
function doubtOf(unknown) {
  const [first] = unknown;
  const method = methodOf(unknown);
  if (method !== '') return `what \`${method}\` of an object of unknown type changes is not known`;
  return `what ${first?.type ? `\`${first.type}\`` : 'an object of unknown type'} does when called is not known`;
}
function evaluateArguments(machine, scope, node) {
  const positional = [];
  let rest2 = NOTHING;
  for (const argument of node.args) {
    const value = evaluate(machine, scope, argument);
    if (argument.type === 'Starred' || rest2.size > 0) rest2 = union(rest2, value);
    else positional.push(value);
  }
  const keywords = /* @__PURE__ */ new Map();
  let keywordRest = NOTHING;
  for (const keyword of node.keywords) {
    const value = evaluate(machine, scope, keyword.value);
    if (keyword.arg !== null) keywords.set(keyword.arg, value);
    else keywordRest = union(keywordRest, consume(machine, value, keyword, 'values'));
  }
  return { positional, rest: rest2, keywords, keywordRest, node };
}
function allArguments(given) {
  return union(
    given.receiver ?? NOTHING,
    ...given.positional,
    given.rest ?? NOTHING,
    ...(given.keywords?.values() ?? []),
    given.keywordRest ?? NOTHING,
  );
}
function callObject(machine, object, given, node) {
  switch (object.kind) {
    case 'external':
      return callExternal(machine, object, given, node);
    case 'function':
      return callFunction(machine, object, given, node);
    case 'class':
      return instantiate(machine, object, given, node);
    case 'bound':
      return callBound(machine, object, given, node);
    case 'instance':
      return callDunders(machine, object, ['__call__'], given.positional, node, given);
    case 'scalar':
      return scalar(machine, null);
    default:
      return callLibraryMethod(machine, object, '__call__', { ...given, receiver: one(object) }, node);
  }
}
function callBound(machine, object, given, node) {
  const { bound } = object;
  if (bound === void 0) return callUnknown(machine, one(object), given, node, 'the method is not known');
  const withReceiver = { ...given, receiver: bound.receiver };
  if (bound.callee.size > 0) {
    return union(...[...bound.callee].map((callee) => callObject(machine, callee, withReceiver, node)));
  }
  return union(
    ...[...compact(bound.receiver)].map((receiver) =>
      callMethod(machine, receiver, bound.method, withReceiver, node),
    ),
  );
}
function callMethod(machine, receiver, name, given, node) {
  const single = { ...given, receiver: one(receiver) };
  if (isContainer(receiver)) {
    const result2 = callContainerMethod(machine, receiver, name, single, node);
    if (result2 !== null) return result2;
  }
  const result = callLibraryMethod(machine, receiver, name, single, node);
  if (name === 'close' && receiver.file && machine.conditional === 0) receiver.closed = true;
  return result;
}

// packages/core/src/dataflow/classes.ts
function createClass(machine, scope, node) {
  const bases = union(...node.bases.map((base) => evaluate(machine, scope, base)));
  const keywords = node.keywords.map((keyword) => evaluate(machine, scope, keyword.value));
  const body2 = createScope('class', scope);
  execute(machine, body2, node.body);
  const metaclasses = metaclassesOf(bases, node.keywords, keywords);
  const decorated = node.decorator_list.length > 0;
  const classInfo = { name: node.name, node, bases, metaclasses, decorated };
  const made = allocate(machine, node, 'class', null, { classInfo });
  for (const [name, binding] of body2.environment.bindings) {
    addToField(machine, made, name, binding.value);
    for (const member of binding.value) if (member.code) member.code.owner ??= made;
  }
  for (const base of bases) {
    readState(machine, base);
    const hook = classMember(machine, base, '__init_subclass__', node) ?? NOTHING;
    for (const method of hook)
      if (method.code) callFunction(machine, method, { receiver: one(made), positional: keywords }, node);
  }
  for (const metaclass of metaclasses) {
    if (metaclass.kind !== 'class') continue;
    const given = union(one(made), one(metaclass), ...keywords);
    callDunders(machine, metaclass, ['__prepare__', '__new__', '__init__'], [given], node);
  }
  for (const metaclass of keywords)
    changeDeep(machine, new Set([...metaclass].filter((object) => object.kind !== 'external')));
  return one(made);
}
function metaclassesOf(bases, keywords, values) {
  const own2 = values.filter((_, at) => keywords[at]?.arg === 'metaclass');
  const inherited = [...bases].map((base) => base.classInfo?.metaclasses ?? NOTHING);
  return union(...own2, ...inherited);
}
function classMember(machine, owner, name, node) {
  readState(machine, owner);
  const own2 = fieldOf(owner, name);
  if (own2.size > 0) return own2;
  let found = null;
  for (const base of owner.classInfo?.bases ?? NOTHING) {
    if (base.kind !== 'class' || base === owner) continue;
    const inherited = classMember(machine, base, name, node);
    if (inherited !== null) found = union(found ?? NOTHING, inherited);
  }
  return found;
}
function instanceMember(machine, object, name, node) {
  readState(machine, object);
  if (name === '__dict__') return one(object);
  const own2 = union(fieldOf(object, name), fieldOf(object, ELEMENTS));
  const found = [own2];
  let known = own2.size > 0;
  for (const owner of object.instanceOf ?? NOTHING) {
    const members = classMember(machine, owner, name, node);
    if (members !== null) known = true;
    found.push(...[...(members ?? NOTHING)].map((member) => bindMember(machine, object, member, name, node)));
    const hooks = union(
      classMember(machine, owner, '__getattr__', node) ?? NOTHING,
      classMember(machine, owner, '__getattribute__', node) ?? NOTHING,
    );
    for (const hook of hooks) {
      if (!hook.code) continue;
      known = true;
      found.push(callFunction(machine, hook, { receiver: one(object), positional: [NOTHING] }, node));
    }
  }
  if (!known) found.push(inheritedFromLibrary(machine, object, name, node));
  return union(...found);
}
function memberOfClass(machine, owner, name, node) {
  const members = classMember(machine, owner, name, node);
  if (members === null) return memberOfMetaclass(machine, owner, name, node);
  return union(
    ...[...members].map((member) =>
      member.code?.decorator === 'class' || member.kind === 'instance'
        ? bindMember(machine, owner, member, name, node)
        : one(member),
    ),
  );
}
function memberOfMetaclass(machine, owner, name, node) {
  let found = null;
  for (const metaclass of owner.classInfo?.metaclasses ?? NOTHING) {
    if (metaclass.kind !== 'class') continue;
    const members = classMember(machine, metaclass, name, node);
    for (const member of members ?? NOTHING)
      found = union(found ?? NOTHING, bindMember(machine, owner, member, name, node));
  }
  return found;
}
function inheritedFromLibrary(machine, object, name, node) {
  const bound = { receiver: one(object), method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}
function bindMember(machine, object, member, name, node) {
  if (member.kind === 'instance') {
    const got = callDunders(machine, member, ['__get__'], [one(object), NOTHING], node);
    return union(one(member), got);
  }
  if (member.kind !== 'function')
    return member.kind === 'opaque'
      ? union(one(member), wrapped(machine, object, member, name, node))
      : one(member);
  if (member.code?.decorator === 'property') {
    return callFunction(machine, member, { receiver: one(object), positional: [] }, node);
  }
  if (member.code?.decorator === 'cached property') {
    const value = callFunction(machine, member, { receiver: one(object), positional: [] }, node);
    changeState(machine, object);
    addToField(machine, object, name, value);
    return value;
  }
  if (member.code?.decorator === 'static') return one(member);
  const takesClass = member.code?.decorator === 'class' && object.kind !== 'class';
  const receiver = takesClass ? (object.instanceOf ?? NOTHING) : one(object);
  const bound = { receiver, method: name, callee: one(member) };
  return one(allocate(machine, node, 'bound', null, { bound }, member));
}
function wrapped(machine, object, member, name, node) {
  const bound = { receiver: one(object), method: name, callee: one(member) };
  const results = callValue(machine, one(member), { receiver: one(object), positional: [one(object)] }, node);
  return union(one(allocate(machine, node, 'bound', null, { bound }, member)), results);
}
function superMember(machine, object, name, node) {
  const receiver = object.bound?.receiver ?? NOTHING;
  let found = NOTHING;
  for (const owner of object.instanceOf ?? NOTHING) {
    for (const base of owner.classInfo?.bases ?? NOTHING) {
      const members = classMember(machine, base, name, node) ?? NOTHING;
      for (const self of receiver)
        for (const member of members) found = union(found, bindMember(machine, self, member, name, node));
    }
  }
  if (found.size > 0) return found;
  const bound = { receiver, method: name, callee: NOTHING };
  return one(allocate(machine, node, 'bound', null, { bound }, object));
}
function instantiate(machine, owner, given, node) {
  const made = allocate(machine, node, 'instance', null, { instanceOf: one(owner) });
  const everything = union(
    ...given.positional,
    given.rest ?? NOTHING,
    ...(given.keywords?.values() ?? []),
    given.keywordRest ?? NOTHING,
  );
  let results = one(made);
  for (const metaclass of owner.classInfo?.metaclasses ?? NOTHING) {
    for (const method of classMember(machine, metaclass, '__call__', node) ?? NOTHING) {
      if (!method.code || isRunning(machine, method.code.node)) continue;
      results = union(results, callFunction(machine, method, { ...given, receiver: one(owner) }, node));
    }
  }
  let initialised = false;
  for (const name of ['__new__', '__init__', '__post_init__']) {
    for (const method of classMember(machine, owner, name, node) ?? NOTHING) {
      if (!method.code) continue;
      const receiver = name === '__new__' ? one(owner) : one(made);
      const result = callFunction(
        machine,
        method,
        { ...(name === '__post_init__' ? { positional: [] } : given), receiver },
        node,
      );
      if (name === '__new__') results = union(results, result);
      if (name === '__init__') initialised = true;
    }
  }
  if (!initialised || owner.classInfo?.decorated) storeFields(machine, owner, made, given, everything);
  if (hasLibraryBase(owner)) addToField(machine, made, ELEMENTS, everything);
  if (hasFinalizer(machine, made, node)) {
    expectFinalizers(machine);
    callDunders(machine, made, ['__del__'], [], node);
  }
  return results;
}
function storeFields(machine, owner, made, given, everything) {
  for (const [name, value] of given.keywords ?? []) addToField(machine, made, name, value);
  if (given.positional.length > 0 || given.rest || given.keywordRest)
    addToField(machine, made, ELEMENTS, everything);
  for (const [name, value] of owner.fields) {
    if ([...value].some((member) => member.code)) continue;
    addToField(machine, made, name, value);
    const factories = new Set([...value].filter(({ kind, type }) => kind === 'opaque' || type === null));
    if (factories.size > 0) addToField(machine, made, name, callReachable(machine, factories, [], owner));
  }
}
function hasLibraryBase(owner) {
  for (const base of owner.classInfo?.bases ?? NOTHING) {
    if (base.kind !== 'class' && base.type !== 'builtins.object') return true;
    if (base.kind === 'class' && base !== owner && hasLibraryBase(base)) return true;
  }
  return false;
}
function callDunders(machine, object, names, positional, node, given) {
  let result = NOTHING;
  machine.conditional += 1;
  const owners =
    object.kind === 'class'
      ? union(one(object), classesIn(object.classInfo?.metaclasses ?? NOTHING))
      : (object.instanceOf ?? NOTHING);
  for (const owner of owners) {
    for (const name of names) {
      for (const method of classMember(machine, owner, name, node) ?? NOTHING) {
        result = union(result, callHook(machine, method, object, positional, node, given));
      }
    }
    if (hasLibraryBase(owner)) {
      changeState(machine, object);
      result = union(result, fieldOf(object, ELEMENTS));
    }
  }
  machine.conditional -= 1;
  return result;
}
function classesIn(value) {
  return new Set([...value].filter((object) => object.kind === 'class'));
}
function isRunning(machine, node) {
  return machine.calls.some((call2) => call2.node === node);
}
function callHook(machine, method, object, positional, node, given) {
  if (given) return callValue(machine, one(method), { ...given, receiver: one(object) }, node);
  return handOver(machine, method, union(one(object), ...positional), (values) =>
    callValue(machine, one(method), { receiver: one(object), positional: [], rest: values }, node),
  );
}
function methodsOf(object) {
  const owners = [...(object.instanceOf ?? NOTHING)];
  const seen = new Set(owners);
  const methods = [];
  for (let owner = owners.pop(); owner !== void 0; owner = owners.pop()) {
    for (const members of owner.fields.values())
      methods.push(...[...members].filter((member) => member.code));
    for (const base of owner.classInfo?.bases ?? NOTHING) {
      if (base.kind !== 'class' || seen.has(base)) continue;
      seen.add(base);
      owners.push(base);
    }
  }
  return methods;
}
function createSuper(machine, owner, receiver, node) {
  if (owner === null) return one(external(machine, 'builtins.object'));
  const bound = { receiver, method: '', callee: NOTHING };
  return one(allocate(machine, node, 'bound', 'super', { bound, instanceOf: one(owner) }));
}

// packages/core/src/dataflow/finalizers.ts
function expectFinalizers(machine) {
  machine.dropped ??= NOTHING;
}
var WEAK_REFERENCES = 'weak references';
function noteWeakReferences(machine, made) {
  expectFinalizers(machine);
  attach(machine, WEAK_REFERENCES, made, false);
}
function dropValue(machine, value) {
  if (machine.dropped !== null) machine.dropped = union(machine.dropped, value);
}
function finalize(machine, node) {
  if (machine.dropped === null) return;
  const candidates = union(machine.dropped, new Set(machine.step.mutated.keys()));
  if (machine.dropped.size > 0)
    for (const reference of attached(machine, WEAK_REFERENCES)) changeState(machine, reference);
  machine.dropped = NOTHING;
  for (const object of reachable(candidates)) {
    if (object.file && object.closed !== true) touchFile(machine, object.file.path, 'change');
    if (hasFinalizer(machine, object, node)) callDunders(machine, object, ['__del__'], [], node);
  }
}
function hasFinalizer(machine, object, node) {
  for (const owner of object.instanceOf ?? NOTHING) {
    if (owner.kind === 'class' && classMember(machine, owner, '__del__', node) !== null) return true;
  }
  return false;
}

// packages/core/src/dataflow/scopes.ts
function readName(machine, scope, name) {
  for (let at = scope; at !== null; at = at.parent) {
    if (at.kind === 'module') break;
    if (at.kind === 'class' && at !== scope) continue;
    if (at.globals.has(name)) break;
    const binding = lookup(at.environment, name);
    if (binding === void 0) continue;
    if (at !== scope && at.cells) readState(machine, at.cells);
    if (binding.unbound === 'no') return binding.value;
    return at.kind === 'class' ? union(binding.value, readModuleName(machine, name)) : binding.value;
  }
  return readModuleName(machine, name);
}
function readModuleName(machine, name) {
  const binding = lookup(machine.moduleScope.environment, name);
  const { step } = machine;
  if (binding && binding.unbound !== 'deleted') {
    step.reads.add(name);
    if (machine.calls.length === 0) step.mentions.add(name);
    need(machine, binding.version, 'data', name);
    if (binding.unbound === 'no') return binding.value;
  }
  if (machine.wild) need(machine, machine.wild, 'barrier', name);
  const builtin = machine.libraries.member(`builtins.${name}`);
  if (builtin)
    return union(binding?.value ?? NOTHING, /* @__PURE__ */ new Set([external(machine, `builtins.${name}`)]));
  if (binding && binding.unbound === 'maybe') return binding.value;
  if (name.startsWith('__')) return scalar(machine, 'builtins.str');
  const kept2 = readHistory(machine, name);
  if (kept2 !== null) return kept2;
  if (!machine.wild) {
    if (binding) need(machine, binding.version, 'data', name);
    step.undefinedNames.add(name);
    step.reads.add(name);
    if (machine.calls.length === 0) step.mentions.add(name);
  }
  if (machine.wild) machine.wildNames.add(name);
  return /* @__PURE__ */ new Set([external(machine, `?.${name}`)]);
}
function readHistory(machine, name) {
  if (/^(In|_i{1,3}|_i\d+)$/.test(name)) return scalar(machine, 'builtins.str');
  if (name !== 'Out') return null;
  const shown = [...allBindings(machine).keys()].filter((key2) => /^_\d+$/.test(key2));
  const all = allocate(machine, machine.step, 'data', 'builtins.dict');
  for (const key2 of shown) addToField(machine, all, key2.slice(1), readModuleName(machine, key2));
  return /* @__PURE__ */ new Set([all]);
}
function bindName(machine, scope, name, value, kind = 'value') {
  const owner = ownerOf(scope, name);
  if (owner.kind === 'module') {
    bindModuleName(machine, name, value, kind, scope === owner || scope.kind === 'comprehension');
    return;
  }
  if (owner !== scope && owner.kind === 'function') changeCells(machine, owner);
  const before = lookup(owner.environment, name);
  const kept2 = owner === scope || scope.kind === 'comprehension' ? NOTHING : (before?.value ?? NOTHING);
  const after = union(kept2, value);
  if (before === void 0 || !sameMembers(before.value, after)) {
    machine.localEpoch += 1;
    if (owner !== scope) machine.epoch += 1;
  }
  noteBinding(machine, owner, name, after);
  owner.environment.bindings.set(name, {
    value: after,
    version: null,
    unbound: kind === 'delete' ? 'deleted' : 'no',
  });
}
function bindPerhaps(machine, scope, name, value) {
  const owner = ownerOf(scope, name);
  if (owner.kind === 'module') bindModuleName(machine, name, value, 'value', false);
  else bindName(machine, scope, name, union(lookup(owner.environment, name)?.value ?? NOTHING, value));
}
function rebindPerhaps(machine, scope, name, value) {
  for (let at = scope; at !== null && at.kind !== 'module'; at = at.parent) {
    if (at.kind !== 'function' || !lookup(at.environment, name)) continue;
    changeCells(machine, at);
    bindPerhaps(machine, at, name, value);
    return;
  }
  bindModuleName(machine, name, value, 'value', false);
}
function ownerOf(scope, name) {
  if (scope.globals.has(name)) return moduleOf(scope);
  if (scope.nonlocals.has(name)) {
    for (let at = scope.parent; at !== null; at = at.parent) {
      if (at.kind === 'function' && lookup(at.environment, name)) return at;
    }
  }
  return scope;
}
function moduleOf(scope) {
  let at = scope;
  while (at.parent !== null) at = at.parent;
  return at;
}
function bindModuleName(machine, name, value, kind, direct) {
  const { environment } = machine.moduleScope;
  const before = lookup(environment, name);
  const { number: number2 } = machine.step.part;
  machine.step.binds.set(name, kind);
  if (before) dropValue(machine, before.value);
  const binding = direct
    ? { value, version: overwritten(number2), unbound: kind === 'delete' ? 'deleted' : 'no' }
    : {
        value: union(before?.value ?? NOTHING, value),
        version: updated(number2, [before?.version ?? null]),
        unbound: before ? before.unbound : 'maybe',
      };
  if (before?.value === void 0 || !sameMembers(before.value, binding.value)) machine.epoch += 1;
  noteBinding(machine, machine.moduleScope, name, binding.value);
  environment.bindings.set(name, binding);
}
function changeCells(machine, owner) {
  owner.cells ??= allocate(machine, owner, 'data', 'builtins.cell');
  changeState(machine, owner.cells);
}
function sameMembers(one2, other) {
  return one2.size === other.size && [...one2].every((object) => other.has(object));
}
function bindAnything(machine) {
  const { number: number2 } = machine.step.part;
  machine.step.indivisible = true;
  for (const [name, binding] of allBindings(machine)) {
    if (binding.version?.writer === number2 && binding.version.certainty === 'must') continue;
    machine.moduleScope.environment.bindings.set(name, {
      ...binding,
      version: updated(number2, [binding.version]),
    });
  }
  machine.wild = updated(number2, [machine.wild]);
}
function readEverything(machine) {
  for (const [name, binding] of allBindings(machine)) {
    machine.step.reads.add(name);
    need(machine, binding.version, 'barrier', name);
    readDeep(machine, binding.value);
  }
  for (const version of machine.resources.values()) need(machine, version, 'barrier', 'resources');
  if (machine.wild) need(machine, machine.wild, 'barrier', 'names');
}
function allBindings(machine) {
  const { environment } = machine.moduleScope;
  if (environment.outer === null) return environment.bindings;
  const found = /* @__PURE__ */ new Map();
  for (let at = environment; at !== null; at = at.outer) {
    for (const [name, binding] of at.bindings) if (!found.has(name)) found.set(name, binding);
  }
  return found;
}
function branch(machine, scope, body2) {
  machine.conditional += 1;
  const environment = inBranch(scope, body2);
  machine.conditional -= 1;
  return environment;
}
function join(machine, scope, branches) {
  const { part, first } = machine.step;
  joinBranches(scope, branches, { part: part.number, first });
}

// packages/core/src/dataflow/attempts.ts
function attempt(machine, scope, body2) {
  const outer = machine.attempt;
  const running2 = { scope, values: /* @__PURE__ */ new Map() };
  machine.attempt = running2;
  const done = branch(machine, scope, body2);
  machine.attempt = outer;
  const partial = { outer: scope.environment, bindings: /* @__PURE__ */ new Map() };
  for (const [name, value] of running2.values) {
    noteBinding(machine, scope, name, value);
    const before = lookup(scope.environment, name);
    partial.bindings.set(name, {
      value: union(before?.value ?? NOTHING, value),
      version: scope.kind === 'module' ? updated(machine.step.part.number, [before?.version ?? null]) : null,
      unbound: before?.unbound === 'no' ? 'no' : 'maybe',
    });
  }
  return { done, partial };
}
function noteBinding(machine, scope, name, value) {
  const running2 = machine.attempt;
  if (running2 === null || running2.scope !== scope) return;
  running2.values.set(name, union(running2.values.get(name) ?? NOTHING, value));
}

// packages/core/src/dataflow/sharing.ts
function relateNames(machine, changed) {
  const met = [];
  const touched = [];
  const pending = [];
  const alone = /* @__PURE__ */ new Map();
  let current = '';
  let isTouched = false;
  const meet = (object) => {
    if (isLeaf(object)) return;
    const { reachers } = object;
    if (object.metAmong !== met) {
      met.push(object);
      object.metAmong = met;
      object.reachers = current;
    } else if (reachers === null || typeof reachers === 'string') {
      if (reachers === null || reachers === current) return;
      object.reachers = extended(listOf2(reachers, alone), current);
    } else {
      if (reachers.name === current) return;
      object.reachers = extended(reachers, current);
    }
    if (changed.has(object)) isTouched = true;
    pushParts(object, pending);
  };
  allBindings(machine).forEach((binding, name) => {
    current = name;
    isTouched = false;
    if (binding.value.size === 1) binding.value.forEach(meet);
    else pushAll(binding.value, pending);
    for (let object = pending.pop(); object !== void 0; object = pending.pop()) meet(object);
    if (isTouched) touched.push(name);
  });
  return { touched, groups: groupsOf(met) };
}
function listOf2(name, alone) {
  const known = alone.get(name) ?? { name, before: null, after: null };
  alone.set(name, known);
  return known;
}
function isLeaf(object) {
  return !isMutable(object) && object.fields.size === 0;
}
function extended(reachers, name) {
  if (reachers.after?.name !== name) reachers.after = { name, before: reachers, after: null };
  return reachers.after;
}
function groupsOf(met) {
  const groups = /* @__PURE__ */ new Set();
  met.forEach(({ reachers, kind }) => {
    if (reachers === null || typeof reachers === 'string' || kind === 'function' || kind === 'class') return;
    if (kind !== 'scalar' && kind !== 'external') groups.add(reachers);
  });
  return [...groups].map(namesOf);
}
function namesOf(group) {
  const names = [];
  for (let at = group; at !== null; at = at.before) names.push(at.name);
  return names.reverse();
}

// packages/core/src/dataflow/snapshot.ts
function snapshotStep(machine, open3, raises, sharing) {
  const names = sharing ? relateNames(machine, new Set(open3.mutated.keys())) : { touched: [], groups: [] };
  return {
    id: open3.id,
    index: open3.index,
    cell: open3.cell,
    statement: open3.statement,
    binds: bindingsOf(machine, open3),
    reads: [...open3.reads],
    mentions: [...open3.mentions],
    mutates: names.touched,
    resourceReads: [...open3.resourceReads],
    resourceWrites: [...open3.resourceWrites],
    files: open3.files,
    sharing: names.groups,
    displays: open3.displays,
    raises,
    doubts: [...open3.doubts],
  };
}
function bindingsOf(machine, open3) {
  return [...open3.binds].map(([name, kind]) => {
    const binding = lookup(machine.moduleScope.environment, name);
    const type = typeOf(machine, binding?.value);
    const unstorable = binding !== void 0 && [...binding.value].some(isUnstorable);
    return {
      name,
      certainty: binding?.version?.certainty ?? 'must',
      kind,
      ...(type === null ? {} : { type }),
      ...(unstorable ? { unstorable } : {}),
    };
  });
}
function typeOf(machine, value) {
  const types = new Set(
    [...(value ?? [])].map((object) =>
      object.kind === 'scalar' || object.kind === 'data' || object.kind === 'opaque' ? object.type : null,
    ),
  );
  const [type] = types;
  if (type && machine.libraries.classSpec(type)?.oneOf) return null;
  return types.size === 1 && type ? { name: type.replace(/^builtins\./, '') } : null;
}
var UNSTORABLE =
  /^(_io\.|io\.(?!StringIO|BytesIO)|zipfile\.|tarfile\.|sqlite3\.|sqlalchemy\.|threading\.|socket\.|subprocess\.Popen|generator$|coroutine$|builtins\.dict_(keys|values|items)$|_csv\.|csv\.(reader|writer))/;
function isUnstorable(object) {
  if (object.kind === 'generator' || object.file !== void 0) return true;
  if (object.kind === 'function')
    return object.code?.name === '<lambda>' || object.code?.scope.kind === 'function';
  return object.type !== null && UNSTORABLE.test(object.type);
}

// packages/core/src/dataflow/graph.ts
function buildGraph(module, order, steps, open3, machine, divided) {
  const stepOf = open3.flatMap((step) => Array.from(step.parts, () => step.index));
  const edges = open3.flatMap((step) => edgesInto(step.index, needsOf(step, stepOf), steps));
  const final = machine === null ? {} : finalValues(machine, steps, stepOf);
  return {
    module,
    order,
    steps,
    edges,
    final,
    ...(divided && machine ? { parts: open3.flatMap((step) => partsOf(machine, step)) } : {}),
    undefinedNames: open3.flatMap((step) =>
      [...step.undefinedNames].map((name) => ({
        name,
        step: step.index,
        certainty: step.mentions.has(name) ? 'must' : 'may',
      })),
    ),
  };
}
function needsOf({ index, parts: parts2 }, stepOf) {
  const needs = /* @__PURE__ */ new Map();
  parts2.forEach((part) => {
    part.needs.forEach(({ kind, via, certainty, mixed }, writer) => {
      const from2 = stepOf[writer];
      if (from2 === void 0 || from2 === index) return;
      addNeed(needs, from2, kind, via, certainty);
      const known = needs.get(from2);
      if (mixed && known) needs.set(from2, { ...known, mixed });
    });
  });
  return needs;
}
function partsOf(machine, step) {
  const { index, parts: parts2, first } = step;
  const all = [...parts2.values()];
  const divided = isDivided(machine, step);
  return all.map(({ number: number2, node, parent, needs }) => ({
    step: index,
    node,
    needs: [
      ...needs.keys(),
      ...(parent ? [parent.number] : []),
      // Of what is not divided after all, every part needs the others.
      ...(divided ? [] : number2 === first ? all.slice(1).map((part) => part.number) : [first]),
    ],
  }));
}
function edgesInto(to2, needs, steps) {
  const edges = [];
  needs.forEach(({ kind, via, certainty, mixed }, from2) => {
    const reason = reasonFor(steps[from2], kind, via);
    edges.push({ from: from2, to: to2, kind, via, certainty, ...(mixed ? { mixed } : {}), reason });
  });
  return edges.sort((one2, other) => one2.from - other.from);
}
function reasonFor(step, kind, via) {
  if (step === void 0) return `it comes before`;
  const place = `cell ${step.cell}`;
  switch (kind) {
    case 'data':
      return `${place} binds \`${via}\``;
    case 'mutation':
      return `${place} changes an object (${via}) that is read later`;
    case 'alias':
      return `${place} makes \`${via}\` another name for an object that is read later`;
    case 'resource':
      return `${place} changes ${via}, which is read later`;
    case 'control':
      return `${place} decides whether this runs`;
    case 'barrier':
      return `${place} may bind or change any name`;
  }
}
function finalValues(machine, steps, stepOf) {
  const found = {};
  const bindings = allBindings(machine);
  const wild = [...machine.wildNames].filter((name) => !bindings.has(name));
  for (const name of [...bindings.keys(), ...wild].sort()) {
    const binding = bindings.get(name);
    if (binding?.unbound === 'deleted') continue;
    const end = endStep(machine, steps.length);
    machine.step = end;
    if (binding) {
      need(machine, binding.version, 'data', name);
      readFinal(machine, binding.value);
    } else readEverything(machine);
    const type = typeOf(machine, binding?.value);
    found[name] = {
      certainty: binding?.unbound === 'no' ? 'must' : 'may',
      boundBy: stepOf[(binding ? binding.version : machine.wild)?.writer ?? 0] ?? 0,
      needs: edgesInto(steps.length, needsOf(end, stepOf), steps).map(({ to: _, ...edge }) => edge),
      parts: [...end.part.needs.keys()],
      reads: [...end.reads],
      ...(type === null ? {} : { type }),
      ...([...(binding?.value ?? [])].some(isUnstorable) ? { unstorable: true } : {}),
    };
  }
  return found;
}
function endStep(machine, index) {
  const { node } = machine.step.part;
  const part = { number: Number.POSITIVE_INFINITY, node, parent: null, needs: /* @__PURE__ */ new Map() };
  return {
    ...machine.step,
    index,
    parts: /* @__PURE__ */ new Map([[node, part]]),
    part,
    reads: /* @__PURE__ */ new Set(),
    mentions: /* @__PURE__ */ new Set(),
    mutated: /* @__PURE__ */ new Map(),
    stored: /* @__PURE__ */ new Set(),
    doubts: /* @__PURE__ */ new Set(),
    undefinedNames: /* @__PURE__ */ new Set(),
  };
}
function readFinal(machine, value) {
  const seen = /* @__PURE__ */ new Set();
  const pending = [value];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    for (const object of reachable(next)) {
      if (seen.has(object)) continue;
      seen.add(object);
      readState(machine, object);
      const definition = object.code?.node ?? object.classInfo?.node;
      if (definition) pending.push(...freeValues(machine, definition));
    }
  }
}
function freeValues(machine, definition) {
  const found = [];
  for (const name of outerNames(definition).read) {
    const binding = lookup(machine.moduleScope.environment, name);
    if (binding && binding.unbound !== 'deleted') found.push(readModuleName(machine, name));
  }
  return found;
}

// packages/core/src/dataflow/history.ts
var HISTORY = /^(_{1,3}|_\d+|Out)$/;
function historyNames(module) {
  const found = /* @__PURE__ */ new Set();
  const visit2 = (node) => {
    if (node.type === 'Name' && HISTORY.test(node.id)) found.add(node.id);
    for (const child2 of childNodes(node)) visit2(child2);
  };
  for (const { cell, statements } of module.cells) {
    if (!/\b_\d*\b|\b__\b|\b___\b|\bOut\b/.test(cell.python.text)) continue;
    for (const { node } of statements) visit2(node);
  }
  return found;
}
function isQuiet({ cell }, { node }) {
  return /^\s*;/.test(cell.python.text.slice(node.end));
}
function recordDisplay(machine, cell, statement3, expression2, number2) {
  const value = evaluate(machine, machine.moduleScope, expression2);
  if (isQuiet(cell, statement3) || isNone(value)) return;
  const { environment } = machine.moduleScope;
  bindModuleName(machine, `_${number2}`, value, 'value', true);
  const current = lookup(environment, '_')?.version?.writer;
  if (current !== void 0 && !machine.shown.has(current)) return;
  machine.shown.add(machine.step.part.number);
  const sure = isSomething(value);
  for (const [name, older] of [
    ['___', '__'],
    ['__', '_'],
  ]) {
    const binding = lookup(environment, older);
    if (binding) environment.bindings.set(name, binding);
  }
  bindModuleName(machine, '_', value, 'value', sure);
}
function isNone(value) {
  return (
    value.size > 0 &&
    [...value].every((object) => object.kind === 'scalar' && object.type === 'builtins.NoneType')
  );
}
function isSomething(value) {
  return [...value].every((object) => object.type !== null && object.type !== 'builtins.NoneType');
}

// packages/core/src/dataflow/history-text.ts
function mayUseHistory(text) {
  return /\b(Out|In|_i+\d*)\b/.test(text);
}
function withoutHistory(text, node, base, history) {
  if (!mayUseHistory(text)) return text;
  const edits = [];
  const visit2 = (at) => {
    const written = replacement(at, history);
    if (written === null) for (const child2 of childNodes(at)) visit2(child2);
    else edits.push({ span: { start: at.start - base, end: at.end - base }, text: written });
  };
  visit2(node);
  return applyEdits(text, edits);
}
function usesOut(node) {
  if (node.type === 'Name') return node.id === 'Out';
  if (node.type === 'Subscript' && node.slice.type === 'Constant' && node.slice.kind === 'int') {
    return node.value.type !== 'Name' && usesOut(node.value);
  }
  return childNodes(node).some(usesOut);
}
function replacement(node, history) {
  if (node.type === 'Name') {
    const number2 = /^_i(\d+)$/.exec(node.id)?.[1];
    return number2 === void 0 ? null : sourceText(Number(number2), history);
  }
  if (node.type !== 'Subscript' || node.value.type !== 'Name') return null;
  if (node.slice.type !== 'Constant' || node.slice.kind !== 'int') return null;
  if (node.value.id === 'Out') return `_${node.slice.text}`;
  return node.value.id === 'In' ? sourceText(Number(node.slice.text), history) : null;
}
function sourceText(number2, history) {
  const source = history.source(number2);
  return source === void 0 ? null : pythonString(source);
}

// packages/core/src/dataflow/order.ts
function executedCells(module) {
  return module.cells
    .filter(({ cell }) => cell.executionCount !== null)
    .sort((one2, other) => Number(one2.cell.executionCount) - Number(other.cell.executionCount));
}
function stopOf({ cell, statements }) {
  const error = cell.outputs.find((output) => output.kind === 'error');
  if (error === void 0) return cell.tags.includes('raises-exception') ? { kind: 'somewhere' } : null;
  const line = errorLine(error.text ?? '');
  if (line === null) return statements.length === 1 ? { kind: 'at', statement: 0 } : { kind: 'somewhere' };
  const starts = statements.map(({ node }) => lineOf(cell.python.text, node.start));
  const at = starts.filter((start2) => start2 <= line).length - 1;
  return { kind: 'at', statement: Math.max(at, 0) };
}
function shownLine(traceback) {
  const [, number2, text] = /^-+>[ \t]*(\d+)[ \t]?(.*)$/m.exec(traceback) ?? [];
  return number2 === void 0 ? null : { number: Number(number2), text: text?.trim() ?? '' };
}
function errorLine(traceback) {
  const shown = shownLine(traceback);
  if (shown !== null) return shown.number;
  const found = /<ipython-input[^>]*> in .*?\n.*?line (\d+)|Cell In\[\d+\], line (\d+)/.exec(traceback);
  const text = found?.[1] ?? found?.[2];
  return text === void 0 ? null : Number(text);
}
function lineOf(text, offset) {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
function cellNumbers(module) {
  const numbers = /* @__PURE__ */ new Map();
  let place = 0;
  for (const { cell } of module.cells) {
    if (cell.source.trim() === '') continue;
    place += 1;
    numbers.set(cell.key, cell.executionCount ?? place);
  }
  return numbers;
}

// packages/core/src/dataflow/recorded-types.ts
function takeTypes(machine, node, seen) {
  const { environment } = machine.moduleScope;
  for (const name of machine.step.binds.keys()) {
    const type = seen[name] && qualified(seen[name].type.name);
    const binding = lookup(environment, name);
    if (type === void 0 || binding === void 0 || !isUnknown2(binding)) continue;
    const value = typed(machine, node, name, type, binding.value);
    if (value !== null) environment.bindings.set(name, { ...binding, value });
  }
}
function isUnknown2({ value }) {
  return value.size > 0 && [...value].every((object) => object.kind === 'opaque' && object.type === null);
}
function typed(machine, node, name, type, value) {
  if (machine.libraries.isImmutable(type)) return scalar(machine, type);
  if (machine.libraries.classSpec(type) === void 0 || CONTAINERS2.test(type)) return null;
  const made = allocate(machine, node, 'opaque', type, {}, `recorded ${name}`);
  addToField(machine, made, ELEMENTS, value);
  return one(made);
}
var CONTAINERS2 = /^(builtins|collections)\./;
function qualified(name) {
  return name.includes('.') ? name : `builtins.${name}`;
}

// packages/core/src/dataflow/straight.ts
var CODE = /* @__PURE__ */ new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);
var BRANCHES = /* @__PURE__ */ new Set(['If', 'While', 'Try', 'TryStar', 'Match', 'Break', 'Continue']);
function hasBranch(node) {
  return someNode(
    node,
    (inner2) => BRANCHES.has(inner2.type) || guardedParts(inner2).some((part) => someNode(part, isCall)),
  );
}
function guardedParts(node) {
  switch (node.type) {
    case 'IfExp':
      return [node.body, node.orelse];
    case 'BoolOp':
      return node.values.slice(1);
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.elt] : [];
    case 'DictComp':
      return node.generators.some(({ ifs }) => ifs.length > 0) ? [node.key, node.value] : [];
    default:
      return [];
  }
}
function isCall(node) {
  return node.type === 'Call' || node.type === 'Await' || node.type === 'NamedExpr';
}
function holdsBranches(node) {
  return someNode(node, (inner2) => CODE.has(inner2.type) && hasBranch(inner2));
}
function isStraight({ statement: statement3, reads, mentions }, branching) {
  if (hasBranch(statement3.node) || someNode(statement3.node, runsText)) return false;
  return ![...reads, ...mentions].some((name) => branching.has(name));
}
function runsText(node) {
  return node.type === 'Call' && node.func.type === 'Name' && /^(eval|exec|input)$/.test(node.func.id);
}
function someNode(node, isSuch) {
  return isSuch(node) || childNodes(node).some((child2) => someNode(child2, isSuch));
}

// packages/core/src/dataflow/unchanged.ts
function findUnseen(machine, seen) {
  const unchanged = new Set(seen.unchanged);
  const start2 = [];
  for (const [name, { value }] of machine.moduleScope.environment.bindings) {
    if (!unchanged.has(name)) start2.push(...value);
    else for (const object of reachable(value)) if (isCode(object)) pushParts(object, start2);
  }
  for (const value of machine.resourceObjects.values()) start2.push(...value);
  for (const module of machine.externals.values())
    for (const field of module.fields.values()) start2.push(...field);
  return reachable(new Set(start2));
}
function isCode({ kind }) {
  return kind === 'function' || kind === 'class' || kind === 'generator' || kind === 'bound';
}
function takeBackFears(machine, seen, unseen) {
  const { mutated, stored, first } = machine.step;
  const looked2 = namedAlone(machine, seen);
  for (const [object, before] of mutated) {
    const isFear = before !== null && before.writer < first && !stored.has(object);
    if (isFear && (looked2.has(object) || !unseen.has(object))) object.version = before;
  }
}
function namedAlone(machine, { unchanged = [] }) {
  const found = /* @__PURE__ */ new Set();
  for (const name of unchanged) {
    const binding = machine.moduleScope.environment.bindings.get(name);
    const [object, ...others] = binding?.value ?? [];
    if (object === void 0 || others.length > 0 || binding?.unbound !== 'no') continue;
    if (object.single && (object.kind === 'data' || object.kind === 'instance')) found.add(object);
  }
  return found;
}

// packages/core/src/dataflow/analyze.ts
function analyze(module, options) {
  const order = options.order ?? 'top-to-bottom';
  const cells = order === 'executed' ? executedCells(module) : module.cells;
  const steps = [];
  const open3 = [];
  let parts2 = 0;
  const history = historyNames(module);
  const numbers = cellNumbers(module);
  const recorded = new Map(options.record?.steps.map((seen) => [seen.id, seen]));
  const branching = /* @__PURE__ */ new Set();
  let machine = null;
  for (const cell of cells) {
    const stop = stopOf(cell);
    const statements = stop?.kind === 'at' ? cell.statements.slice(0, stop.statement + 1) : cell.statements;
    const first = open3.length;
    statements.forEach((statement3, at) => {
      const last = at === statements.length - 1;
      const divided = options.parts === true && stop === null && !mayUseHistory(cell.cell.python.text);
      const step = openStep(
        open3.length,
        cell,
        statement3,
        last,
        findParts(statement3.node, parts2, divided),
      );
      parts2 += step.parts.size;
      const ready = beginStep(machine, options.libraries, step);
      machine = ready;
      if (stop?.kind === 'somewhere')
        for (let before = first; before < step.index; before++) needControl(step, open3[before]);
      const raises = stop !== null && (stop.kind === 'somewhere' || last);
      const number2 = history.size > 0 && step.displays ? numbers.get(cell.cell.key) : void 0;
      const interpret = () => interpretStep(ready, cell, statement3, raises, number2);
      const seen = recorded.get(statement3.id);
      if (seen) interpretSeen(ready, seen, options.believe, branching, interpret);
      else interpret();
      open3.push(step);
      steps.push(snapshotStep(ready, step, raises, options.sharing ?? false));
    });
  }
  return buildGraph(module, order, steps, open3, machine, options.parts ?? false);
}
function interpretSeen(machine, seen, believe, branching, interpret) {
  const { step } = machine;
  const { node } = step.statement;
  const hasLooked = believe !== void 0 && seen.error === void 0 && (seen.unchanged ?? []).length > 0;
  const unseen = hasLooked ? findUnseen(machine, seen) : null;
  interpret();
  takeTypes(machine, node, seen.values);
  if (holdsBranches(node)) for (const name of step.binds.keys()) branching.add(name);
  const isBelieved = believe === 'replay' || isStraight(step, branching);
  if (unseen && isBelieved) takeBackFears(machine, seen, unseen);
}
function beginStep(machine, libraries3, step) {
  const ready = machine ?? createMachine(libraries3, step);
  ready.step = step;
  ready.sites.clear();
  ready.derived.clear();
  ready.handed.clear();
  ready.surrendered.clear();
  ready.raised = NOTHING;
  ready.work = 0;
  return ready;
}
function needControl(step, before) {
  if (before)
    step.part.needs.set(before.first, { kind: 'control', via: 'raise', certainty: 'may', mixed: false });
}
function interpretStep(machine, cell, statement3, raises, number2) {
  const { moduleScope } = machine;
  const { node } = statement3;
  const run2 = () => {
    if (number2 !== void 0 && node.type === 'Expr')
      recordDisplay(machine, cell, statement3, node.value, number2);
    else execute(machine, moduleScope, [node]);
    finalize(machine, node);
  };
  if (!raises) {
    run2();
    return;
  }
  const { done, partial } = attempt(machine, moduleScope, run2);
  join(machine, moduleScope, [done, partial]);
}
function openStep(index, cell, statement3, last, parts2) {
  const [root2] = parts2;
  return {
    index,
    id: statement3.id,
    cell: cell.cell.index,
    statement: statement3,
    parts: new Map(parts2.map((part) => [part.node, part])),
    first: root2.number,
    part: root2,
    indivisible: false,
    reads: /* @__PURE__ */ new Set(),
    mentions: /* @__PURE__ */ new Set(),
    binds: /* @__PURE__ */ new Map(),
    mutated: /* @__PURE__ */ new Map(),
    stored: /* @__PURE__ */ new Set(),
    resourceReads: /* @__PURE__ */ new Set(),
    resourceWrites: /* @__PURE__ */ new Set(),
    files: [],
    undefinedNames: /* @__PURE__ */ new Set(),
    doubts: /* @__PURE__ */ new Set(),
    displays: last && statement3.node.type === 'Expr',
  };
}

// packages/core/src/dataflow/slice-parts.ts
function keptParts(graph, parts2, criterion) {
  const { needs, ofStep } = needsOf2(graph, parts2);
  const kept2 = /* @__PURE__ */ new Set();
  const pending = [];
  const take = (number2) => {
    if (kept2.has(number2)) return;
    kept2.add(number2);
    pending.push(number2);
  };
  for (const step of criterion.steps ?? []) ofStep[step]?.forEach(take);
  for (const name of criterion.names ?? []) {
    const final = graph.final[name];
    if (final === void 0) continue;
    const from2 = new Set(final.needs.map((edge) => edge.from));
    for (const step of from2) {
      const known = final.parts.filter((number2) => parts2[number2]?.step === step);
      (known.length > 0 ? known : ofStep[step])?.forEach(take);
    }
  }
  for (let number2 = pending.pop(); number2 !== void 0; number2 = pending.pop())
    needs[number2]?.forEach(take);
  return kept2;
}
var needsOfGraphs = /* @__PURE__ */ new WeakMap();
function needsOf2(graph, parts2) {
  const found = needsOfGraphs.get(graph);
  if (found !== void 0) return found;
  const ofStep = graph.steps.map(() => []);
  parts2.forEach(({ step }, number2) => {
    ofStep[step]?.push(number2);
  });
  const key2 = (from2, to2) => to2 * graph.steps.length + from2;
  const edges = new Set(graph.edges.map(({ from: from2, to: to2 }) => key2(from2, to2)));
  const known = /* @__PURE__ */ new Set();
  const needs = parts2.map((part) =>
    part.needs.filter((writer) => {
      const from2 = parts2[writer]?.step ?? -1;
      const edge = key2(from2, part.step);
      known.add(edge);
      return from2 === part.step || edges.has(edge);
    }),
  );
  for (const { from: from2, to: to2 } of graph.edges) {
    if (!known.has(key2(from2, to2)))
      for (const part of ofStep[to2] ?? []) needs[part]?.push(...(ofStep[from2] ?? []));
  }
  const made = { needs, ofStep };
  needsOfGraphs.set(graph, made);
  return made;
}

// packages/core/src/dataflow/slice.ts
function sliceFor(graph, criterion) {
  const kept2 = graph.parts === void 0 ? null : keptParts(graph, graph.parts, criterion);
  const needed = kept2 && new Set([...kept2].flatMap((number2) => graph.parts?.[number2]?.step ?? []));
  const because = {};
  const pending = [];
  const take = (step, edge) => {
    if (step in because || needed?.has(step) === false) return;
    because[step] = edge;
    pending.push(step);
  };
  for (const step of criterion.steps ?? []) take(step, null);
  const end = graph.steps.length;
  for (const name of criterion.names ?? []) {
    const final = graph.final[name];
    if (final) for (const edge of final.needs) take(edge.from, { ...edge, to: end });
  }
  const incoming = edgesByTarget(graph);
  for (let step = pending.pop(); step !== void 0; step = pending.pop()) {
    for (const edge of incoming[step] ?? []) take(edge.from, edge);
  }
  const steps = Object.keys(because)
    .map(Number)
    .sort((one2, other) => one2 - other);
  return { steps, because, left: leftOut(graph, kept2, new Set(steps)) };
}
function leftOut(graph, kept2, steps) {
  const left = /* @__PURE__ */ new Set();
  if (kept2 === null) return left;
  graph.parts?.forEach(({ step, node }, number2) => {
    if (steps.has(step) && !kept2.has(number2)) left.add(node);
  });
  return left;
}
function edgesByTarget(graph) {
  const incoming = graph.steps.map(() => []);
  for (const edge of graph.edges) incoming[edge.to]?.push(edge);
  return incoming;
}

// packages/core/src/dataflow/step-cell.ts
var cellsOf = /* @__PURE__ */ new WeakMap();
function cellOf(graph, step) {
  const known = cellsOf.get(graph.module);
  if (known !== void 0) return known.get(step.cell);
  const cells = new Map(graph.module.cells.map(({ cell }) => [cell.index, cell]));
  cellsOf.set(graph.module, cells);
  return cells.get(step.cell);
}

// packages/core/src/dataflow/cut-parts.ts
function cutParts(text, node, base, left, strings) {
  const cuts = [];
  addCuts(text, node, base, left, cuts);
  if (cuts.length === 0) return { text, strings };
  cuts.sort((one2, other) => one2.start - other.start);
  let result = '';
  let at = 0;
  for (const { start: start2, end, by } of cuts) {
    result += text.slice(at, start2) + by;
    at = end;
  }
  const moved = (offset) =>
    cuts.reduce(
      (sum, { start: start2, end, by }) => (end <= offset ? sum + by.length - (end - start2) : sum),
      offset,
    );
  const kept2 = strings.filter(({ start: start2, end }) =>
    cuts.every((cut) => end <= cut.start || start2 >= cut.end),
  );
  return {
    text: result + text.slice(at),
    strings: kept2.map(({ start: start2, end }) => ({ start: moved(start2), end: moved(end) })),
  };
}
function addCuts(text, node, base, left, cuts) {
  if (node.type !== 'If' && node.type !== 'For' && node.type !== 'While') return;
  const start2 = (statement3) => startOf(text, statement3, base);
  const cutBlock = (block3, ifEmpty) => {
    const kept2 = block3.filter((statement3) => !left.has(statement3));
    if (kept2.length === 0) {
      cuts.push(ifEmpty);
      return;
    }
    block3.forEach((statement3, at) => {
      if (!left.has(statement3)) addCuts(text, statement3, base, left, cuts);
      else if (block3.slice(at).every((later) => left.has(later))) {
        const before = block3[at - 1];
        if (before && !left.has(before))
          cuts.push({ start: before.end - base, end: (block3.at(-1)?.end ?? 0) - base, by: '' });
      } else {
        const next = block3[at + 1];
        if (next) cuts.push({ start: start2(statement3), end: start2(next), by: '' });
      }
    });
  };
  const [first] = node.body;
  const last = node.body.at(-1);
  if (first === void 0 || last === void 0) return;
  const bodyEnd = last.end - base;
  cutBlock(node.body, { start: start2(first), end: bodyEnd, by: 'pass' });
  const end = (node.orelse.at(-1)?.end ?? 0) - base;
  if (node.orelse.length > 0) cutBlock(node.orelse, { start: bodyEnd, end, by: '' });
}
function startOf(text, statement3, base) {
  const [decorator] = 'decorator_list' in statement3 ? statement3.decorator_list : [];
  if (decorator === void 0) return statement3.start - base;
  return text.lastIndexOf('@', decorator.start - base);
}

// packages/core/src/dataflow/script.ts
function printScript(graph, slice, names) {
  const kept2 = slice.steps.flatMap((index) => graph.steps[index] ?? []);
  if (kept2.length === 0) return '';
  const wanted = names.flatMap((name) => [name, ...(graph.final[name]?.reads ?? [])]);
  const used = /* @__PURE__ */ new Set([...wanted, ...kept2.flatMap((step) => step.reads)]);
  const keepsOut = kept2.some((step) => usesOut(step.statement.node));
  const history = new Set([...historyNames(graph.module)].filter((name) => name !== 'Out' || keepsOut));
  const numbers = cellNumbers(graph.module);
  const blocks = [];
  const future = [];
  const awaits = kept2.some((step) => hasTopLevelAwait(step.statement.node));
  const margin = awaits ? INDENT : '';
  for (const group of groupByCell(kept2)) {
    const lines = [];
    for (const step of group) {
      const printed = printStep(graph, step, slice.left, used, history, numbers);
      if (isFuture(step.statement.node)) future.push(printed.text);
      else lines.push(...printRun(printed, step, lines, margin));
    }
    if (lines.length > 0) blocks.push(lines.join('\n'));
  }
  const body2 = blocks.join('\n\n');
  const prologue =
    future.length > 0
      ? `${future.join('\n')}

`
      : '';
  const text = awaits ? wrapAsync(kept2, body2) : body2;
  return `${prologue}${keepsOut ? 'Out = {}\n\n' : ''}${text}
`;
}
function groupByCell(steps) {
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.[0]?.cell === step.cell) last.push(step);
    else groups.push([step]);
  }
  return groups;
}
function printRun({ text, strings }, step, before, margin) {
  if (!step.raises) return [indent(text, margin, strings)];
  const body2 = indent(text, margin + INDENT, strings);
  const end = indent('except Exception:\n    pass', margin);
  const open3 = before.at(-1) === end ? before.splice(-1) : [];
  return open3.length > 0 ? [body2, end] : [`${margin}try:`, body2, end];
}
var INDENT = '    ';
function printStep(graph, step, left, used, history, numbers) {
  const { node, outer } = step.statement;
  const cell = cellOf(graph, step);
  const text = cell?.python.text ?? '';
  if (node.type === 'Import' || node.type === 'ImportFrom')
    return { text: printImport(text, node, used), strings: [] };
  const number2 = cell && numbers.get(cell.key);
  if (step.displays && step.binds.length > 0 && number2 !== void 0 && node.type === 'Expr') {
    const shown2 = withoutHistory(
      text.slice(node.start, node.end),
      node,
      node.start,
      historyOf(graph, numbers),
    );
    return printDisplay(shown2, step, number2, history);
  }
  const written = text.slice(outer.start, outer.end).trimEnd();
  const shown = withoutHistory(written, node, outer.start, historyOf(graph, numbers));
  const strings = multilineStrings(node, outer.start);
  return shown === written ? cutParts(written, node, outer.start, left, strings) : { text: shown, strings };
}
function historyOf(graph, numbers) {
  return {
    source: (number2) =>
      graph.module.cells.find(({ cell }) => numbers.get(cell.key) === number2)?.cell.source,
  };
}
function printDisplay(text, step, number2, history) {
  const { node } = step.statement;
  const bound = step.binds.filter((binding) => history.has(binding.name) || binding.name === `_${number2}`);
  const lines = [bound.length === 0 ? text : `_${number2} = ${text}`];
  const start2 = lines.join('').length - text.length;
  const strings = multilineStrings(node, node.start - start2);
  if (bound.length === 0) return { text, strings };
  const shift = [...(history.has('___') ? ['___ = __'] : []), ...(history.has('__') ? ['__ = _'] : [])];
  const keep3 = [
    ...(history.size > 0 && [...history].some((name) => /^_+$/.test(name)) ? [`_ = _${number2}`] : []),
    ...(history.has('Out') ? [`Out[${number2}] = _${number2}`] : []),
  ];
  if (keep3.length > 0)
    lines.push(
      `if _${number2} is not None:`,
      ...[...shiftGuarded(shift), ...keep3].map((line) => `    ${line}`),
    );
  return { text: lines.join('\n'), strings };
}
function shiftGuarded(shift) {
  return shift.map((line) => {
    const source = line.slice(line.indexOf('=') + 2);
    return `${line.slice(0, line.indexOf(' '))} = globals().get("${source}", "")`;
  });
}
function printImport(text, node, used) {
  const wanted = node.names.filter((alias) => used.has(boundName(alias)));
  if (wanted.length === 0 || wanted.length === node.names.length) return text.slice(node.start, node.end);
  const names = wanted
    .map((alias) => (alias.asname === null ? alias.name : `${alias.name} as ${alias.asname}`))
    .join(', ');
  if (node.type === 'Import') return `import ${names}`;
  return `from ${'.'.repeat(node.level)}${node.module ?? ''} import ${names}`;
}
function boundName(alias) {
  return alias.asname ?? alias.name.split('.', 1)[0] ?? alias.name;
}
function isFuture(node) {
  return node.type === 'ImportFrom' && node.module === '__future__';
}
function multilineStrings(node, base) {
  const found = [];
  const visit2 = (at) => {
    const isText =
      at.type === 'JoinedStr' || (at.type === 'Constant' && (at.kind === 'str' || at.kind === 'bytes'));
    if (isText) found.push({ start: at.start - base, end: at.end - base });
    else for (const child2 of childNodes(at)) visit2(child2);
  };
  visit2(node);
  return found;
}
function hasTopLevelAwait(node) {
  if (node.type === 'Await' || node.type === 'AsyncFor' || node.type === 'AsyncWith') return true;
  if (node.type === 'comprehension' && node.is_async === 1) return true;
  if (
    node.type === 'FunctionDef' ||
    node.type === 'AsyncFunctionDef' ||
    node.type === 'Lambda' ||
    node.type === 'ClassDef'
  )
    return false;
  return childNodes(node).some(hasTopLevelAwait);
}
function wrapAsync(kept2, body2) {
  const names = [...new Set(kept2.flatMap((step) => step.binds.map((binding) => binding.name)))].sort();
  const declaration =
    names.length > 0
      ? `${INDENT}global ${names.join(', ')}
`
      : '';
  return `import asyncio


async def _notebook():
${declaration}${body2}


asyncio.run(_notebook())`;
}

// packages/core/src/plan/tree.ts
var nodesBelow = /* @__PURE__ */ new WeakMap();
function nodesOf(node) {
  const known = nodesBelow.get(node);
  if (known !== void 0) return known;
  const nodes = [];
  collect2.call(nodes, node);
  nodesBelow.set(node, nodes);
  return nodes;
}
function collect2(node) {
  this.push(node);
  childNodes(node).forEach(collect2, this);
}
var STATEMENTS2 = new Set(
  'FunctionDef AsyncFunctionDef ClassDef Return Delete Assign TypeAlias AugAssign AnnAssign For AsyncFor While If With AsyncWith Match Raise Try TryStar Assert Import ImportFrom Global Nonlocal Expr Pass Break Continue'.split(
    ' ',
  ),
);

// packages/core/src/plan/name-kinds.ts
function boundName2(name, asname, form) {
  return asname ?? (form === 'Import' ? (name.split('.')[0] ?? name) : name);
}

// packages/core/src/plan/callees.ts
var tables = /* @__PURE__ */ new WeakMap();
var calleesBelow = /* @__PURE__ */ new WeakMap();
function importTable(graph) {
  const known = tables.get(graph);
  if (known !== void 0) return known;
  const table = findImports(graph);
  tables.set(graph, table);
  return table;
}
function findImports(graph) {
  const table = /* @__PURE__ */ new Map();
  for (const step of graph.steps) {
    nodesOf(step.statement.node).forEach((node) => {
      if (node.type !== 'Import' && node.type !== 'ImportFrom') return;
      for (const alias of node.names) {
        const bound = boundName2(alias.name, alias.asname, node.type);
        const origin =
          node.type === 'ImportFrom'
            ? `${node.module ?? ''}.${alias.name}`
            : alias.asname
              ? alias.name
              : bound;
        table.set(bound, origin);
      }
    });
  }
  return table;
}
function calleesOf(node, imports) {
  const below = calleesBelow.get(imports) ?? /* @__PURE__ */ new WeakMap();
  calleesBelow.set(imports, below);
  const known = below.get(node);
  if (known !== void 0) return known;
  const found = findCallees(node, imports);
  below.set(node, found);
  return found;
}
function findCallees(node, imports) {
  const found = [];
  nodesOf(node).forEach((call2) => {
    const written = call2.type === 'Call' ? dottedName2(call2.func) : null;
    if (call2.type !== 'Call' || written === null) return;
    const dot = written.indexOf('.');
    const root2 = dot < 0 ? written : written.slice(0, dot);
    const origin = imports.get(root2);
    const path2 = origin === void 0 ? written : `${origin}${written.slice(root2.length)}`;
    const method = path2.slice(path2.lastIndexOf('.') + 1);
    found.push({ call: call2, path: path2, method, receiver: origin === void 0 && dot >= 0 ? root2 : null });
  });
  return found;
}
function dottedName2(node) {
  switch (node.type) {
    case 'Name':
      return node.id;
    case 'Attribute': {
      const inner2 = dottedName2(node.value);
      return inner2 === null ? node.attr : `${inner2}.${node.attr}`;
    }
    case 'Call':
      return dottedName2(node.func);
    case 'Subscript':
      return dottedName2(node.value);
    default:
      return null;
  }
}

// packages/core/src/plan/refute.ts
function withoutRefutedDoubts(graph, record2, mode = 'pipeline') {
  if (!record2) return graph;
  const recorded = new Map(record2.steps.map((step) => [step.id, step]));
  const branching = branchingNames(graph);
  const seen = /* @__PURE__ */ new Map();
  for (const step of graph.steps) {
    const known = recorded.get(step.id);
    const isSettled = mode === 'replay' || isStraight(step, branching);
    if (known && !known.error && isSettled) seen.set(step.index, known);
  }
  const steps = graph.steps.map((step) => settle2(step, seen.get(step.index)));
  const refuting = { steps, fresh: freshFigures(graph) };
  const edges = graph.edges.filter((edge) => !isRefuted(edge, steps[edge.to], edge.to, refuting, seen));
  const final = Object.entries(graph.final).map(([name, value]) => {
    const end = {
      reads: [name, ...value.reads],
      mentions: [],
      resourceReads: [],
      resourceWrites: [],
      doubts: [],
    };
    const needs = value.needs.filter((edge) => !isRefuted(edge, end, graph.steps.length, refuting, seen));
    return [name, { ...value, needs }];
  });
  return { ...graph, steps, edges, final: Object.fromEntries(final) };
}
function graphOfRun(graph, record2, mode) {
  const settled = withoutRefutedDoubts(graph, record2, mode);
  const isSettled = ({ kind, mixed }) => kind === 'resource' && mixed !== true;
  const left = new Set(settled.edges);
  const edges = graph.edges.filter((edge) => left.has(edge) || !isSettled(edge));
  const final = Object.entries(graph.final).map(([name, value]) => {
    const needs = new Set(settled.final[name]?.needs);
    return [name, { ...value, needs: value.needs.filter((need2) => needs.has(need2) || !isSettled(need2)) }];
  });
  return { ...settled, edges, final: Object.fromEntries(final) };
}
function branchingNames(graph) {
  const names = /* @__PURE__ */ new Set();
  for (const step of graph.steps) {
    if (holdsBranches(step.statement.node)) for (const { name } of step.binds) names.add(name);
  }
  return names;
}
var GENERATORS = {
  'random.python': 'python',
  'random.numpy': 'numpy',
  'random.torch': 'torch',
};
function settle2(step, seen) {
  if (!seen) return step;
  const changed = new Set(seen.changed);
  const drawn = (resource) => {
    const generator = GENERATORS[resource];
    return generator === void 0 || seen.randomDraws.includes(generator);
  };
  const isFear = step.doubts.length > 0 && step.files.length === 0 && seen.filesWritten.length === 0;
  return {
    ...step,
    mutates: step.mutates.filter((name) => changed.has(name)),
    resourceReads: step.resourceReads.filter(drawn),
    resourceWrites: step.resourceWrites.filter(
      (resource) => drawn(resource) && !(resource === 'files' && isFear),
    ),
  };
}
function isRefuted(edge, to2, place, graph, recorded) {
  const [from2, seen] = [graph.steps[edge.from], recorded.get(edge.from)];
  if (!seen || !from2 || !to2 || (edge.kind !== 'resource' && edge.kind !== 'mutation')) return false;
  const reached = /* @__PURE__ */ new Set([...to2.reads, ...to2.mentions]);
  const gives = [...seen.changed, ...from2.binds.map(({ name }) => name)];
  if (gives.some((name) => reached.has(name))) return false;
  const used = /* @__PURE__ */ new Set([...to2.resourceReads, ...to2.resourceWrites]);
  return from2.resourceWrites.every((resource) => {
    if (!used.has(resource) || resource === 'stdout') return true;
    if (resource === 'figure') return beginsFigure(graph.fresh, edge.from, place);
    return resource === 'environment' && from2.doubts.length > 0 && to2.doubts.length > 0;
  });
}
function beginsFigure(fresh2, from2, to2) {
  return fresh2.some((index) => from2 < index && index <= to2);
}
function freshFigures(graph) {
  const imports = importTable(graph);
  const fresh2 = [];
  for (const { index, statement: statement3 } of graph.steps) {
    for (const { call: call2, path: path2 } of calleesOf(statement3.node, imports)) {
      if (/^matplotlib\.pyplot\.(close|sca|clf|cla|fignum_exists|get_fignums)$/.test(path2)) return [];
      const begins = /^matplotlib\.pyplot\.(figure|subplots)$/.test(path2);
      const named = path2.endsWith('.figure') ? call2.args.length > 0 : false;
      if (!begins) continue;
      if (named || call2.keywords.some(({ arg }) => arg === 'num' || arg === null)) return [];
      if (statement3.node.type === 'Assign' || statement3.node.type === 'Expr') fresh2.push(index);
    }
  }
  return fresh2;
}

// packages/core/test/python-parser.ts
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

var require2 = createRequire('file:///work/wt/slices/packages/core/test/python-parser.ts');
var loaded;
function loadPythonParser() {
  loaded ??= load();
  return loaded;
}
async function load() {
  await Parser.init();
  const grammar = await readFile(require2.resolve('tree-sitter-python/tree-sitter-python.wasm'));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return {
    parse(text) {
      const tree = parser.parse(text);
      if (!tree) throw new Error('the parser has no language');
      return tree;
    },
  };
}

// packages/core/test/run/module-of.ts
async function moduleOf2(path2, cells) {
  const notebook = {
    path: path2,
    format: 'ipynb',
    language: 'python',
    cells: cells.map((given, position2) =>
      codeCell(typeof given === 'string' ? { source: given } : given, position2 + 1),
    ),
  };
  return parseNotebook(notebook, await loadPythonParser()).value;
}
function codeCell({ source, id, tags = [], executionCount = null, output }, index) {
  const text = source.replace(/^%.*$/gm, (line) => `#${line.slice(1)}`);
  return {
    kind: 'code',
    key: id ?? String(index),
    index,
    ...(id !== void 0 && { id }),
    tags,
    source,
    executionCount,
    outputs: output === void 0 ? [] : [{ kind: 'result', text: output, mimeTypes: ['text/plain'] }],
    python: { text, segments: [], magics: [] },
  };
}

// packages/core/test/run/recorder.ts
import { execFileSync } from 'node:child_process';
// packages/cli/src/node-files.ts
import { createHash, randomUUID } from 'node:crypto';
// packages/cli/src/leftovers.ts
import {
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync as readFileSync3,
  readlinkSync,
  rmSync,
} from 'node:fs';
import {
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  open as open2,
  readdir,
  readFile as readFile2,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir, tmpdir as tmpdir2 } from 'node:os';
import {
  dirname,
  isAbsolute as isAbsolute2,
  join as join2,
  join as join3,
  join as join5,
  resolve as resolve2,
} from 'node:path';
import { fileURLToPath as fileURLToPath2 } from 'node:url';

var MARK = /(?:^|[.-])cellwright-(\d+)-(\d+)-/;
var looked = /* @__PURE__ */ new Set();
function passingName() {
  return `cellwright-${namespace()}-${process.pid}-`;
}
function removeLeftovers(folder) {
  if (looked.has(folder)) return;
  looked.add(folder);
  try {
    for (const name of readdirSync(folder)) {
      if (isAbandoned(name)) rmSync(join2(folder, name), { recursive: true, force: true });
    }
  } catch {}
}
function isAbandoned(name) {
  const [, space, owner] = MARK.exec(name) ?? [];
  if (owner === void 0 || space !== namespace()) return false;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
function namespace() {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0';
  } catch {
    return '0';
  }
}

// packages/cli/src/node-files.ts
var GONE = /* @__PURE__ */ new Set(['ENOENT', 'ENOTDIR']);
var MOST_ENTRIES = 2e4;
var nodeFiles = {
  read: (path2) => orNull(readFile2(path2, 'utf8')),
  write: writeAtomically,
  list: async (folder, enter2 = () => true) => {
    if ((await orNull(stat(folder)))?.isDirectory() !== true) return null;
    const found = [];
    await collect3(folder, '', enter2, found);
    return found;
  },
  stat: async (path2) => {
    const found = await orNull(stat(path2));
    return found === null ? null : describe2(found);
  },
  makeFolder: async (path2) => {
    await makeFolder(path2);
  },
  copy: async (from2, to2) => {
    await makeFolder(dirname(to2));
    if ((await stat(from2)).isDirectory()) await cp(from2, to2, { recursive: true });
    else await copyFile(from2, to2);
  },
  link: async (from2, to2) => {
    await makeFolder(dirname(to2));
    await symlink(resolve2(from2), to2);
  },
  remove: (path2) => rm(path2, { recursive: true, force: true, maxRetries: 3 }),
  temporaryFolder: async () => {
    removeLeftovers(tmpdir());
    return slashes(await realpath(await mkdtemp(join3(tmpdir(), passingName()))));
  },
  digest: digestFile,
  resolve: (path2) => slashes(resolve2(path2)),
};
async function makeFolder(path2) {
  if (!isAbsolute2(path2)) await realpath('.');
  await mkdir(path2, { recursive: true });
}
async function writeAtomically(path2, text) {
  await makeFolder(dirname(path2));
  removeLeftovers(dirname(path2));
  const temporary = join3(dirname(path2), `.${passingName()}${randomUUID()}.tmp`);
  try {
    const file = await open2(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path2);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
async function collect3(folder, below, enter2, found) {
  const names = (await orNull(readdir(join3(folder, below)))) ?? [];
  for (const name of names.sort()) {
    if (found.length >= MOST_ENTRIES) return;
    const path2 = below === '' ? name : `${below}/${name}`;
    const status = await orNull(lstat(join3(folder, path2)));
    if (status === null) continue;
    const entry = { path: path2, ...describe2(status) };
    found.push(entry);
    if (entry.kind === 'folder' && enter2(path2)) await collect3(folder, path2, enter2, found);
  }
}
function describe2(status) {
  const kind = status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other';
  return { kind, size: status.size, changed: status.mtimeMs };
}
async function digestFile(path2) {
  const hash = createHash('sha256');
  return orNull(
    (async () => {
      for await (const block3 of createReadStream(path2)) hash.update(block3);
      return hash.digest('hex');
    })(),
  );
}
async function orNull(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && GONE.has(String(error.code))) return null;
    throw error;
  }
}
function slashes(path2) {
  return path2.replaceAll('\\', '/');
}

// packages/cli/src/node-processes.ts
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

// packages/cli/src/interruption.ts
var asked = false;
function noteInterruption() {
  asked = true;
}
function wasInterrupted() {
  return asked;
}

// packages/cli/src/node-processes.ts
var GRACE = 2e3;
var SAMPLING = 250;
var NOT_STARTED = { code: null, signal: 'SIGINT', interrupted: true };
var SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
var running = /* @__PURE__ */ new Set();
var nodeProcesses = { start };
function start(command) {
  if (wasInterrupted()) return { ended: Promise.resolve(NOT_STARTED), kill: () => void 0 };
  const child2 = spawn(command.program, command.arguments, {
    cwd: command.folder,
    env: environmentOf(command),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const job = { child: child2, interrupted: false };
  splitLines(child2.stdout, command.onOutput);
  splitLines(child2.stderr, command.onError);
  child2.stdin?.on('error', () => void 0);
  return { ended: follow(job, command), kill: () => signalGroup(child2, 'SIGKILL') };
}
function environmentOf(command) {
  const all = Object.entries(process.env);
  const environment = Object.fromEntries(all.filter(([name]) => command.inherit?.includes(name) ?? true));
  for (const [name, value] of Object.entries(command.environment ?? {})) {
    if (value === null) delete environment[name];
    else environment[name] = value;
  }
  return environment;
}
function follow(job, command) {
  const { child: child2 } = job;
  let peak = 0;
  let timedOut = false;
  let outOfBounds = false;
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentSize(child2.pid));
    if (peak <= (command.memoryBytes ?? Number.POSITIVE_INFINITY)) return;
    outOfBounds = true;
    signalGroup(child2, 'SIGKILL');
  }, SAMPLING);
  const timers = [];
  const seconds = command.timeoutSeconds;
  if (seconds !== void 0) {
    timers.push(
      setTimeout(() => {
        timedOut = true;
        signalGroup(child2, 'SIGINT');
        timers.push(setTimeout(() => signalGroup(child2, 'SIGKILL'), GRACE));
      }, seconds * 1e3),
    );
  }
  watchInterrupts(job);
  return new Promise((done) => {
    const end = (ending) => {
      clearInterval(sampling);
      timers.forEach(clearTimeout);
      forget(job);
      done({
        ...ending,
        ...(timedOut && { timedOut }),
        ...(outOfBounds && { outOfBounds }),
        ...(job.interrupted && { interrupted: true }),
        memory: { peak, total: totalmem() },
      });
    };
    child2.once('error', (error) => end({ code: null, signal: null, failure: error.message }));
    child2.once('exit', (code, signal) => {
      signalGroup(child2, 'SIGKILL');
      const late = setTimeout(() => child2.stdout?.destroy(), GRACE);
      child2.once('close', () => {
        clearTimeout(late);
        end({ code, signal });
      });
    });
  });
}
function watchInterrupts(job) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, interruptAll);
  running.add(job);
}
function forget(job) {
  running.delete(job);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, interruptAll);
}
function interruptAll() {
  noteInterruption();
  for (const job of running) {
    signalGroup(job.child, job.interrupted ? 'SIGKILL' : 'SIGINT');
    if (!job.interrupted)
      setTimeout(() => running.has(job) && signalGroup(job.child, 'SIGKILL'), GRACE).unref();
    job.interrupted = true;
  }
}
function signalGroup(child2, signal) {
  if (child2.pid === void 0) return;
  try {
    if (process.platform === 'win32') child2.kill(signal);
    else process.kill(-child2.pid, signal);
  } catch {}
}
function residentSize(pid) {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : 0;
  } catch {
    return 0;
  }
}
function splitLines(stream, listen) {
  if (stream === null) return;
  stream.setEncoding('utf8');
  let rest2 = '';
  stream.on('data', (text) => {
    const lines = (rest2 + text).split('\n');
    rest2 = lines.pop() ?? '';
    for (const line of lines) listen?.(line);
  });
  stream.on('end', () => {
    if (rest2 !== '') listen?.(rest2);
  });
}

// packages/cli/src/node-effects.ts
function nodeEffects(progress = () => void 0) {
  return {
    files: nodeFiles,
    processes: nodeProcesses,
    environment: (name) => process.env[name],
    progress,
  };
}

// packages/core/python/join.js
import { readFileSync as readFileSync2 } from 'node:fs';
import { dirname as dirname2, join as join4 } from 'node:path';
import { fileURLToPath } from 'node:url';

var FOLDER = join4(dirname2(fileURLToPath('file:///work/wt/slices/packages/core/python/join.js')), 'observe');
var PORTRAIT = [
  'names',
  'code_digest',
  'portrait',
  'portrait_numpy',
  'portrait_pandas',
  'portrait_sklearn',
  'portrait_figures',
];
var RECORDER = [
  ...PORTRAIT,
  'facts',
  'codecs',
  'protocol',
  'random_state',
  'inject',
  'files',
  'setting',
  'statements',
  'namespace',
  'keep',
  'endings',
  'calls',
  'contain',
  'plain_shell',
  'ipython_shell',
  'session',
  'watchdog',
  'recorder',
];
var SCRIPTS = {
  recorder: [...RECORDER, 'here'],
  elsewhere: [...RECORDER, 'elsewhere'],
  compare: [...PORTRAIT, 'difference', 'perturb', 'spoil', 'file_contents', 'contain', 'compare'],
  refit: ['files', 'contain', 'setting', 'refit'],
  bootstrap: ['random_state', 'inject', 'watchdog', 'contain', 'bootstrap'],
};
function joinPython(script2, read2 = (name) => readFileSync2(join4(FOLDER, `${name}.py`), 'utf8')) {
  const modules = SCRIPTS[script2].map((name) => {
    const text = read2(name)
      .replace(/^from __future__ import annotations\n/m, '')
      .replace(/^from \.\w+ import (\([^)]*\)|[^\n]*)\n/gm, '');
    return `# ---- ${name}
${text.trim()}
`;
  });
  const main = 'if __name__ == "__main__":\n    raise SystemExit(main(sys.argv[1:]))\n';
  return ['from __future__ import annotations\n', ...modules, main].join('\n\n');
}

// packages/core/src/run/environment.ts
var FIXED_ENVIRONMENT = {
  PYTHONHASHSEED: '0',
  TZ: 'UTC',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMEXPR_NUM_THREADS: '1',
  MPLBACKEND: 'Agg',
  PYTHONIOENCODING: 'utf-8',
  PYTHONUNBUFFERED: '1',
};
var INJECTED_SEED = 20240501;

// packages/core/src/run/paths.ts
function joinPath2(...parts2) {
  const start2 = parts2.findLastIndex((part) => isAbsolute(part));
  const text = parts2.slice(Math.max(start2, 0)).filter(Boolean).join('/').replaceAll('\\', '/');
  const root2 = /^([A-Za-z]:)?\//.exec(text)?.[0] ?? '';
  const names = [];
  for (const name of text.slice(root2.length).split('/')) {
    if (name === '..' && names.length > 0 && names.at(-1) !== '..') names.pop();
    else if (name !== '' && name !== '.' && !(name === '..' && root2 !== '')) names.push(name);
  }
  return root2 + names.join('/') || '.';
}
function folderOf(path2) {
  const place = path2.replaceAll('\\', '/').lastIndexOf('/');
  return place < 0 ? '.' : path2.slice(0, Math.max(place, 1));
}

// packages/core/src/run/files-above.ts
var HERE = /^(cwd|getcwd|resolve|absolute|abspath|realpath)$/;
function filesAbove(module) {
  const found = /* @__PURE__ */ new Set();
  const here = /* @__PURE__ */ new Set();
  const add = (path2) => {
    if (path2 !== null) found.add(path2);
  };
  const visit2 = (node) => {
    if (node.type === 'Assign' && asksForHere(node.value, here)) {
      for (const target3 of node.targets) if (target3.type === 'Name') here.add(target3.id);
    }
    if (node.type === 'JoinedStr') {
      const [first] = node.values;
      add(first?.type === 'Constant' ? above(`${first.value ?? ''}*`) : null);
      for (const value of node.values) if (value.type !== 'Constant') walk(value, visit2);
      return false;
    }
    if (node.type === 'Constant' && node.kind === 'str') add(above(node.value ?? ''));
    const steps = node.type === 'Attribute' || node.type === 'Call' ? stepsUp(node, here) : 0;
    if (steps > 0) add(joinPath2(...Array.from({ length: steps }, () => '..')));
    return true;
  };
  for (const { statements } of module.cells) for (const { node } of statements) walk(node, visit2);
  return [...found].sort();
}
function above(text) {
  const path2 = text.replaceAll('\\', '/');
  if (!/^(\.\/)*\.\.(\/|$)/.test(path2) || /[\n:]/.test(path2)) return null;
  const pattern2 = path2.search(/[*?[]/);
  return joinPath2(pattern2 < 0 ? path2 : path2.slice(0, path2.lastIndexOf('/', pattern2) + 1));
}
function stepsUp(node, here) {
  if (node.type === 'Attribute') {
    if (node.attr === 'pardir') return 1;
    if (node.attr !== 'parent' && node.attr !== 'parents') return 0;
    return asksForHere(node.value, here) ? 1 + stepsUp(node.value, here) : 0;
  }
  if (node.type !== 'Call') return 0;
  const [path2] = node.args;
  const called =
    node.func.type === 'Attribute' ? node.func.attr : node.func.type === 'Name' ? node.func.id : '';
  if (called !== 'dirname' || path2 === void 0) return 0;
  return asksForHere(path2, here) ? 1 + stepsUp(path2, here) : 0;
}
function asksForHere(node, here) {
  let found = false;
  walk(node, (inner2) => {
    if (inner2.type === 'Name' && (inner2.id === '__file__' || here.has(inner2.id) || HERE.test(inner2.id)))
      found = true;
    if (inner2.type === 'Attribute' && HERE.test(inner2.attr)) found = true;
    return !found;
  });
  return found;
}

// packages/core/src/run/scratch.ts
var LARGEST_COPY = 25 * 1024 * 1024;
var LARGEST_TOTAL = 256 * 1024 * 1024;
var MOST_FILES = 1e3;
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([
  'node_modules',
  '__pycache__',
  'venv',
  'env',
  'site-packages',
  'dist',
  'build',
]);
async function makeScratch(folder, above2, effects) {
  const { files } = effects;
  const home = files.resolve(folder);
  const found = [...(await findBelow(home, effects)), ...(await findNamed(home, above2, effects))];
  const wanted = [...new Map(found.map((entry) => [joinPath2(home, entry.path), entry]))];
  const root2 = await files.temporaryFolder();
  const up = Math.max(0, ...above2.map((path2) => path2.split('/').filter((name) => name === '..').length));
  const margin = Array.from({ length: up + 1 }, () => 'here');
  const names = home.split('/').slice(1);
  const here = joinPath2(root2, ...margin, ...names.slice(-up - 1));
  await files.makeFolder(here);
  const linked = [];
  let total = 0;
  for (const [from2, entry] of wanted) {
    const to2 = joinPath2(here, entry.path);
    if (entry.kind === 'folder') {
      await files.makeFolder(to2);
    } else if (entry.size <= LARGEST_COPY && total + entry.size <= LARGEST_TOTAL) {
      total += entry.size;
      await files.copy(from2, to2);
    } else {
      linked.push({ path: from2, digest: await files.digest(from2) });
      await files.link(from2, to2);
    }
  }
  const was = new Map(wanted.flatMap(([, entry]) => (entry.kind === 'file' ? [[entry.path, entry]] : [])));
  return { root: root2, folder: here, linked, was };
}
async function withScratch(modules, effects, work) {
  const home = folderOf(modules[0]?.notebook.path ?? '');
  const scratch = await makeScratch(home, modules.flatMap(filesAbove), effects);
  try {
    return await work(scratch);
  } finally {
    await effects.files.remove(scratch.root);
  }
}
function fromScratch({ root: root2, folder }, path2) {
  if (!path2.startsWith(`${root2}/`)) return path2;
  const [from2, to2] = [folder.split('/'), path2.split('/')];
  const shared = from2.findIndex((name, at) => name !== to2[at]);
  const kept2 = shared < 0 ? from2.length : shared;
  return [...from2.slice(kept2).map(() => '..'), ...to2.slice(kept2)].join('/');
}
async function findChangedLinks(scratch, effects) {
  const changed = [];
  for (const { path: path2, digest } of scratch.linked) {
    if ((await effects.files.digest(path2)) !== digest) changed.push(path2);
  }
  return changed;
}
async function findBelow(folder, effects) {
  const enter2 = (path2) =>
    path2.split('/').every((name) => !name.startsWith('.') && !SKIPPED_FOLDERS.has(name));
  const found = (await effects.files.list(folder, enter2)) ?? [];
  const environments = found
    .filter((entry) => entry.path.endsWith('/pyvenv.cfg'))
    .map((entry) => `${folderOf(entry.path)}/`);
  const depth = (entry) => entry.path.split('/').length;
  return found
    .filter(({ path: path2, kind }) => kind === 'file' || (kind === 'folder' && enter2(path2)))
    .filter(({ path: path2 }) => !environments.some((start2) => `${path2}/`.startsWith(start2)))
    .filter(({ path: path2 }) => !path2.split('/').some((name) => name.startsWith('.') && name !== '.env'))
    .sort((one2, other) => depth(one2) - depth(other))
    .slice(0, MOST_FILES);
}
async function findNamed(folder, names, effects) {
  const found = [];
  for (const name of names) {
    const whole = joinPath2(folder, name);
    const stat2 = await effects.files.stat(whole);
    if (stat2?.kind === 'file') found.push({ path: name, ...stat2 });
    const parent = stat2 === null ? await effects.files.stat(folderOf(whole)) : null;
    if (parent?.kind === 'folder') found.push({ path: folderOf(name), ...parent });
    if (stat2?.kind !== 'folder') continue;
    for (const entry of await findBelow(whole, effects))
      found.push({ ...entry, path: joinPath2(name, entry.path) });
  }
  return found;
}

// packages/core/src/run/run-setting.ts
var CHANGED_MEANWHILE = 'changed during the run';
var CODE2 = /\.(py|ipynb)$/;
async function noteSetting(module, heard, touched, scratch, effects) {
  const { sources, lists, places, ...told } = heard;
  const home = effects.files.resolve(folderOf(module.notebook.path));
  const own2 = sources.map((path2) => fromScratch(scratch, path2));
  const paths = /* @__PURE__ */ new Set([
    ...touched.read,
    ...touched.written,
    ...own2,
    ...namedPaths(module, effects),
  ]);
  const files = await readStates(home, [...paths].sort(), effects);
  for (const path2 of Object.keys(files)) {
    const was = scratch.was.get(path2);
    const is = was === void 0 ? null : await effects.files.stat(joinPath2(home, path2));
    if (was !== void 0 && (is?.size !== was.size || is.changed !== was.changed))
      files[path2] = CHANGED_MEANWHILE;
  }
  const listed = [...(lists ? ['.'] : []), ...touched.read.filter((path2) => files[path2] === 'folder')];
  return {
    ...told,
    places: places.map((path2) => joinPath2(home, fromScratch(scratch, path2))),
    sources: own2.map((path2) => joinPath2(home, path2)),
    files,
    folders: await listFolders(home, listed, effects),
    beside: await statesBeside(home, scratch.was, (path2) => path2 in files, effects),
    after: touched.after,
  };
}
async function readStates(home, paths, effects) {
  const states = {};
  for (const path2 of paths) {
    const whole = joinPath2(home, path2);
    const stat2 = await effects.files.stat(whole).catch(() => null);
    const isFolder = stat2?.kind === 'folder' && !(await isProject(whole, effects));
    states[path2] = stat2?.kind === 'file' ? await effects.files.digest(whole) : isFolder ? 'folder' : null;
  }
  return states;
}
async function listFolders(home, folders, effects) {
  const listed = {};
  for (const folder of folders) {
    const whole = joinPath2(home, folder);
    const names = [];
    for (const { path: path2, kind } of (await effects.files.list(whole, () => false)) ?? []) {
      if (path2.startsWith('.') || path2 === '__pycache__') continue;
      if (kind !== 'folder' || !(await isProject(joinPath2(whole, path2), effects))) names.push(path2);
    }
    listed[folder] = names;
  }
  return listed;
}
async function isProject(folder, effects) {
  return (await effects.files.stat(joinPath2(folder, '.cellwright/lock.json'))) !== null;
}
async function statesBeside(home, was, isSeen, effects) {
  const folders = /* @__PURE__ */ new Map();
  const beside = {};
  for (const [path2, { size, changed }] of was) {
    if (isSeen(path2) || CODE2.test(path2)) continue;
    let isOurs = false;
    for (
      let folder = folderOf(path2);
      folder !== '.' && folder !== '..' && !isOurs;
      folder = folderOf(folder)
    ) {
      isOurs = folders.get(folder) ?? (await isProject(joinPath2(home, folder), effects));
      folders.set(folder, isOurs);
    }
    if (!isOurs) beside[path2] = [size, changed];
  }
  return beside;
}
function namedPaths(module, effects) {
  const user = effects.environment('HOME');
  return textsOf(module)
    .filter((text) => /^[^\n\r\0]{1,200}$/.test(text) && !text.includes('://'))
    .map((text) => (user && text.startsWith('~/') ? joinPath2(user, text.slice(2)) : text))
    .map((text) => (isAbsolute(text) ? text : joinPath2(text)));
}
function namedVariables(module) {
  return textsOf(module).filter((text) => /^[A-Za-z]\w{1,99}$/.test(text));
}
function textsOf(module) {
  const found = /* @__PURE__ */ new Set();
  const visit2 = (node) => {
    if (node.type === 'Constant' && node.kind === 'str') found.add(node.value ?? '');
    return true;
  };
  for (const { statements } of module.cells) for (const { node } of statements) walk(node, visit2);
  return [...found].sort();
}

// packages/core/src/run/record-request.ts
function buildRecordRequest(module, options) {
  const { order, fears = /* @__PURE__ */ new Map(), ...rest2 } = options;
  return {
    ...rest2,
    cells: inOrder(module.cells, order).map((cell) => requestCell(cell, fears)),
    names: namedVariables(module),
    follow: true,
  };
}
function inOrder(cells, order) {
  const filled = cells.filter((parsed) => parsed.cell.source.trim() !== '');
  if (order === 'top-to-bottom') return filled;
  const count = (parsed) => parsed.cell.executionCount ?? 0;
  return filled.filter((parsed) => count(parsed) > 0).sort((left, right) => count(left) - count(right));
}
function requestCell({ cell, statements }, fears) {
  return {
    key: cell.key,
    index: cell.index,
    source: cell.source,
    python: cell.python.text,
    translated: cell.python.text !== cell.source,
    statements: statements.map(({ id, node }) => ({
      id,
      line: lineAt(cell.source, toSourceOffset(cell.python, firstOffset(node))),
      fears: fears.get(id) ?? [],
    })),
    mayRaise: isMeantToRaise(cell),
  };
}
function firstOffset(node) {
  return Math.min(node.start, ...(node.decorator_list ?? []).map((decorator) => decorator.start));
}
function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length;
}
function isMeantToRaise(cell) {
  return cell.tags.includes('raises-exception') || cell.outputs.some((output) => output.kind === 'error');
}

// packages/core/src/run/distribution-names.ts
var DISTRIBUTIONS = {
  sklearn: 'scikit-learn',
  cv2: 'opencv-python',
  PIL: 'pillow',
  yaml: 'pyyaml',
  bs4: 'beautifulsoup4',
  skimage: 'scikit-image',
  dateutil: 'python-dateutil',
  dotenv: 'python-dotenv',
};
function missingModule(error, message) {
  const found = error === 'ModuleNotFoundError' ? /No module named '([\w.]+)'/.exec(message)?.[1] : void 0;
  return found?.split('.')[0];
}
function distributionOf(module) {
  return DISTRIBUTIONS[module] ?? module;
}

// packages/core/src/run/recorder-events.ts
function beginHearing() {
  return { steps: [], values: {}, expected: [], shell: 'python', python: '', cell: 0, end: null };
}
function hear(heard, line) {
  let event;
  try {
    event = JSON.parse(line);
  } catch {
    return null;
  }
  if (event.event === 'ready') {
    heard.shell = event.shell;
    heard.python = event.python;
  } else if (event.event === 'cell') heard.cell = event.index;
  else if (event.event === 'step') heard.steps.push(event.step);
  else if (event.event === 'expected') heard.expected.push(event.error);
  else if (event.event === 'values') heard.values[event.id] = { ...heard.values[event.id], ...event.values };
  else if (event.event === 'end') heard.end = event;
  return event;
}
function assembleRecord(heard, known) {
  const { end } = heard;
  return {
    schemaVersion: 1,
    notebook: known.notebook,
    order: known.order,
    python: end?.python ?? { version: heard.python, implementation: 'cpython' },
    distributions: end?.distributions ?? {},
    modules: end?.modules ?? {},
    steps: heard.steps,
    final: end?.final ?? {},
    values: heard.values,
    calls: end?.calls ?? [],
    signatures: end?.signatures ?? {},
    warnings: end?.warnings ?? [],
    files: known.files,
    inputs: known.inputs,
    seed: known.seed,
    shell: heard.shell,
    expectedErrors: heard.expected,
    outcome: known.outcome,
    ...(known.setting && { setting: known.setting }),
  };
}
var SIGNALS2 = {
  SIGSEGV: 'a crash in native code (SIGSEGV)',
  SIGABRT: 'an abort in native code (SIGABRT)',
  SIGBUS: 'a bus error (SIGBUS)',
  SIGFPE: 'an arithmetic fault in native code (SIGFPE)',
  SIGILL: 'an illegal instruction (SIGILL)',
};
function judgeEnding(heard, ending, lastErrors) {
  const cell = heard.cell;
  if (ending.interrupted) return { kind: 'interrupted', detail: 'the run was interrupted', cell };
  if (ending.timedOut) return { kind: 'timeout', detail: 'the time that it was given is over', cell };
  if (heard.end !== null) return heard.end.outcome;
  if (ending.failure !== void 0) return { kind: 'died', detail: ending.failure, cell };
  if (ending.signal === 'SIGKILL') {
    const { peak, total } = ending.memory ?? { peak: 0, total: 0 };
    const size = total > 0 ? ` at ${gigabytes(peak)} of ${gigabytes(total)} GB` : '';
    return {
      kind: peak > 0.7 * total && total > 0 ? 'memory' : 'died',
      detail: `Python was killed (SIGKILL)${size}`,
      cell,
    };
  }
  if (ending.signal !== null) {
    return {
      kind: 'died',
      detail: `Python ended by ${SIGNALS2[ending.signal] ?? `the signal ${ending.signal}`}`,
      cell,
    };
  }
  if (heard.python === '') {
    return {
      kind: 'died',
      detail: `the recorder did not start: ${lastErrors.at(-1) ?? `exit status ${ending.code}`}`,
      cell,
    };
  }
  return {
    kind: 'exited',
    detail: `the process ended by itself with status ${ending.code} (\`os._exit\`)`,
    cell,
  };
}
function gigabytes(bytes) {
  return (bytes / 1024 ** 3).toFixed(1);
}

// packages/core/src/run/outcome-diagnostics.ts
var CODES = {
  died: 'V005',
  timeout: 'V006',
  interrupted: 'V007',
  input: 'V008',
  exited: 'V009',
  memory: 'V010',
};
var HINTS2 = {
  died: void 0,
  timeout: 'Give it more time with `--timeout SECONDS`.',
  interrupted: void 0,
  input: 'Assign the value in the cell instead of asking for it.',
  exited: 'Remove the call that ends the process, or tag the cell `raises-exception`.',
  memory: 'Run it with less data, or where there is more memory.',
};
function describeOutcome(notebook, record2, interpreter2) {
  const { outcome } = record2;
  if (outcome.kind === 'completed') return [];
  if (outcome.kind === 'raised') return [describeError2(notebook, outcome.error, interpreter2)];
  const hint = HINTS2[outcome.kind];
  return [
    diagnostic(CODES[outcome.kind], {
      message: `The notebook's run ended in cell[${outcome.cell}]: ${outcome.detail}.`,
      location: placeIn(notebook, outcome.cell),
      ...(hint !== void 0 && { hint }),
    }),
  ];
}
function describeError2(notebook, error, interpreter2) {
  const location = { ...placeIn(notebook, error.cell), start: [error.line, 1] };
  const module = missingModule(error.name, error.message);
  if (module !== void 0) {
    return diagnostic('V003', {
      message: `The package \`${module}\` is not installed for \`${interpreter2.program}\`.`,
      location,
      hint: `Install it: \`${interpreter2.program} -m pip install ${distributionOf(module)}\`.`,
    });
  }
  const first = error.message.split('\n')[0] ?? '';
  return diagnostic(error.name === 'FileNotFoundError' ? 'V011' : 'V004', {
    message: `The notebook stops in cell[${error.cell}], line ${error.line}: ${error.name}${first === '' ? '' : `: ${first}`}`,
    location,
  });
}
function placeIn(notebook, index) {
  const cell = notebook.cells.find((candidate) => candidate.index === index);
  return {
    file: notebook.path,
    ...(cell && { cell: { index, ...(cell.id !== void 0 && { id: cell.id }) } }),
  };
}

// packages/core/src/run/record-notebook.ts
var LARGEST_KEPT = 64 * 1024 * 1024;
async function recordNotebook(module, options, effects) {
  const { scratch } = options;
  if (scratch === void 0)
    return withScratch([module], effects, (made) =>
      recordNotebook(module, { ...options, scratch: made }, effects),
    );
  const { files } = effects;
  const tools = await files.temporaryFolder();
  try {
    const heard = beginHearing();
    const errors = [];
    const ending = await runRecorder(module, { ...options, scratch, tools }, heard, errors, effects);
    const outcome = judgeEnding(heard, ending, errors);
    const record2 = await assemble(module, options, scratch, heard, outcome, effects);
    const diagnostics = [
      ...describeOutcome(module.notebook, record2, options.interpreter),
      ...(await findChangedLinks(scratch, effects)).map((path2) => changedInput(module.notebook.path, path2)),
    ];
    if (heard.python === '') return { value: null, diagnostics };
    await files.write(
      joinPath2(options.into, 'record.json'),
      `${JSON.stringify(record2, null, 1)}
`,
    );
    return { value: record2, diagnostics };
  } finally {
    await files.remove(tools);
  }
}
async function runRecorder(module, options, heard, errors, effects) {
  const { files } = effects;
  const values = files.resolve(joinPath2(options.into, 'values'));
  await files.remove(values);
  await files.makeFolder(values);
  const request = buildRecordRequest(module, {
    folder: options.scratch.folder,
    values,
    seed: options.seed ?? INJECTED_SEED,
    order: options.order,
    capture: options.capture,
    ...(options.final && { final: options.final }),
    ...(options.fears && { fears: options.fears }),
    ...(options.budget && { budget: options.budget }),
    ...(options.shell && { shell: options.shell }),
  });
  const script2 = joinPath2(options.tools, 'recorder.py');
  const requestFile = joinPath2(options.tools, 'request.json');
  await files.write(script2, options.recorder);
  await files.write(requestFile, JSON.stringify(request));
  const cells = request.cells.length;
  let begun = 0;
  return effects.processes.start({
    program: options.interpreter.program,
    arguments: [script2, requestFile],
    folder: options.scratch.folder,
    environment: { ...FIXED_ENVIRONMENT, IPYTHONDIR: joinPath2(options.tools, 'ipython') },
    timeoutSeconds: options.timeoutSeconds ?? 3600,
    onOutput: (line) => {
      if (hear(heard, line)?.event === 'cell')
        effects.progress(`cell[${heard.cell}], ${++begun} of ${cells}`);
    },
    onError: (line) => {
      errors.push(line);
      if (errors.length > 50) errors.shift();
    },
  }).ended;
}
async function assemble(module, options, scratch, heard, outcome, effects) {
  const steps = heard.steps.map((step) => ({
    ...step,
    filesRead: step.filesRead.map((path2) => fromScratch(scratch, path2)),
    filesWritten: step.filesWritten.map((path2) => fromScratch(scratch, path2)),
  }));
  const written = [...new Set(steps.flatMap((step) => step.filesWritten))].sort();
  const read2 = [...new Set(steps.flatMap((step) => step.filesRead))].sort();
  const told = heard.end?.setting;
  const after = options.after ?? [];
  return assembleRecord(
    { ...heard, steps },
    {
      notebook: { path: module.notebook.path, sha256: options.sha256 },
      order: options.order,
      files: await keepFiles(scratch.folder, written, options.into, effects),
      inputs: await digestInputs(folderOf(module.notebook.path), read2, written, effects),
      seed: options.seed ?? INJECTED_SEED,
      outcome,
      ...(told && {
        setting: await noteSetting(module, told, { read: read2, written, after }, scratch, effects),
      }),
    },
  );
}
async function keepFiles(folder, written, into, effects) {
  const kept2 = {};
  await effects.files.remove(joinPath2(into, 'files'));
  for (const [position2, path2] of written.entries()) {
    const from2 = joinPath2(folder, path2);
    const stat2 = isAbsolute(path2) ? null : await effects.files.stat(from2);
    const sha256 = stat2?.kind === 'file' ? await effects.files.digest(from2) : null;
    if (stat2 === null || sha256 === null) continue;
    const file = `${String(position2 + 1).padStart(3, '0')}-${path2.split('/').at(-1)}`;
    if (stat2.size <= LARGEST_KEPT) await effects.files.copy(from2, joinPath2(into, 'files', file));
    kept2[path2] = { sha256, size: stat2.size, ...(stat2.size <= LARGEST_KEPT && { file }) };
  }
  return kept2;
}
async function digestInputs(home, read2, written, effects) {
  const digests = {};
  for (const path2 of read2.filter((name) => !written.includes(name))) {
    const whole = joinPath2(home, path2);
    const stat2 = await effects.files.stat(whole);
    const digest = stat2?.kind === 'file' ? await effects.files.digest(whole) : null;
    if (digest !== null) digests[path2] = digest;
  }
  return digests;
}
function changedInput(notebook, path2) {
  return diagnostic('V012', {
    message: `The run changed \`${path2}\`, which was too large to copy.`,
    location: { file: notebook },
  });
}

// packages/core/test/run/recorder.ts
var script = fileURLToPath2(
  new URL('../../../../scripts/python-env.js', 'file:///work/wt/slices/packages/core/test/run/recorder.ts'),
);
var interpreter = {
  program: execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim(),
  version: '3',
  reason: 'the tests',
};
function temporaryFolder() {
  return mkdtempSync(join5(tmpdir2(), 'cellwright-test-'));
}
async function record(cells, options = {}, folder = temporaryFolder()) {
  const module = await moduleOf2(join5(folder, 'notebook.ipynb'), cells);
  const into = join5(folder, '.record');
  const { value, diagnostics } = await recordNotebook(
    module,
    {
      interpreter,
      recorder: joinPython('recorder'),
      into,
      sha256: 'none',
      order: 'top-to-bottom',
      capture: [],
      timeoutSeconds: 120,
      ...options,
    },
    nodeEffects(),
  );
  if (value === null) throw new Error(diagnostics.map((diagnostic2) => diagnostic2.message).join('\n'));
  return { record: value, diagnostics, folder, into };
}

// packages/core/test/dataflow/execute.ts
// scripts/python-env.js
import { execFileSync as execFileSync2, spawn as spawn2 } from 'node:child_process';
import { createHash as createHash2 } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync as readFileSync4,
  rmSync as rmSync2,
  writeFileSync,
} from 'node:fs';
import {
  dirname as dirname3,
  join as join6,
  join as join7,
  resolve as resolve3,
  resolve as resolve4,
} from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath as fileURLToPath3 } from 'node:url';

var root = resolve3(dirname3(fileURLToPath3('file:///work/wt/slices/scripts/python-env.js')), '..');
var OLDEST = 10;
var CANDIDATES = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.14'];
var LOCK_POLL_MS = 500;
function pythonEnvironment({ requirements = 'requirements/test.txt', name = 'python-env' } = {}) {
  const chosen = name === 'python-env' ? process.env.CELLWRIGHT_PYTHON_ENV : void 0;
  const folder = resolve3(root, chosen ?? join6('.cache', name));
  const file = resolve3(root, requirements);
  const base = basePython();
  const stamp = createHash2('sha256').update(readFileSync4(file)).update(base.version).digest('hex');
  const python = pythonOf(folder);
  if (isFresh(folder, stamp)) return python;
  const release = takeLock(`${folder}.lock`);
  try {
    if (!isFresh(folder, stamp)) install(base.path, folder, file, stamp);
  } finally {
    release();
  }
  return python;
}
function basePython() {
  const wanted = process.env.CELLWRIGHT_BASE_PYTHON;
  for (const path2 of wanted ? [wanted] : CANDIDATES) {
    const version = versionOf(path2);
    if (version) return { path: path2, version };
  }
  throw new Error(`No Python >= 3.${OLDEST} found (looked for ${wanted ?? CANDIDATES.join(', ')}).`);
}
function versionOf(path2) {
  const code = `import sys; assert sys.version_info >= (3, ${OLDEST}); print(sys.version, sys.base_prefix)`;
  try {
    return execFileSync2(path2, ['-c', code], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return void 0;
  }
}
function pythonOf(folder) {
  return process.platform === 'win32'
    ? join6(folder, 'Scripts', 'python.exe')
    : join6(folder, 'bin', 'python');
}
function isFresh(folder, stamp) {
  const file = join6(folder, 'cellwright-stamp');
  return existsSync(file) && existsSync(pythonOf(folder)) && readFileSync4(file, 'utf8') === stamp;
}
function install(base, folder, requirements, stamp) {
  const say = (text) =>
    process.stderr.write(`${text}
`);
  say(`python: making ${folder} (once; takes a minute or two)`);
  rmSync2(folder, { recursive: true, force: true });
  const uv = has('uv');
  try {
    if (uv) {
      run('uv', ['venv', '--quiet', '--python', base, folder]);
      run('uv', ['pip', 'install', '--quiet', '--python', pythonOf(folder), '-r', requirements]);
    } else {
      run(base, ['-m', 'venv', folder]);
      run(pythonOf(folder), ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
    }
  } catch {
    const hint = uv ? '' : ' On Debian and Ubuntu the package `python3-venv` is needed.';
    throw new Error(`The Python environment ${folder} could not be made; the messages above say why.${hint}`);
  }
  writeFileSync(join6(folder, 'cellwright-stamp'), stamp);
  say('python: ready');
}
function run(command, args) {
  execFileSync2(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
  });
}
function has(command) {
  try {
    execFileSync2(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
function takeLock(folder) {
  mkdirSync(dirname3(folder), { recursive: true });
  const owner = join6(folder, 'pid');
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync2(folder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
    if (!isAlive(owner)) rmSync2(folder, { recursive: true, force: true });
  }
}
function isAlive(owner) {
  try {
    process.kill(Number(readFileSync4(owner, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
if (
  process.argv[1] &&
  resolve3(process.argv[1]) === fileURLToPath3('file:///work/wt/slices/scripts/python-env.js')
) {
  try {
    process.stdout.write(`${pythonEnvironment()}
`);
  } catch (error) {
    process.stderr.write(`${error.message}
`);
    process.exitCode = 2;
  }
}

// packages/core/test/dataflow/execute.ts
var ENDED = '{"values": {}, "error": "Python ended"}';
function startExecutor(root2, preload = []) {
  const script2 = resolve4(root2, 'packages/core/test/dataflow/execute.py');
  const fingerprints = join7(root2, 'packages/cli/test/cases');
  const child2 = spawn2(pythonEnvironment(), [script2, fingerprints, ...preload], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...process.env,
      PYTHONHASHSEED: '0',
      PYTHONDONTWRITEBYTECODE: '1',
      MPLBACKEND: 'Agg',
      // A fork of a process with threads may hang.
      OMP_NUM_THREADS: '1',
      OPENBLAS_NUM_THREADS: '1',
    },
  });
  const waiting = [];
  createInterface({ input: child2.stdout }).on('line', (line) => waiting.shift()?.(line));
  let ended = false;
  child2.on('exit', () => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(ENDED);
  });
  child2.stdin.on('error', () => void 0);
  return {
    execute: (jobs) =>
      Promise.all(
        jobs.map(
          (job) =>
            new Promise((done) => {
              if (ended) return done(JSON.parse(ENDED));
              waiting.push((line) => done(JSON.parse(line)));
              child2.stdin.write(`${JSON.stringify({ fresh: false, ...job })}
`);
            }),
        ),
      ),
    close: () => child2.stdin.end(),
  };
}

// packages/core/test/dataflow/slice-program.ts
var libraries = createLibraryIndex(allLibraries);
function sliceOf(graph, name) {
  if (!graph.final[name]) return null;
  const slice = sliceFor(graph, { names: [name] });
  return { script: printScript(graph, slice, [name]), keptSteps: slice.steps.length };
}

// packages/core/test/dataflow/random/draft.ts
function nameOf(draft, kind) {
  const names = draft.names.get(kind) ?? [];
  return names.length === 0 ? void 0 : draft.draws.pickFrom(names);
}
function target2(draft, kind) {
  const old = (draft.names.get(kind) ?? []).filter((name) => /\d$/.test(name));
  const mayBeNew = draft.depth === 0;
  if (old.length > 0 && (!mayBeNew || draft.draws.chance(0.35))) {
    const name = draft.draws.pickFrom(old) ?? kind;
    draft.globals?.add(name);
    return name;
  }
  return fresh(draft, kind);
}
function fresh(draft, kind) {
  const name = `${kind}${draft.counter.next++}`;
  if (draft.depth === 0) draft.bound.push([kind, name]);
  return name;
}
function inside2(draft, extra = [], globals = draft.globals) {
  const names = new Map(draft.names);
  for (const [kind, name] of extra) names.set(kind, [...(names.get(kind) ?? []), name, name]);
  return { ...draft, names, depth: draft.depth + 1, globals, bound: [] };
}
function block2(draft, most = 2) {
  const count = draft.draws.integer(1, most);
  const lines = [];
  for (let made = 0; made < count; made++) lines.push(statement2(draft));
  return indented(lines.join('\n'));
}
function indented(text) {
  return text.replace(/^(?=.)/gm, '    ');
}
function statement2(draft) {
  for (let attempt2 = 0; attempt2 < 12; attempt2++) {
    const made = draft.draws.pickFrom(draft.makers)?.(draft);
    if (made !== null && made !== void 0) return made;
  }
  return 'pass';
}

// packages/core/test/dataflow/random/expressions.ts
var KEYS2 = ['p', 'q', 'r'];
function number(draft, deep = 0) {
  const { draws } = draft;
  const i = nameOf(draft, 'i');
  const l = nameOf(draft, 'l');
  const d = nameOf(draft, 'd');
  const f = nameOf(draft, 'f');
  const o = nameOf(draft, 'o');
  const it = nameOf(draft, 'it');
  const options = [String(draws.integer(0, 9))];
  if (i) options.push(i, i, `(${i} * 3 + ${draws.integer(1, 5)}) % 97`);
  if (l) options.push(`len(${l})`, `sum(${l}) % 97`, `(${l}[-1] if ${l} else 0)`, `max(${l}, default=1)`);
  if (d) options.push(`${d}.get('${draws.pick(KEYS2)}', 2)`, `sum(${d}.values()) % 97`);
  if (it) options.push(`next(${it}, 0)`);
  if (o) options.push(...numbersOf(draft, o));
  if (f && deep < 2) options.push(`${f}(${number(draft, deep + 1)})`);
  return draws.pickFrom(options) ?? '0';
}
function numbersOf(draft, o) {
  const has2 = (hook) => draft.hooks.has(hook);
  return [
    `${o}.n`,
    `${o}.get()`,
    `len(${o}.items)`,
    ...(has2('property') ? [`${o}.total`] : []),
    ...(has2('len') ? [`len(${o})`] : []),
    ...(has2('call') ? [`${o}(${draft.draws.integer(1, 4)})`] : []),
    ...(has2('getitem') ? [`${o}[${draft.draws.integer(0, 2)}]`] : []),
    ...(has2('contains') ? [`int(3 in ${o})`] : []),
    ...(has2('class') ? [`${o}.count`, `type(${o}).made`] : []),
    ...(has2('getattr') ? [`${o}.missing_part`] : []),
    `getattr(${o}, 'n')`,
  ];
}
function list(draft, deep = 0) {
  const { draws } = draft;
  const l = nameOf(draft, 'l');
  const ll = nameOf(draft, 'll');
  const dl = nameOf(draft, 'dl');
  const o = nameOf(draft, 'o');
  const g = nameOf(draft, 'g');
  const options = [`[${number(draft, 1)}, ${draws.integer(0, 9)}]`];
  if (l) {
    options.push(l, l, l, `${l}[-4:]`, `list(${l})`, `${l} or [1]`, `[x + 1 for x in ${l}]`, `sorted(${l})`);
    options.push(`(${l} if ${number(draft, 1)} > 3 else ${nameOf(draft, 'l') ?? l})`, `copy.copy(${l})`);
  }
  if (ll)
    options.push(
      `${ll}[0]`,
      `${ll}[-1]`,
      `min(${ll}, key=len)`,
      `sorted(${ll})[0]`,
      `list(${ll})[0]`,
      `${ll}[:1][0]`,
    );
  if (dl)
    options.push(`${dl}['p']`, `${dl}.get('q', ${dl}['p'])`, `list(${dl}.values())[0]`, `{**${dl}}['p']`);
  if (o) options.push(`${o}.items`, `${o}.__dict__['items']`, `vars(${o})['items']`);
  if (o && draft.hooks.has('class')) options.push(`${o}.seen`);
  if (o && draft.hooks.has('iter')) options.push(`list(${o})`);
  if (g && deep < 2) options.push(`${g}(${list(draft, deep + 1)})`);
  return draws.pickFrom(options) ?? '[]';
}
function condition(draft) {
  const l = nameOf(draft, 'l');
  const o = nameOf(draft, 'o');
  return draft.draws.pick([
    `${number(draft)} % 2 == 0`,
    `${number(draft)} > ${number(draft)}`,
    l ? `len(${l}) > 2 and ${number(draft)} != 4` : 'True',
    l ? `3 in ${l}` : 'False',
    o && draft.hooks.has('len') ? o : 'not None',
    o && draft.hooks.has('eq') ? `${o} == ${o}` : '1 < 2 < 3',
  ]);
}

// packages/core/test/dataflow/random/containers.ts
var key = (draft) => draft.draws.pick(KEYS2);
var containerMakers = [
  (draft) => `${target2(draft, 'i')} = ${number(draft)}`,
  (draft) => `${target2(draft, 'l')} = ${list(draft)}`,
  (draft) => `${target2(draft, 'l')} = ${list(draft)}`,
  (draft) => {
    const value = list(draft);
    return `${target2(draft, 'l')} = ${target2(draft, 'l')} = ${value}`;
  },
  (draft) => `${target2(draft, 'll')} = [${list(draft)}, ${list(draft)}]`,
  (draft) => `${target2(draft, 'll')} = [${list(draft)}] * 2`,
  (draft) => `${target2(draft, 'd')} = {'p': ${number(draft)}, 'q': ${number(draft)}}`,
  (draft) => `${target2(draft, 'dl')} = {'p': ${list(draft)}, '${key(draft)}': ${list(draft)}}`,
  (draft) => `${target2(draft, 's')} = f'{${number(draft)}}-{${list(draft)}!r}'`,
  changeOf('l', (l, draft) => `${l}.append(${number(draft)})`),
  changeOf('l', (l, draft) => `${l} += [${number(draft)}]`, true),
  changeOf('l', (l, draft) => `${l}.extend(${list(draft)}[-2:])`),
  changeOf('l', (l, draft) => `${l}[:1] = [${number(draft)}]`),
  changeOf('l', (l, draft) => `${l}.insert(0, ${number(draft)}); ${l}.reverse()`),
  changeOf('l', (l) => `del ${l}[3:]`),
  changeOf('l', (l) => `${l}.sort()`),
  changeOf('l', (l) => `heapq.heapify(${l})`),
  changeOf('i', (i, draft) => `${i} += ${number(draft)}`, true),
  changeOf('i', (i, draft) => `${i} = (${i} + ${number(draft)}) % 97`, true),
  changeOf('ll', (ll, draft) => `${ll}.append(${list(draft)})`),
  changeOf('ll', (ll, draft) => `${ll}[0] = ${list(draft)}`),
  changeOf('ll', (ll, draft) => `${ll}[-1].append(${number(draft)})`),
  changeOf('ll', (ll, draft) => `[row.append(${number(draft)}) for row in ${ll}]`),
  changeOf('ll', (ll, draft) => `for row in ${ll}: row += [${number(draft)}]`),
  changeOf('ll', (ll, draft) => `for at, row in enumerate(${ll}[:3]): row.append(at + ${number(draft)})`),
  changeOf('d', (d, draft) => `${d}['${key(draft)}'] = ${number(draft)}`),
  changeOf('d', (d, draft) => `${d}.update(r=${number(draft)})`),
  changeOf('d', (d) => `${d}.pop('r', None)`),
  changeOf('d', (d, draft) => `${d}['p'] += ${number(draft)}`),
  changeOf('dl', (dl, draft) => `${dl}['${key(draft)}'] = ${list(draft)}`),
  changeOf('dl', (dl, draft) => `${dl}['p'].append(${number(draft)})`),
  changeOf('dl', (dl, draft) => `${dl}.setdefault('r', ${list(draft)}).append(${number(draft)})`),
  changeOf('dl', (dl, draft) => `for key, part in ${dl}.items(): part.append(len(key) + ${number(draft)})`),
  (draft) => {
    const one2 = nameOf(draft, 'l');
    const other = nameOf(draft, 'l');
    if (!one2 || !other || draft.depth > 0) return null;
    return `${one2}, ${other} = ${other}, ${one2}`;
  },
  fromOf('ll', 'l', (ll) => `${ll}.pop() if len(${ll}) > 1 else ${ll}[0]`),
  fromOf('ll', 'l', (ll) => `functools.reduce(lambda one, other: one if len(one) > 1 else other, ${ll})`),
  fromOf('ll', 'll', (ll) => `list(reversed(${ll}))`),
  fromOf('ll', 'll', (ll) => `copy.deepcopy(${ll})`),
  fromOf('ll', 'll', (ll) => `[part for part in ${ll} if part]  + [[]]`),
  fromOf('ll', 'dl', (ll) => `dict(zip('pq', [${ll}[0], ${ll}[-1]]))`),
  fromOf('ll', 'dl', (ll) => `{name: ${ll}[0] for name in 'pq'}`),
  fromOf('dl', 'll', (dl) => `list(${dl}.values())`),
  fromOf('dl', 'dl', (dl) => `dict(${dl})`),
  fromOf('l', 'i', (l) => `sum(x for x in ${l} if x % 2) % 97`),
  fromOf('l', 'i', (l) => `${l}.pop() if ${l} else 0`),
  (draft) => {
    const ll = nameOf(draft, 'll');
    if (!ll || draft.depth > 0) return null;
    return `${fresh(draft, 'l')}, *${fresh(draft, 'll')} = ${ll}[:2] + [[7]]`;
  },
  (draft) => {
    const l = nameOf(draft, 'l');
    if (!l || draft.depth > 0) return null;
    return `${fresh(draft, 'l')} = [${fresh(draft, 'i')} := x for x in [0, *${l}][-3:]]`;
  },
];
function changeOf(kind, write, binds = false) {
  return (draft) => {
    const name = nameOf(draft, kind);
    if (name === void 0) return null;
    if (binds && /\d$/.test(name)) draft.globals?.add(name);
    return write(name, draft);
  };
}
function fromOf(from2, to2, write) {
  return (draft) => {
    const name = nameOf(draft, from2);
    if (name === void 0) return null;
    const value = write(name, draft);
    return `${target2(draft, to2)} = ${value}`;
  };
}

// packages/core/test/dataflow/random/classes.ts
var HOOKS = {
  descriptor: `    class Slot:
        def __get__(self, held, owner=None):
            if held is None:
                return self
            held.n += 1
            return held.items
        def __set__(self, held, value):
            held.items.append(value)
            L.append(value)
    slot = Slot()`,
  property: `    @property
    def total(self):
        self.n += 1
        return sum(self.items) % 97
    @total.setter
    def total(self, value):
        self.items.append(value)`,
  len: `    def __len__(self):
        L.append(1)
        return len(self.items)`,
  iadd: `    def __iadd__(self, other):
        self.items.append(other)
        return self
    def __add__(self, other):
        L.append(other)
        return type(self)(self.n + other, self.items)`,
  call: `    def __call__(self, x):
        self.n += x
        return self.n % 97`,
  getitem: `    def __getitem__(self, at):
        self.n += 1
        return self.n + at
    def __setitem__(self, at, value):
        self.items.append(value + at)`,
  contains: `    def __contains__(self, x):
        L.append(x)
        return x in self.items`,
  iter: `    def __iter__(self):
        self.n += 1
        yield from self.items[:3]`,
  enter: `    def __enter__(self):
        self.items.append(self.n)
        return self
    def __exit__(self, kind, error, trace):
        L.append(self.n)
        return True`,
  class: `    made = 0
    seen = []
    @classmethod
    def build(cls, n):
        cls.made += 1
        return cls(n, cls.seen)
    @staticmethod
    def note(x):
        L.append(x)
        return x
    @property
    def count(self):
        return type(self).made`,
  eq: `    def __eq__(self, other):
        self.n += 1
        return self.n == other.n
    __hash__ = None`,
  getattr: `    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        self.n += len(name)
        return self.n % 97`,
  repr: `    def __repr__(self):
        self.n += 1
        return f'<{self.n % 97}>'`,
};
function drawHooks(draws) {
  return new Set(Object.keys(HOOKS).filter(() => draws.chance(0.35)));
}
var classMakers = [
  defineClass3,
  (draft) => {
    const k = nameOf(draft, 'k');
    if (!k) return null;
    const value = `${k}(${number(draft)}, ${list(draft)})`;
    return `${target2(draft, 'o')} = ${value}`;
  },
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class')
      ? `${target2(draft, 'o')} = ${nameOf(draft, 'k')}.build(${number(draft)})`
      : null,
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class')
      ? `${nameOf(draft, 'k')}.seen.append(${number(draft)})`
      : null,
  (draft) =>
    nameOf(draft, 'k') && draft.hooks.has('class') ? `${nameOf(draft, 'k')}.note(${number(draft)})` : null,
  changeOf('o', (o, draft) => `${o}.n = ${number(draft)}`),
  changeOf('o', (o, draft) => `${o}.items = ${list(draft)}`),
  changeOf('o', (o, draft) => `${o}.add(${number(draft)})`),
  changeOf('o', (o, draft) => `${o}.add(${number(draft)}).add(${number(draft)})`),
  changeOf('o', (o, draft) => `setattr(${o}, 'n', ${number(draft)})`),
  changeOf('o', (o, draft) => `getattr(${o}, 'ad' + 'd')(${number(draft)})`),
  changeOf('o', (o, draft) => `vars(${o})['n'] = ${number(draft)}`),
  (draft) => {
    const o = nameOf(draft, 'o');
    return o
      ? `${target2(draft, 'o')} = ${draft.draws.pick([o, `copy.copy(${o})`, `copy.deepcopy(${o})`, `${o}.add(1)`])}`
      : null;
  },
  (draft) => {
    const o = nameOf(draft, 'o');
    return o && draft.depth === 0 ? `${fresh(draft, 'g')} = lambda xs: ${o}.add(len(xs)).items` : null;
  },
  (draft) => {
    const o = nameOf(draft, 'o');
    return o && draft.depth === 0 ? `${fresh(draft, 'g')} = ${o}.keep` : null;
  },
  (draft) => {
    const k = nameOf(draft, 'k');
    return k && draft.depth === 0 ? `${k}.get = lambda self: self.n + ${number(draft)}` : null;
  },
  hooked('iadd', (o, draft) => `${o} += ${number(draft)}`, true),
  hooked('iadd', (o, draft) => `${o} = ${o} + ${number(draft)}`, true),
  hooked('getitem', (o, draft) => `${o}[${draft.draws.integer(0, 3)}] = ${number(draft)}`),
  hooked('property', (o, draft) => `${o}.total = ${number(draft)}`),
  hooked('descriptor', (o, draft) => `${o}.slot = ${number(draft)}`),
  hooked('descriptor', (o, draft) => `${o}.slot.append(${number(draft)})`),
  hooked('descriptor', (o, draft) => `${target2(draft, 'l')} = ${o}.slot`),
  hooked(
    'repr',
    (o, draft) =>
      `${target2(draft, 's')} = ${draft.draws.pick([`f'{${o}!r}'`, `repr(${o})`, `str([${o}])`, `'%s' % ${o}`])}`,
  ),
  hooked('repr', (o) => `print(${o})`),
  hooked(
    'iter',
    (o, draft) =>
      `${target2(draft, 'i')} = ${draft.draws.pick([`sum(${o}) % 97`, `max(${o}, default=0)`, `len(tuple(${o}))`])}`,
  ),
  hooked(
    'enter',
    (o, draft) => `with ${o} as held:
${block2(inside2(draft, [['o', 'held']]), 2)}`,
  ),
  hooked(
    'enter',
    (o, draft) => `with ${o}:
${block2(inside2(draft), 2)}
    raise ValueError('left')`,
  ),
];
function hooked(hook, write, binds = false) {
  const make = changeOf('o', write, binds);
  return (draft) => (draft.hooks.has(hook) ? make(draft) : null);
}
function defineClass3(draft) {
  if (draft.depth > 0) return null;
  const base = nameOf(draft, 'k');
  const l = nameOf(draft, 'l') ?? '[]';
  if (base && draft.draws.chance(0.6)) {
    const effect2 = draft.draws.pick([
      `${l}.append(x)`,
      'self.n += 1',
      `self.items.append(${number(draft)})`,
    ]);
    return `class ${fresh(draft, 'k')}(${base}):
    def add(self, x):
        ${effect2}
        return super().add(x)`;
  }
  const hooks = Object.entries(HOOKS)
    .filter(([hook]) => draft.hooks.has(hook))
    .map(([, text]) => text.replace(/\bL\b/g, l));
  const value = number(draft, 2);
  return `class ${fresh(draft, 'k')}:
    def __init__(self, n, items):
        self.n = n
        self.items = items
    def add(self, x):
        self.items.append(x)
        return self
    def keep(self, xs):
        xs.append(self.n % 97)
        self.items = xs
        return xs
    def get(self):
        return (self.n + ${value}) % 97${hooks
          .map(
            (text) => `
${text}`,
          )
          .join('')}`;
}

// packages/core/test/dataflow/random/control.ts
var inner = (draft) => block2(inside2(draft), 2);
var loop = (draft) => block2(inside2(draft, [['i', 'step']]), 2);
var blockMakers = [
  (draft) => `if ${condition(draft)}:
${inner(draft)}`,
  (draft) => `if ${condition(draft)}:
${inner(draft)}
else:
${inner(draft)}`,
  (draft) => `for step in range(${draft.draws.integer(1, 4)}):
${loop(draft)}`,
  (draft) => `for step in list(${list(draft)})[:4]:
${loop(draft)}
    if ${condition(draft)}:
        break
${loop(draft)}
else:
${inner(draft)}`,
  (draft) => `for step in [3, 1, 2]:
    if step == ${number(draft)}:
        continue
${loop(draft)}`,
  (draft) => {
    const left = `left${draft.counter.next++}`;
    return `${left} = 3
while ${left} > 0:
    ${left} -= 1
${inner(draft)}
    if ${condition(draft)}: break`;
  },
  (draft) => `try:
${inner(draft)}
    [][${number(draft)}]
${inner(draft)}
except IndexError as error:
    caught = str(error)
${inner(draft)}`,
  (draft) => `try:
    if ${condition(draft)}:
        raise KeyError('no')
${inner(draft)}
except KeyError:
${inner(draft)}
else:
${inner(draft)}
finally:
${inner(draft)}`,
  (draft) => `with contextlib.suppress(ValueError):
${inner(draft)}
    if ${condition(draft)}:
        raise ValueError
${inner(draft)}`,
  (draft) => `match ${list(draft)}:
    case [first, *others] if first > ${number(draft)}:
${indented(
  block2(
    inside2(draft, [
      ['i', 'first'],
      ['l', 'others'],
    ]),
    2,
  ),
)}
    case _:
${indented(inner(draft))}`,
  (draft) => {
    if (draft.depth > 0) return null;
    const l = nameOf(draft, 'l');
    if (!l) return null;
    const manager = `manager${draft.counter.next++}`;
    return `@contextlib.contextmanager
def ${manager}(value):
    ${l}.append(value)
    try:
        yield [value]
    finally:
        ${l}.append(-value)
with ${manager}(${number(draft)}) as held:
${block2(inside2(draft, [['l', 'held']]), 2)}`;
  },
];
var barrierMakers = [
  changeOf('i', (i, draft) =>
    draft.globals ? 'pass' : `exec('${i} = ${i} + ${draft.draws.integer(1, 9)}')`,
  ),
  changeOf('l', (l, draft) => (draft.globals ? 'pass' : `exec('${l}.append(${draft.draws.integer(1, 9)})')`)),
  changeOf('i', (i, draft) => `globals()['${i}'] = ${number(draft)}`),
  (draft) => `${target2(draft, 'i')} = eval('len(str(${number(draft).replaceAll("'", '"')}))')`,
  (draft) => {
    const i = nameOf(draft, 'i');
    if (!i || draft.depth > 0) return null;
    return `del ${i}
${i} = ${draft.draws.integer(1, 9)}`;
  },
];
var controlMakers = [
  ...blockMakers.map((make) => (draft) => (draft.depth < 2 ? make(draft) : null)),
  (draft) => {
    if (draft.depth > 0) return null;
    return `if ${condition(draft)}:
    ${fresh(draft, 'l')} = ${list(draft)}
else:
    ${draft.bound.at(-1)?.[1]} = ${list(draft)}`;
  },
  (draft) => (draft.depth > 0 && draft.depth < 3 ? statement2(inside2(draft)) : null),
];

// packages/core/test/dataflow/random/draws.ts
function drawsOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 1831565813) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (options) => options[integer(0, options.length - 1)] ?? options[0],
    pickFrom: (options) => options[integer(0, options.length - 1)],
  };
}

// packages/core/test/dataflow/random/functions.ts
var functionMakers = [
  numberFunction,
  numberFunction,
  listFunction,
  (draft) => {
    if (draft.depth > 0) return null;
    const value = number(draft);
    return `${fresh(draft, 'f')} = lambda x: (x + ${value}) % 97`;
  },
  closurePair,
  (draft) => {
    const f = nameOf(draft, 'f');
    if (!f || draft.depth > 0) return null;
    const l = nameOf(draft, 'l') ?? '[]';
    return `def deco${draft.counter.next}(inner):
    def wrapper(*args, **kwargs):
        ${l}.append(len(args))
        return inner(*args, **kwargs)
    return wrapper
${fresh(draft, 'f')} = deco${draft.counter.next - 1}(${f})`;
  },
  (draft) => {
    const f = nameOf(draft, 'f');
    if (!f || draft.depth > 0) return null;
    return `${fresh(draft, 'f')} = functools.lru_cache(None)(${f})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const value = list(draft);
    return `${fresh(draft, 'f')} = functools.partial(lambda held, x: held.append(x) or len(held), ${value})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const held = fresh(draft, 'l');
    const f = fresh(draft, 'f');
    return `def ${f}(x, memo=[]):
    memo.append(x)
    return (sum(memo) + ${number(draft)}) % 97
${held} = ${f}.__defaults__[0]`;
  },
  (draft) => {
    const f = fresh(draft, 'f');
    if (draft.depth > 0) return null;
    return `def ${f}(x):
    ${f}.calls += 1
    return ${f}.calls + x
${f}.calls = ${number(draft)}`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const f = fresh(draft, 'f');
    return `def ${f}(x):
    if x <= 0:
        return ${number(draft, 2)}
    ${indented(effect(draft)).trimStart()}
    return (${f}(min(x - 1, 4)) + x) % 97`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    return `table${draft.counter.next} = []
for step in range(3):
    table${draft.counter.next}.append(lambda x: x + step)
${fresh(draft, 'f')} = table${draft.counter.next - 1}[0]`;
  },
  call('f', (f, draft) => `${f}(${number(draft)})`),
  call('f', (f, draft) => `${target2(draft, 'i')} = ${f}(${number(draft)})`),
  call('f', (f, draft) => `${target2(draft, 'l')} = list(map(${f}, ${list(draft)}[:3]))`),
  call('g', (g, draft) => `${g}(${list(draft)})`),
  call('g', (g, draft) => `${target2(draft, 'l')} = ${g}(${list(draft)})`),
  call(
    'g',
    (g, draft) => `${target2(draft, 'l')} = (lambda *parts, **named: ${g}(*parts))(*[${list(draft)}])`,
  ),
];
function call(kind, write) {
  return (draft) => {
    const name = nameOf(draft, kind);
    return name === void 0 ? null : write(name, draft);
  };
}
function effect(draft) {
  const l = nameOf(draft, 'l');
  return l ? `${l}.append(x)` : 'pass';
}
function body(draft, parameter, result) {
  const globals = /* @__PURE__ */ new Set();
  const inner2 = inside2(draft, [parameter], globals);
  const written = block2(inner2, 2);
  const early = draft.draws.chance(0.3)
    ? `    if ${condition(inner2)}:
        return ${result(inner2)}
`
    : '';
  const last = `    return ${result(inner2)}`;
  const declared =
    globals.size > 0
      ? `    global ${[...globals].sort().join(', ')}
`
      : '';
  return `${declared}${early}${written}
${last}`;
}
function numberFunction(draft) {
  if (draft.depth > 0) return null;
  const text = body(draft, ['i', 'x'], (inner2) => number(inner2, 1));
  return `def ${fresh(draft, 'f')}(x):
${text}`;
}
function listFunction(draft) {
  if (draft.depth > 0) return null;
  const text = body(draft, ['l', 'xs'], (inner2) => list(inner2, 1));
  return `def ${fresh(draft, 'g')}(xs):
${text}`;
}
function closurePair(draft) {
  if (draft.depth > 0) return null;
  const make = `make${draft.counter.next}`;
  const start2 = number(draft);
  const held = list(draft);
  const [one2, other] = [fresh(draft, 'f'), fresh(draft, 'g')];
  return `def ${make}(start, held):
    def count(x):
        nonlocal start
        start += x
        return start % 97
    def keep(xs):
        held.append(start % 97)
        xs.append(len(held))
        return held
    return count, keep
${one2}, ${other} = ${make}(${start2}, ${held})`;
}

// packages/core/test/dataflow/random/iterators.ts
var iteratorMakers = [
  (draft) => `${target2(draft, 'it')} = iter(${list(draft)})`,
  (draft) => `${target2(draft, 'it')} = (x + ${number(draft)} for x in ${list(draft)})`,
  (draft) => `${target2(draft, 'it')} = itertools.count(${number(draft)})`,
  (draft) => {
    const f = nameOf(draft, 'f');
    return f ? `${target2(draft, 'it')} = map(${f}, ${list(draft)})` : null;
  },
  (draft) => {
    const it = nameOf(draft, 'it');
    if (!it || draft.depth > 0) return null;
    const lazy2 = draft.draws.pick([
      `filter(None, itertools.islice(${it}, 5))`,
      `itertools.chain([1], itertools.islice(${it}, 4))`,
      `(y for y, _ in zip(${it}, 'abcd'))`,
      `(len(str(p)) for p in enumerate(itertools.islice(${it}, 4)))`,
    ]);
    return `${fresh(draft, 'it')} = ${lazy2}`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const inner2 = inside2(draft, [['i', 'step']], /* @__PURE__ */ new Set());
    const body2 = block2(inner2, 1);
    const declared =
      inner2.globals && inner2.globals.size > 0
        ? `    global ${[...inner2.globals].sort().join(', ')}
`
        : '';
    const make = `gen${draft.counter.next}`;
    const last = nameOf(draft, 'l');
    return `def ${make}(n):
${declared}    for step in range(n):
${indented(body2)}
        yield step
    ${last ? `${last}.append(n)` : 'pass'}
${fresh(draft, 'it')} = ${make}(${draft.draws.integer(1, 3)})`;
  },
  (draft) => {
    if (draft.depth > 0) return null;
    const l = fresh(draft, 'l');
    return `def sender${draft.counter.next}():
    got = []
    while True:
        got.append((yield got))
co${draft.counter.next} = sender${draft.counter.next}()
next(co${draft.counter.next})
${l} = co${draft.counter.next}.send(${number(draft)})
co${draft.counter.next++}.send(${number(draft)})`;
  },
  changeOf('it', (it) => `next(${it}, None)`),
  fromOf('it', 'i', (it) => `next(${it}, 3)`),
  fromOf('it', 'l', (it) => `list(itertools.islice(${it}, 3))`),
  fromOf('it', 'i', (it) => `int(2 in itertools.islice(${it}, 4))`),
  fromOf('it', 'i', (it) => `sum(itertools.islice(${it}, 2)) % 97`),
  fromOf('it', 'i', (it) => `int(any(x > 2 for x in itertools.islice(${it}, 4)))`),
  fromOf('it', 'it', (it) => it),
  changeOf(
    'it',
    (it, draft) => `for step in itertools.islice(${it}, 3):
${block2(inside2(draft, [['i', 'step']]), 1)}`,
  ),
  changeOf(
    'it',
    (it, draft) => `for step in ${it}:
${block2(inside2(draft, [['i', 'step']]), 1)}
    break`,
  ),
  (draft) => {
    const it = nameOf(draft, 'it');
    return it && draft.depth === 0
      ? `${fresh(draft, 'i')}, *${fresh(draft, 'l')} = itertools.chain([0], itertools.islice(${it}, 2))`
      : null;
  },
];

// packages/core/test/dataflow/random/libraries.ts
var small = (draft) => draft.draws.integer(0, 3);
var numpyMakers = [
  (draft) => `${target2(draft, 'a')} = np.arange(${draft.draws.integer(4, 7)})`,
  (draft) => `${target2(draft, 'a')} = np.array(([*${list(draft)}] + [1, 2, 3, 4])[:6])`,
  (draft) => `${target2(draft, 'b')} = np.arange(12).reshape(3, 4)`,
  fromOf('b', 'a', (b) => `${b}.ravel()`),
  fromOf('b', 'a', (b) => `${b}[1]`),
  fromOf('b', 'b', (b) => `${b}.copy()`),
  fromOf('b', 'b', (b) => `${b}[::-1]`),
  fromOf('a', 'a', (a) => `${a}.copy()`),
  fromOf('a', 'a', (a) => `${a}[::-1]`),
  fromOf('a', 'a', (a) => `${a}.astype(int)`),
  fromOf('a', 'a', (a) => `np.asarray(${a})`),
  fromOf('a', 'a', (a) => `np.where(${a} > 2, ${a}, 0)`),
  fromOf('a', 'a', (a) => `np.concatenate([${a}, ${a}])[:8]`),
  fromOf('a', 'a', (a) => `np.sort(${a})`),
  fromOf('a', 'a', (a) => `${a}.reshape(-1)`),
  fromOf('a', 'a', (a) => `(${a} * 2 + 1) % 50`),
  fromOf('a', 'a', (a) => `${a}[[0, 1, 2, 3]]`),
  fromOf('a', 'i', (a) => `int(${a}.sum()) % 97`),
  fromOf('a', 'i', (a) => `int(${a}[1]) % 97`),
  fromOf('a', 'l', (a) => `${a}.tolist()`),
  fromOf('b', 'i', (b) => `int(${b}.mean()) % 97`),
  (draft) => `np.random.seed(${number(draft)})`,
  (draft) => `${target2(draft, 'a')} = np.random.randint(0, 9, 4)`,
  (draft) => `${target2(draft, 'a')} = np.random.default_rng(${small(draft)}).integers(0, 9, 5)`,
  (draft) => (draft.depth === 0 ? `${fresh(draft, 'a')} = np.random.permutation(5)` : null),
  changeOf('a', (a) => `np.random.shuffle(${a})`),
  changeOf('a', (a, draft) => `${a}[${small(draft)}] = ${number(draft)}`),
  changeOf('a', (a, draft) => `${a}[1:3] = ${number(draft)}`),
  changeOf('a', (a, draft) => `${a}[${a} > 3] = ${number(draft)}`),
  changeOf('a', (a) => `${a}.sort()`),
  changeOf('a', (a) => `${a} += 1`, true),
  changeOf('a', (a, draft) => `np.add(${a}, ${number(draft)}, out=${a})`),
  changeOf('a', (a, draft) => `${a}.fill(${number(draft)})`),
  changeOf('a', (a) => `np.add.at(${a}, [0, 1], 1)`),
  changeOf('a', (a) => `np.put(${a}, [0], 9)`),
  changeOf('b', (b, draft) => `${b}[1, 2] = ${number(draft)}`),
  changeOf('b', (b, draft) => `${b}[:, 1] = ${number(draft)}`),
  changeOf('b', (b, draft) => `${b}.T[0] += ${number(draft)}`),
  changeOf('b', (b) => `for row in ${b}: row += 1`),
  changeOf('b', (b) => `np.fill_diagonal(${b}, 7)`),
  changeOf('b', (b, draft) => `${b}.flat[2] = ${number(draft)}`),
];
var pandasMakers = [
  (draft) =>
    `${target2(draft, 'df')} = pd.DataFrame({'p': [3, 1, 2], 'q': [${number(draft)}, 5, 6], 'r': ['x', 'y', 'x']})`,
  fromOf('df', 'df', (df) => `${df}.copy()`),
  fromOf('df', 'df', (df) => df),
  fromOf('df', 'df', (df, draft) => `${df}.assign(q=${df}['p'] + ${number(draft)})`),
  fromOf('df', 'df', (df) => `${df}.sort_values('p')`),
  fromOf('df', 'df', (df) => `pd.concat([${df}, ${df}], ignore_index=True).head(6)`),
  fromOf('df', 'df', (df) => `${df}.rename(columns={'z': 'w'})`),
  fromOf('df', 'df', (df) => `${df}.merge(${df}[['p']].drop_duplicates(), on='p')`),
  fromOf('df', 'df', (df, draft) => `${df}.query('p >= @${nameOf(draft, 'i') ?? 'zero'} or p < 100')`),
  fromOf('df', 'se', (df) => `${df}['p']`),
  fromOf('df', 'se', (df) => `${df}.groupby('r')['q'].sum()`),
  fromOf('df', 'se', (df) => `${df}.loc[:, 'q']`),
  fromOf('df', 'se', (df) => `${df}[['p', 'q']].apply(lambda column: column.sum())`),
  fromOf('se', 'se', (se) => `${se}.astype(float)`),
  fromOf('se', 'i', (se) => `int(${se}.sum()) % 97`),
  fromOf('se', 'l', (se) => `${se}.tolist()`),
  fromOf('df', 'i', (df) => `len(${df})`),
  fromOf('df', 'l', (df) => `[int(x) for x in ${df}['p'].values]`),
  fromOf('df', 'l', (df) => `[row.p % 97 for row in ${df}.itertuples()]`),
  fromOf('df', 'd', (df) => `${df}.groupby('r')['p'].max().to_dict() | {'p': 1}`),
  changeOf('df', (df, draft) => `${df}['${draft.draws.pick(['p', 'q'])}'] = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}['q'] = ${df}['p'] * ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.loc[${df}['p'] > 1, 'q'] = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.iloc[0, 1] = ${number(draft)}`),
  changeOf('df', (df) => `${df}.sort_values('q', inplace=True)`),
  changeOf('df', (df) => `${df}.reset_index(drop=True, inplace=True)`),
  changeOf('df', (df, draft) => `${df}.p = ${number(draft)}`),
  changeOf('df', (df, draft) => `${df}.insert(0, 'n${draft.counter.next++}', ${number(draft)})`),
  changeOf('df', (df) => `${df}.index = range(10, 10 + len(${df}))`),
  changeOf('df', (df) => `${df}.update(${df}[['p']] + 1)`),
  changeOf('df', (df) => `${df}.eval('q = p + q', inplace=True)`),
  changeOf('df', (df) => `print(${df}.head(), ${df}.describe())`),
  changeOf('se', (se, draft) => `${se}.iloc[0] = ${number(draft)}`),
  changeOf('se', (se) => `${se}.name = 'named'`),
  (draft) => {
    const df = nameOf(draft, 'df');
    const f = nameOf(draft, 'f');
    return df && f ? `${df}['q'] = ${df}['p'].apply(lambda v: int(${f}(int(v))))` : null;
  },
  (draft) => {
    const df = nameOf(draft, 'df');
    return df ? `${df}.to_csv('t.csv', index=False)` : null;
  },
  (draft) => `${target2(draft, 'i')} = len(pd.read_csv('t.csv')) if os.path.exists('t.csv') else 0`,
  (draft) => {
    const df = nameOf(draft, 'df');
    const l = nameOf(draft, 'l') ?? '[0]';
    return df
      ? `for key, part in ${df}.groupby('r'):
    ${l}.append(int(part['p'].sum()) % 97)`
      : null;
  },
];
var sklearnMakers = [
  (draft) => `${target2(draft, 'm')} = LinearRegression()`,
  (draft) => `${target2(draft, 'm')} = Ridge(alpha=${draft.draws.integer(1, 4)})`,
  (draft) => (draft.depth === 0 ? `${fresh(draft, 'm')} = make_pipeline(StandardScaler(), Ridge())` : null),
  (draft) => {
    const m = nameOf(draft, 'm');
    return m && draft.depth === 0 ? `${fresh(draft, 'm')} = make_pipeline(${m})` : null;
  },
  fromOf('m', 'm', (m, draft) => `${m}.fit(features, labels + ${number(draft)})`),
  fromOf('m', 'm', (m) => `clone(${m})`),
  changeOf('m', (m, draft) => `${m}.fit(features * 2, labels * ${draft.draws.integer(1, 4)})`),
  fromOf('m', 'i', (m) => `int(${m}.fit(features, labels).predict(features)[0]) % 97`),
  fromOf('m', 'i', (m) => `len(${m}.get_params())`),
  (draft) => `features[${small(draft)}] = ${number(draft)}`,
  (draft) => `${target2(draft, 'a')} = train_test_split(np.arange(8))[0]`,
  (draft) => `${target2(draft, 'a')} = train_test_split(np.arange(8), random_state=${small(draft)})[0]`,
];
var figureMakers = [
  (draft) => (draft.depth === 0 ? `figure, ${fresh(draft, 'ax')} = plt.subplots()` : null),
  (draft) => `${target2(draft, 'ax')} = plt.gca()`,
  (draft) => `plt.plot(${list(draft)})`,
  (draft) => `plt.title(str(${number(draft)}))`,
  () => 'plt.figure()',
  () => "plt.close('all')",
  (draft) => `plt.rcParams['lines.linewidth'] = ${draft.draws.integer(1, 5)}`,
  (draft) => `${target2(draft, 's')} = plt.gca().get_title()`,
  (draft) => `${target2(draft, 'i')} = len(plt.gca().lines)`,
  (draft) => `${target2(draft, 'i')} = int(plt.plot([1, 2])[0].get_linewidth())`,
  (draft) => `${target2(draft, 'i')} = len(plt.get_fignums())`,
  () => "plt.savefig('figure.png')",
  fromOf('ax', 'i', (ax) => `len(${ax}.lines)`),
  fromOf('ax', 's', (ax) => `${ax}.get_title()`),
  changeOf('ax', (ax, draft) => `${ax}.plot(${list(draft)})`),
  changeOf('ax', (ax, draft) => `${ax}.set_title(f'{${number(draft)}}')`),
  changeOf('ax', (ax) => `plt.sca(${ax})`),
];

// packages/core/test/dataflow/random/resources.ts
var path = (draft) => draft.draws.pick(['a.txt', 'b.txt']);
var resourceMakers = [
  (draft) => `random.seed(${number(draft)})`,
  (draft) => `${target2(draft, 'i')} = random.randint(0, 9)`,
  (draft) => `${target2(draft, 'rng')} = random.Random(${number(draft)})`,
  changeOf('l', (l) => `random.shuffle(${l})`),
  fromOf('rng', 'i', (rng) => `${rng}.randint(0, 9)`),
  fromOf('rng', 'rng', (rng) => rng),
  changeOf('rng', (rng, draft) => `${rng}.shuffle(${list(draft)})`),
  changeOf('rng', (rng, draft) => `${rng}.seed(${number(draft)})`),
  fromOf('l', 'i', (l) => `random.Random(1).choice(${l} or [0])`),
  (draft) => `open('${path(draft)}', 'w').write(str(${number(draft)}))`,
  (draft) => `with open('${path(draft)}', 'a') as out:
    out.write(f'{${number(draft)}}')`,
  (draft) => {
    const name = path(draft);
    return `${target2(draft, 's')} = open('${name}').read() if os.path.exists('${name}') else ''`;
  },
  (draft) => `${target2(draft, 's')} = ','.join(sorted(os.listdir('.')))`,
  (draft) => `pathlib.Path('${path(draft)}').write_text(str(${list(draft)}))`,
  (draft) => `with open('c.json', 'w') as out:
    json.dump(${list(draft)}, out)`,
  (draft) => `${target2(draft, 'l')} = json.load(open('c.json')) if os.path.exists('c.json') else []`,
  () => "if os.path.exists('b.txt'): os.remove('b.txt')",
  () => "os.makedirs('sub', exist_ok=True)",
  () => "os.chdir('sub' if os.path.isdir('sub') else '.')",
  (draft) => `${target2(draft, 'i')} = int(os.getcwd().endswith('sub'))`,
  (draft) => `os.environ['CASE'] = str(${number(draft)})`,
  (draft) => `${target2(draft, 'i')} = len(os.environ.get('CASE', ''))`,
  (draft) => `string.box = ${list(draft)}`,
  (draft) => `if hasattr(string, 'box'): string.box.append(${number(draft)})`,
  (draft) => `${target2(draft, 'l')} = getattr(string, 'box', [0])`,
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
    return l ? `${target2(draft, 'l')} = pickle.loads(pickle.dumps(${l}))` : null;
  },
];

// packages/core/test/dataflow/random/generate.ts
var BASE =
  'import contextlib, copy, functools, heapq, io, itertools, json, os, pathlib, pickle, random, string';
var PLAIN2 = [containerMakers, functionMakers, classMakers, iteratorMakers, controlMakers, resourceMakers];
var NUMPY_OPENING = ['import numpy as np', 'np.random.seed(0)', 'a0 = np.arange(5)'];
var FLAVOURS = [
  { name: 'plain', weight: 45, makers: PLAIN2, opening: [], names: [] },
  { name: 'barriers', weight: 6, makers: [...PLAIN2, barrierMakers, barrierMakers], opening: [], names: [] },
  {
    name: 'numpy',
    weight: 17,
    makers: [containerMakers, functionMakers, controlMakers, numpyMakers, numpyMakers],
    opening: NUMPY_OPENING,
    names: [['a', 'a0']],
  },
  {
    name: 'pandas',
    weight: 20,
    makers: [containerMakers, functionMakers, controlMakers, pandasMakers, pandasMakers],
    opening: [
      'import pandas as pd',
      'zero = 0',
      "df0 = pd.DataFrame({'p': [3, 1, 2], 'q': [4, 5, 6], 'r': ['x', 'y', 'x']})",
    ],
    names: [['df', 'df0']],
  },
  {
    name: 'sklearn',
    weight: 6,
    makers: [containerMakers, numpyMakers, controlMakers, sklearnMakers, sklearnMakers],
    opening: [
      ...NUMPY_OPENING,
      'from sklearn.base import clone',
      'from sklearn.linear_model import LinearRegression, Ridge',
      'from sklearn.model_selection import train_test_split',
      'from sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler',
      'features = np.arange(8.0).reshape(4, 2)',
      'labels = np.array([1.0, 3.0, 2.0, 5.0])',
    ],
    names: [['a', 'a0']],
  },
  {
    name: 'figures',
    weight: 6,
    makers: [containerMakers, functionMakers, controlMakers, figureMakers, figureMakers],
    opening: ['import matplotlib.pyplot as plt'],
    names: [],
  },
];
function generateProgram(seed) {
  const draws = drawsOf(seed);
  const flavour = pickFlavour(draws.integer(0, 99));
  const names = /* @__PURE__ */ new Map([
    ['i', ['i0']],
    ['l', ['l0']],
  ]);
  for (const [kind, name] of flavour.names) names.set(kind, [...(names.get(kind) ?? []), name]);
  const draft = {
    draws,
    names,
    makers: flavour.makers.flat(),
    hooks: drawHooks(draws),
    depth: 0,
    globals: null,
    bound: [],
    counter: { next: 1 },
  };
  const statements = [BASE, 'random.seed(1)', 'i0 = 4', 'l0 = [2, 3]', ...flavour.opening];
  const length = draws.integer(6, 22);
  for (let made = 0; made < length; made++) {
    statements.push(statement2(draft));
    for (const [kind, name] of draft.bound.splice(0)) names.set(kind, [...(names.get(kind) ?? []), name]);
  }
  return { seed, flavour: flavour.name, statements };
}
function pickFlavour(percent) {
  let rest2 = percent;
  for (const flavour of FLAVOURS) {
    if (rest2 < flavour.weight) return flavour;
    rest2 -= flavour.weight;
  }
  throw new Error('the weights of the flavours make 100');
}

// ../../../tmp/scratch-slices/ff.mts
var libraries2 = createLibraryIndex(allLibraries);
var ex = startExecutor('/work/wt/slices');
var [from, to] = process.argv.slice(2).map(Number);
var n = 0;
var vars = 0;
var kept = [0, 0, 0];
for (let seed = from; seed < to; seed++) {
  const cells = generateProgram(seed).statements;
  const [whole] = await ex.execute([{ code: cells.join('\n') + '\n', names: null }]);
  if (!whole || whole.error !== null) continue;
  const names = Object.keys(whole.values);
  const module = await moduleOf2('program.ipynb', cells);
  const plain = analyze(module, { libraries: libraries2, sharing: true });
  const fears = new Map(plain.steps.map(({ id, mutates }) => [id, mutates]));
  let run2;
  try {
    run2 = await record([...cells], { fears, shell: 'python' });
  } catch (e) {
    console.log('norecord', seed);
    continue;
  }
  if (run2.record.outcome.kind !== 'completed') {
    console.log('outcome', seed, JSON.stringify(run2.record.outcome).slice(0, 100));
    continue;
  }
  n++;
  vars += names.length;
  for (const believe of ['replay', 'pipeline']) {
    const g = graphOfRun(
      analyze(module, { libraries: libraries2, record: run2.record, believe, parts: true }),
      run2.record,
      believe,
    );
    const sl = names.map((name) => ({ name, s: sliceOf(g, name) }));
    for (const x of sl) kept[believe === 'replay' ? 0 : 1] += x.s?.keptSteps ?? 0;
    const by = /* @__PURE__ */ new Map();
    for (const x of sl) {
      const k = x.s?.script ?? '';
      by.set(k, [...(by.get(k) ?? []), x.name]);
    }
    for (const [script2, of] of by) {
      const [out] = await ex.execute([{ code: script2, names: of }]);
      for (const name of of)
        if (out.error !== null || out.values[name] !== whole.values[name]) {
          const [a, b, c] = await ex.execute([
            { code: cells.join('\n') + '\n', names: [name], fresh: true },
            { code: script2, names: [name], fresh: true },
            { code: cells.join('\n') + '\n', names: [name], fresh: true },
          ]);
          if (a.values[name] !== c.values[name] || (b.error === null && a.values[name] === b.values[name]))
            continue;
          console.log(
            'WRONG',
            seed,
            believe,
            name,
            (b.error ?? b.values[name] ?? '').slice(0, 120),
            '| instead of |',
            (a.values[name] ?? '').slice(0, 120),
          );
        }
    }
  }
  if (n % 10 === 0) console.log(n, vars, kept.join(' '), cells.length);
}
ex.close();
console.log('done', n, vars, kept.join(' '));
process.exit(0);
