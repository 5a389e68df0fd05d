import type { Body, Statement } from './syntax.ts';

/** The bodies that a statement holds. */
export function bodiesOf(statement: Statement): readonly Body[] {
  if (statement.kind === 'if') return [...statement.branches.map(({ body }) => body), statement.otherwise];
  if (statement.kind === 'for') return [statement.body, statement.otherwise];
  return 'body' in statement ? [statement.body] : [];
}
