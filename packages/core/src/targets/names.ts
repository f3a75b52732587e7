/** Gives a name that DNS-1123 allows, as Kubernetes asks for: lower case, digits and hyphens, at most `most` of them. */
export function toDnsName(name: string, most = 63): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, most).replace(/^-+|-+$/g, '') || 'x';
}

/** Gives the prefix of a project's variables of the environment: `CHURN`. */
export function toVariable(packageName: string): string {
  return packageName.toUpperCase();
}
