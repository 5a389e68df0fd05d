import type { Prompt } from '../prompt.ts';
import type { FindTemplate } from './jinja/render.ts';

/** Finds the templates that a prompt's own take in. */
export function findIncluded({ included = {} }: Pick<Prompt, 'included'>): FindTemplate {
  return (name) => (Object.hasOwn(included, name) ? included[name]?.text : undefined);
}
