import type { CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';
import type { FileText } from '../pull-request.ts';

/**
 * The cases with the texts of the files their checks refer to in place of the paths, so that what is scored, hashed
 * and compared is the content.
 * @param texts by path from the repository's root, as `filesOfCases` names them.
 */
export function inlineFiles(
  cases: readonly GoldenCase[],
  kinds: CheckKinds,
  texts: ReadonlyMap<string, FileText>,
): { readonly cases: readonly GoldenCase[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  // One reading for each argument and folder, which its checks then share: a schema is compiled and its fault told once.
  const read = new Map<string, Inlined>();
  const inline = (check: Check): Check => {
    if (filesOfCheck(check, kinds).length === 0) return check;
    const folder = check.at.file.slice(0, check.at.file.lastIndexOf('/') + 1);
    const key = JSON.stringify([check.kind, folder, check.argument]);
    const before = read.get(key);
    const inlined = before ?? inlineCheck(check, kinds, texts);
    read.set(key, inlined);
    if (inlined.kind === 'argument') return { ...check, argument: inlined.argument };
    if (before === undefined) problems.push({ reason: 'files', at: check.at, ...inlined.fault });
    return check;
  };
  return { cases: cases.map((golden) => ({ ...golden, checks: golden.checks.map(inline) })), problems };
}

type Fault = { readonly what: string; readonly fix?: string };

type Inlined =
  | { readonly kind: 'argument'; readonly argument: Json }
  | { readonly kind: 'broken'; readonly fault: Fault };

function inlineCheck(check: Check, kinds: CheckKinds, texts: ReadonlyMap<string, FileText>): Inlined {
  const broken = (what: string, fix?: string): Inlined => ({
    kind: 'broken',
    fault: fix === undefined ? { what } : { what, fix },
  });
  const kind = kinds.get(check.kind);
  const files = filesOfCheck(check, kinds);
  if (kind?.withFiles === undefined) return { kind: 'argument', argument: check.argument };
  const held = new Map<string, string>();
  for (const written of files) {
    const resolved = resolvePath(check.at.file, written);
    const text = resolved.kind === 'path' ? texts.get(resolved.path) : undefined;
    if (text?.kind === 'text') held.set(written, text.text);
    else if (text?.kind === 'refused') return broken(`\`${check.kind}\` cannot read \`${written}\`: ${text.why}.`);
    else {
      const fix = 'Paths are relative to the file they are written in.';
      return broken(`\`${check.kind}\` refers to \`${written}\`, which is not there.`, fix);
    }
  }
  try {
    const argument = toJson(kind.withFiles(check.argument, held));
    if (argument !== undefined && kind.argument.safeParse(argument).success) return { kind: 'argument', argument };
    return broken(`What \`${files.join('`, `')}\` holds is no argument of \`${check.kind}\`.`);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/u, '') : 'not readable';
    return broken(`\`${check.kind}\` cannot use \`${files.join('`, `')}\`: ${why}.`);
  }
}

/** A value as JSON holds it; `undefined` where it holds something else (functions, numbers without end). */
export function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) {
    const items = value.map(toJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (typeof value !== 'object') return undefined;
  const entries = Object.entries(value).flatMap(([key, held]): readonly (readonly [string, Json | undefined])[] =>
    held === undefined ? [] : [[key, toJson(held)]],
  );
  const whole = entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  return whole.length === entries.length ? Object.fromEntries(whole) : undefined;
}

/** Files that the arguments of checks refer to: paths from the repository's root, and what is wrong with the others. */
export function filesOfChecks(
  checks: readonly Check[],
  kinds: CheckKinds,
): { readonly paths: readonly string[]; readonly problems: readonly Problem[] } {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  // Checks of `defaults` are one object in every case: their fault is told once.
  for (const check of new Set(checks)) {
    for (const written of filesOfCheck(check, kinds)) {
      const resolved = resolvePath(check.at.file, written);
      if (resolved.kind === 'path') paths.add(resolved.path);
      else {
        const what = `\`${check.kind}\` cannot read \`${written}\`: ${resolved.why}.`;
        problems.push({
          reason: 'files',
          what,
          at: check.at,
          fix: 'Paths are relative to the file they are written in.',
        });
      }
    }
  }
  return { paths: [...paths], problems };
}

/** Paths that one check refers to, as written. */
function filesOfCheck({ kind, argument }: Check, kinds: CheckKinds): readonly string[] {
  return kinds.get(kind)?.files?.(argument) ?? [];
}
