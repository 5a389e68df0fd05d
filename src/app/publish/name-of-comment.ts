import type { Settings } from '../../core/settings/settings.ts';

/** What tells our comments apart: the action's `name`, and a check's from a review's. No `name` holds a blank. */
export function nameOfComment({ name = '', mode }: Pick<Settings, 'name' | 'mode'>): string {
  return mode === 'check' ? `${name} check` : name;
}
