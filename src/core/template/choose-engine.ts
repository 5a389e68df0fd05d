import { suggestNearest } from '../suggest-nearest.ts';
import type { EngineName } from './engine.ts';
import { engines } from './engines.ts';
import { readJinjaNames } from './jinja/render-jinja.ts';

/** Engines that a template's own marks can tell, the more usual first. */
const told = ['mustache', 'f-string', 'string-template', 'percent'] as const satisfies readonly EngineName[];

/**
 * The engine that fills a prompt whose format leaves it open: Jinja where a template has its tags, or its filters behind a
 * variable of the cases; else the one whose markers name variables of its golden cases.
 * `{city}` in a text whose cases know no `city` is text. Where several know some, the first named here fills, and what
 * it leaves is told as foreign (`findForeignMarkers`). Where none does, one whose names are nearly known fills, so that a
 * misspelt name is told and not sent; else `{{name}}` is taken for a variable without a value.
 * @param known names that the cases, or the prompt itself, give values to
 */
export function chooseEngine(templates: readonly string[], known: ReadonlySet<string>): EngineName {
  if (templates.some((template) => isJinja(template, known))) return 'jinja';
  const knows = (engine: EngineName): boolean =>
    templates.some((template) => {
      // `${name}` has single braces too: alone they are `string-template`'s.
      const text = engine === 'f-string' ? template.replaceAll(/\$\{\w+(?:\.\w+)*\}/gu, '') : template;
      return engines[engine].variables(text).some((name) => isKnown(name, known));
    });
  const nearlyKnows = (engine: EngineName): boolean =>
    templates.some((template) => engines[engine].variables(template).some((name) => isNearly(name, known)));
  return told.find(knows) ?? told.find(nearlyKnows) ?? 'mustache';
}

const jinjaTag = /\{%[-+]?\s*(?:if|for|set|macro|call|filter|block|extends|include|import|from|with|raw|autoescape)\b/u;
const jinjaExpression = /\{\{-?\s*([A-Za-z_]\w*)(?:\.\w+)*\s*(?:\||\(|\[|-\}\})|\{\{-\s*([A-Za-z_]\w*)/gu;

/** What Jinja cannot read (Liquid has tags of the same names) is not Jinja. */
function isJinja(template: string, known: ReadonlySet<string>): boolean {
  const marked =
    jinjaTag.test(template) ||
    Array.from(template.matchAll(jinjaExpression), ([, name, trimmed]) => name ?? trimmed ?? '').some((name) =>
      known.has(name),
    );
  return marked && readJinjaNames(template).kind === 'names';
}

/** Whether a case seems to mean a name and misspells it. Of short names too much is near. */
function isNearly(name: string, known: ReadonlySet<string>): boolean {
  return name.length > 3 && suggestNearest(name, known) !== undefined;
}

/** Whether a name, or the beginning of a way through values (`user` of `user.name`), is among the known ones. */
export function isKnown(name: string, known: ReadonlySet<string>): boolean {
  return known.has(name) || known.has(name.split('.', 1)[0] ?? name);
}
