/** Whether a check was given a name: one that was not is called by its kind, or by kind and argument. */
export function hasOwnName(kind: string, name: string): boolean {
  return name !== kind && !name.startsWith(`${kind}: `);
}
