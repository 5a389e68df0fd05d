/** Packages whose manifest names no licence, with the one that their repository states for that version. */
const upstream: ReadonlyMap<string, string> = new Map([['buffers', 'MIT/X11']]);

/** The licence of a package by its manifest or, where that names none, by its author's repository. */
export function statedLicence(name: string, manifest: string | undefined): string | undefined {
  return manifest ?? upstream.get(name);
}
