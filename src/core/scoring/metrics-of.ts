import { hasOwnName } from './has-own-name.ts';

/** The metrics that a check counts in: its kind, and the name it was given. */
export function metricsOf(kind: string, name: string): readonly string[] {
  return hasOwnName(kind, name) ? [kind, name] : [kind];
}
