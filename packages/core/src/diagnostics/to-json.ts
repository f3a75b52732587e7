import { compareDiagnostics } from './compare-diagnostics.ts';
import type { Diagnostic, Location } from './diagnostic.ts';

/** A diagnostic in the JSON that commands print. */
export interface DiagnosticJson {
  readonly code: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly location: LocationJson;
  readonly related: readonly { readonly message: string; readonly location: LocationJson }[];
  readonly hint: string | null;
  readonly url: string | null;
}

/** A place in the JSON that commands print; what is not known is null. */
export interface LocationJson {
  readonly file: string;
  readonly cell: { readonly index: number; readonly id: string | null } | null;
  readonly start: readonly [number, number] | null;
  readonly end: readonly [number, number] | null;
}

/** Turns diagnostics into plain JSON values, in the order in which they are printed. */
export function toJson(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return [...diagnostics].sort(compareDiagnostics).map((each) => ({
    code: each.code,
    rule: each.rule,
    severity: each.severity,
    message: each.message,
    location: locationJson(each.location),
    related: each.related.map(({ message, location }) => ({ message, location: locationJson(location) })),
    hint: each.hint ?? null,
    url: each.url ?? null,
  }));
}

function locationJson({ file, cell, start, end }: Location): LocationJson {
  return {
    file,
    cell: cell === undefined ? null : { index: cell.index, id: cell.id ?? null },
    start: start ?? null,
    end: end ?? null,
  };
}
