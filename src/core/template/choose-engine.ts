import type { EngineName } from './engine.ts';
import { engines } from './engines.ts';

/** Engines that a template's own marks can tell, the more usual first. */
const told = ['mustache', 'f-string', 'string-template', 'percent'] as const satisfies readonly EngineName[];

/**
 * The engine that fills a prompt whose format leaves it open: the one whose markers name variables of its golden cases.
 * `{city}` in a text whose cases know no `city` is text. Where several know some, the first named here fills, and what
 * it leaves is told as foreign (`findForeignMarkers`). Where none does, `{{name}}` is taken for a variable without a value.
 * @param known names that the cases, or the prompt itself, give values to
 */
export function chooseEngine(templates: readonly string[], known: ReadonlySet<string>): EngineName {
  const knows = (engine: EngineName): boolean =>
    templates.some((template) => {
      // `${name}` has single braces too: alone they are `string-template`'s.
      const text = engine === 'f-string' ? template.replaceAll(/\$\{\w+(?:\.\w+)*\}/gu, '') : template;
      return engines[engine].variables(text).some((name) => isKnown(name, known));
    });
  return told.find(knows) ?? 'mustache';
}

/** Whether a name, or the beginning of a way through values (`user` of `user.name`), is among the known ones. */
export function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return known.has(name) || known.has(name.split('.', 1)[0] ?? name);
}
