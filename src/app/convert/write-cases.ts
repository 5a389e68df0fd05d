import { stringify } from 'yaml';
import type { Check, GoldenCase } from '../../core/golden-case.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { showPosition } from '../../core/problem.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';

/** Longest comment of one line. */
const longest = 300;

/** Golden cases as the text of a cases file; what it cannot carry stands as comments over its case. */
export function writeCases(cases: readonly GoldenCase[], from: string, file: string): string {
  const head = [
    `Golden cases, converted from ${from} by \`promptgate convert\`.`,
    'Checks read what a reply says; of a reply that only calls tools they read nothing: `tool-call` reads calls.',
  ];
  return `${comment(head)}\n${cases.map((golden) => writeCase(golden, file)).join('\n')}`;
}

function writeCase(golden: GoldenCase, file: string): string {
  const lost = [
    ...(golden.wrap === undefined ? [] : ['not carried: prefix and suffix: write them into the prompt']),
    ...(golden.scoring === undefined ? [] : [`not carried: the script that scores it (${golden.scoring.script.name})`]),
    ...golden.notRun.map(({ name, why, at }) => `not carried: ${name} (${showPosition(at)})${why ? `: ${why}` : ''}`),
    ...golden.checks.flatMap((check) => lostOf(check)),
  ];
  const { id, tags, weight, min, vars, context, reference, checks } = golden;
  const written: JsonObject = {
    id,
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(weight !== 1 && { weight }),
    ...(min !== undefined && { min: Math.min(1, Math.max(0, min)) }),
    vars,
    ...(context.length > 0 && { context: [...context] }),
    ...(reference !== undefined && { reference }),
    checks: checks.filter(isCarried).map((check) => writeCheck(check, file)),
  };
  const text = stringify([written], { lineWidth: 0 });
  return lost.length === 0 ? text : `${comment(lost)}${text}`;
}

/** A check whose text some script makes would ask something else without it. */
function isCarried({ transforms, contextFrom }: Check): boolean {
  return transforms === undefined && contextFrom === undefined;
}

function lostOf(check: Check): readonly string[] {
  const about = `${check.name} (${showPosition(check.at)})`;
  if (!isCarried(check)) return [`not carried: ${about}: a script makes what it reads`];
  return check.set === undefined ? [] : [`${about} was in a set that passed by its mean, from ${check.set.min} on`];
}

function writeCheck({ kind, name, argument, options, weight, min, not, required }: Check, file: string): Json {
  const own = name === kind || name.startsWith(`${kind}: `) || name.startsWith('not ') ? undefined : name;
  return {
    [kind]: argumentOf(kind, argument, file),
    ...options,
    ...(own !== undefined && { name: own }),
    ...(weight !== 1 && { weight: Math.round(weight * 1e6) / 1e6 }),
    ...(required && { required }),
    ...(not === true && { not }),
    ...(min !== undefined && { min }),
  };
}

/** The text of a script stays in its file, named from the cases file. */
function argumentOf(kind: string, argument: Json, file: string): Json {
  if (kind !== 'javascript' || typeof argument !== 'object' || argument === null || !('source' in argument)) {
    return argument;
  }
  const { source: _, file: script, ...rest } = argument;
  return { file: pathFrom(file, String(script)), ...rest };
}

function pathFrom(file: string, to: string): string {
  const [from, target] = [file.split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < from.length && from[shared] === target[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function comment(lines: readonly string[]): string {
  return lines.map((line) => `# ${showOnOneLine(line, longest)}\n`).join('');
}
