import { hash } from '../hash.ts';
import { canonicalJson } from '../json.ts';
import type { Problem } from '../problem.ts';
import { fileToJoin } from '../settle-role.ts';
import { type Side, sides } from '../side.ts';
import { engines } from '../template/engines.ts';
import { lookUp } from '../template/fill-template.ts';
import type { DesignCell, PromptDesign } from './design-review.ts';

/** Variables that are named. */
const mostNamed = 5;

/**
 * Why a prompt is not worth asking: it fills in none of the variables that its cases set, or makes the same request of all cases
 * though they differ in them. Where one side does fill them in, the other that does not is what the review is to tell.
 * A user who is simulated is told the variables, and so is an application; such cases are left out.
 */
export function findUnfilled({ change, cells }: Pick<PromptDesign, 'change' | 'cells'>): Problem | undefined {
  if (change.new?.rendered !== undefined) return undefined;
  const [first] = cells;
  const telling = cells.filter(
    ({ row, scenario, exam, old: before, new: after }) =>
      row === first?.row &&
      scenario === undefined &&
      (after ?? before)?.subject === undefined &&
      Object.keys(exam.golden.vars).length > 0,
  );
  const asked = sides.filter((side) => telling.some((cell) => cell[side] !== undefined));
  if (asked.length === 0) return undefined;
  const differ = new Set(telling.map(({ exam }) => canonicalJson(exam.golden.vars))).size > 1;
  const isUnfilled = asked.every((side) => (differ ? isAlike(telling, side) : isDeaf(telling, change[side])));
  if (!isUnfilled) return undefined;
  const names = [...new Set(telling.flatMap(({ exam }) => Object.keys(exam.golden.vars)))];
  const named = names.slice(0, mostNamed).map((name) => `\`${name}\``);
  const listed = `${named.join(', ')}${names.length > mostNamed ? ' …' : ''}`;
  const engine = change.new?.engine ?? 'mustache';
  const marker = engines[engine === 'none' ? 'mustache' : engine].show(names[0] ?? 'question');
  const path = change.new === undefined ? change.path : fileToJoin(change.new);
  const cases = telling.length === 1 ? 'Its one golden case' : `Its ${telling.length} golden cases`;
  const what = differ
    ? `${cases} differ in ${listed}, and the prompt makes the same request of all of them.`
    : `${cases} ${telling.length === 1 ? 'sets' : 'set'} ${listed}, and the prompt fills in none of it.`;
  return {
    reason: 'files',
    what,
    at: { file: change.path },
    fix: `Write \`${marker}\` where the value belongs, name the prompt’s engine under \`templates\` in the config, or write the user’s turn as \`user\` in the cases. If your code joins text and input into one message, write \`roles: [{ paths: ["${path}"], role: user, append: "\\n\\n{{${names[0] ?? 'question'}}}" }]\`.`,
  };
}

function isAlike(cells: readonly DesignCell[], side: Side): boolean {
  return new Set(cells.map((cell) => hash(cell[side]?.messages ?? []))).size === 1;
}

/** Whether a side takes nothing of what the cases set, and they say nothing else of their own. */
function isDeaf(cells: readonly DesignCell[], prompt: PromptDesign['change']['old']): boolean {
  return cells.every(
    ({ exam: { golden } }) =>
      golden.user === undefined &&
      golden.stored === undefined &&
      golden.wrap === undefined &&
      golden.history.length === 0 &&
      prompt?.variables.every((name) => lookUp(name, golden.vars) === undefined) !== false,
  );
}
