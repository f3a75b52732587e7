import type { Resource } from '../libraries/index.ts';
import { touchFile } from './files.ts';
import { NOTHING, union, type Value } from './heap.ts';
import { changeDeep, readDeep } from './objects.ts';
import { type Machine, need, updatedByStep } from './state.ts';
import { overwritten } from './versions.ts';

/** A resource, where need be of one package: `options numpy`. */
export type ResourceKey = string;

/** What nobody can read back within a program, so that order does not matter to any value. */
const UNREAD = new Set<Resource>(['stdout', 'clock', 'system-random']);

export function resourceKey(resource: Resource, owner: string): ResourceKey {
  return resource === 'options' ? `options ${owner === 'seaborn' ? 'matplotlib' : owner}` : resource;
}

export function readResource(machine: Machine, resource: Resource, key: ResourceKey = resource): void {
  machine.step.resourceReads.add(resource);
  if (resource === 'files') touchFile(machine, null, 'look');
  need(machine, machine.resources.get(key) ?? null, 'resource', key);
  readDeep(machine, machine.resourceObjects.get(key) ?? NOTHING);
}

/** Writes a resource: a step that also reads it changes it, one that does not sets it anew. */
export function writeResource(
  machine: Machine,
  resource: Resource,
  mode: 'change' | 'replace',
  key: ResourceKey = resource,
): void {
  machine.step.resourceWrites.add(resource);
  if (resource === 'files') {
    touchFile(machine, null, 'change');
    return;
  }
  if (resource === 'working-directory') machine.directoryChanged = true;
  const objects = machine.resourceObjects.get(key) ?? NOTHING;
  if (mode === 'change') changeDeep(machine, objects);
  if (UNREAD.has(resource) && objects.size === 0) return;
  const before = machine.resources.get(key) ?? null;
  const { number } = machine.step.part;
  if (mode === 'replace' && machine.conditional === 0) {
    machine.resources.set(key, overwritten(number));
  } else {
    need(machine, before, 'resource', key);
    machine.resources.set(key, updatedByStep(machine, before));
  }
}

/** Writes a resource that only grows: who adds to it need not know what is there. */
export function addToResource(machine: Machine, resource: Resource): void {
  machine.step.resourceWrites.add(resource);
  const before = machine.resources.get(resource) ?? null;
  machine.resources.set(resource, updatedByStep(machine, before));
}

/** Makes `value` what the resource stands for from now on: the figure that pyplot draws on. */
export function attach(machine: Machine, key: ResourceKey, value: Value, alone: boolean): void {
  const before = machine.resourceObjects.get(key) ?? NOTHING;
  machine.resourceObjects.set(key, alone ? value : union(before, value));
}

/** What a resource stands for. */
export function attached(machine: Machine, key: ResourceKey): Value {
  return machine.resourceObjects.get(key) ?? NOTHING;
}

/** Reads the options of every package: what text of an unknown value, or arithmetic on it, may depend on. */
export function readAllOptions(machine: Machine): void {
  for (const [key, version] of machine.resources) {
    if (key.startsWith('options ')) need(machine, version, 'resource', key);
  }
}
