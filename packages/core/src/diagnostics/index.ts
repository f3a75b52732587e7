export { CATALOGUE, type Code, findEntry } from './catalogue.ts';
export { compareDiagnostics } from './compare-diagnostics.ts';
export type { Diagnostic, Location, Result, Severity } from './diagnostic.ts';
export { withoutControls } from './frame.ts';
export { type DiagnosticDetails, diagnostic } from './make-diagnostic.ts';
export { printLocation, printPretty, type SourceOf } from './print-pretty.ts';
export { type DiagnosticJson, type LocationJson, toJson } from './to-json.ts';
