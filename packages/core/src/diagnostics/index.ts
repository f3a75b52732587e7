export type { Diagnostic, Location, Result, Severity } from './diagnostic.ts';
