/** Tells whether a path starts at a root, of any system, or at a drive. */
export function isAbsolute(path: string): boolean {
  return /^([A-Za-z]:)?[\\/]/.test(path);
}

/** Tells whether a location names its scheme: `s3://bucket/key`. */
export function isUri(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}

/** Tells whether a location is the same in every working directory: absolute, below the home folder, or a URI. */
export function isRooted(location: string): boolean {
  return isAbsolute(location) || location.startsWith('~') || isUri(location);
}
