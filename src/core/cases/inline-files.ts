import type { CheckKinds } from '../check-kind.ts';
import type { Check, GoldenCase } from '../golden-case.ts';
import { resolvePath } from '../paths/resolve-path.ts';
import type { Problem } from '../problem.ts';
import type { FileText } from '../pull-request.ts';
import { filesOfCheck } from './files-of-checks.ts';
import { toJson } from './to-json.ts';

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
  // Checks of `defaults` are one object in every case: each is read, and its fault told, once.
  const inlined = new Map<Check, Check>();
  const inline = (check: Check): Check => {
    const before = inlined.get(check);
    if (before !== undefined) return before;
    const result = inlineCheck(check, kinds, texts);
    if ('what' in result) problems.push({ reason: 'files', at: check.at, ...result });
    const after = 'what' in result ? check : result;
    inlined.set(check, after);
    return after;
  };
  return { cases: cases.map((golden) => ({ ...golden, checks: golden.checks.map(inline) })), problems };
}

type Fault = { readonly what: string; readonly fix?: string };

function inlineCheck(check: Check, kinds: CheckKinds, texts: ReadonlyMap<string, FileText>): Check | Fault {
  const kind = kinds.get(check.kind);
  const files = filesOfCheck(check, kinds);
  if (kind?.withFiles === undefined || files.length === 0) return check;
  const held = new Map<string, string>();
  for (const written of files) {
    const resolved = resolvePath(check.at.file, written);
    const text = resolved.kind === 'path' ? (texts.get(resolved.path) ?? { kind: 'absent' as const }) : undefined;
    if (text?.kind === 'text') held.set(written, text.text);
    else if (text?.kind === 'refused') return { what: `\`${check.kind}\` cannot read \`${written}\`: ${text.why}.` };
    else {
      const fix = 'Paths are relative to the file they are written in.';
      return { what: `\`${check.kind}\` refers to \`${written}\`, which is not there.`, fix };
    }
  }
  try {
    const argument = toJson(kind.withFiles(check.argument, held));
    if (argument !== undefined && kind.argument.safeParse(argument).success) return { ...check, argument };
    return { what: `What \`${files.join('`, `')}\` holds is no argument of \`${check.kind}\`.` };
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\.$/u, '') : 'not readable';
    return { what: `\`${check.kind}\` cannot use \`${files.join('`, `')}\`: ${why}.` };
  }
}
