/** A place in a file of the repository: path with forward slashes, line and column counted from 1. */
export type Position = { readonly file: string; readonly line?: number; readonly column?: number };

/** `file`, `file:line` or `file:line:column`: as far as it is known. */
export function showPosition(at: Position): string {
  return [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
}
