export const SCRIPTS: Readonly<Record<'recorder' | 'elsewhere' | 'compare' | 'bootstrap', readonly string[]>>;
export function joinPython(script: string, read?: (name: string) => string): string;
