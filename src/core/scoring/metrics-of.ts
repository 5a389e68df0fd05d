/** The metrics that a check counts in: its kind, and the name it was given. */
export function metricsOf(kind: string, name: string): readonly string[] {
  return hasOwnName(kind, name) ? [kind, name] : [kind];
}

/** Whether a check was given a name: one that was not is called by its kind, or by kind and argument. */
export function hasOwnName(kind: string, name: string): boolean {
  return name !== kind && !name.startsWith(`${kind}: `);
}
