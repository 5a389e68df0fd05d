import type { Json, JsonObject } from '../../core/json.ts';
import { jsonMembers, skipSpace } from '../../core/json-text/json-members.ts';
import { TextLines } from '../../core/json-text/text-lines.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { clip } from '../../core/text/clip.ts';
import type { Located, Path } from '../../core/yaml/located.ts';
import { nameType } from '../../core/yaml/name-type.ts';
import { asScore, brokenFile, scoreProblem } from './score-problem.ts';
import { bareTrial, crowdedCase, missingTrial } from './trials.ts';
import type { ScoreCase, ScoreFileRead, ScoreFormat, ScoreRow, ScoreTrial } from './types.ts';

export const scoresByCase: ScoreFormat = {
  name: 'scores',
  knownBy: 'shape',
  about: {
    recognisedBy: 'JSON or YAML that is a map of cases and their scores, or of models and such maps',
    readAs: 'scores by case, or one level deeper by model; a list of them is a trial each',
    notRead: [],
    example: { path: 'scores.json', text: '{ "late": [1, 0, 1], "soon": [1, 1, 1], "never": [0, null, 0.5] }\n' },
  },
  called: 'scores by case',
  wanted: '`{"case": [score, …]}` as JSON',
  repeat: (times) => `list ${times} or more: \`{"case": [1, 0, 1]}\``,
  read: (content, { file }) => {
    if (content.kind !== 'value' || !isObject(content.located.value)) return undefined;
    const { located, checked, text } = content;
    if (oddOneOut(content.located.value) !== undefined) return undefined;
    const [repeated, ...more] = checked ? [] : repeatedKeys(text, file);
    return repeated === undefined ? readScores(located, content.located.value) : brokenFile(repeated, more);
  },
};

/**
 * The first part of a map that is neither of `{case: scores}` nor of `{model: {case: scores}}`, whichever the map begins
 * as; empty where it is neither at all, undefined where it is one of them.
 */
export function oddOneOut(value: JsonObject): readonly string[] | undefined {
  const [first] = Object.values(value);
  if (first === undefined) return [];
  if (!isObject(first)) return oddIn(value);
  for (const [model, cases] of Object.entries(value)) {
    const odd = isObject(cases) ? oddIn(cases) : [];
    if (odd !== undefined) return [model, ...odd];
  }
  return undefined;
}

function oddIn(cases: JsonObject): readonly string[] | undefined {
  const odd = Object.entries(cases).find(([, scores]) => !isScoresValue(scores));
  return odd === undefined ? undefined : [odd[0]];
}

function isScoresValue(value: Json): boolean {
  return Array.isArray(value) ? !value.some((one) => typeof one === 'object' && one !== null) : !isObject(value);
}

/**
 * Reads `{case: [score, …]}`, or one level deeper by model. A single score may stand without a list; `true` and `false`
 * are passes; `null` is a trial without a score.
 */
function readScores(located: Located, map: JsonObject): ScoreFileRead {
  const problems: Problem[] = [];
  const nested = Object.values(map).every(isObject);
  const rows: readonly ScoreRow[] = nested
    ? Object.entries(map).map(([id, cases]) => ({
        id,
        cases: isObject(cases) ? readCases(cases, [id], located, problems) : [],
      }))
    : [{ id: '', cases: readCases(map, [], located, problems) }];
  for (const { id, cases } of rows) {
    if (cases.length > 0 || problems.length > 0) continue;
    const fix = 'Give it `"case": [score, …]`, or leave it out.';
    problems.push({ reason: 'files', what: `\`${id}\` holds no cases.`, at: located.at([id]), fix });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, rest);
  return { kind: 'read', file: { kind: 'scores', subjects: [{ name: '', rows }], notes: [] } };
}

function readCases(cases: JsonObject, under: Path, located: Located, problems: Problem[]): readonly ScoreCase[] {
  return Object.entries(cases).flatMap(([id, written]): readonly ScoreCase[] => {
    const path = [...under, id];
    const scores: readonly Json[] = isList(written) ? written : [written];
    if (scores.length === 0) {
      problems.push({
        reason: 'files',
        what: `The case \`${id}\` has no scores.`,
        at: located.at(path),
        fix: 'Give it at least one score, or null for a trial without one.',
      });
      return [];
    }
    problems.push(...crowdedCase(id, scores.length, () => located.at(path)));
    const trials = scores.flatMap((score, index): readonly ScoreTrial[] => {
      if (typeof score === 'boolean') return [bareTrial(score ? 1 : 0, score)];
      if (score === null || isNotANumber(score))
        return [missingTrial('unscored', `the file has ${name(score)} for it`)];
      const taken = asScore(score);
      if (taken !== undefined) return [bareTrial(taken)];
      const at = located.at(isList(written) ? [...path, index] : path);
      problems.push(scoreProblem(score, `the case \`${id}\``, at));
      return [];
    });
    return [{ id, weight: 1, trials }];
  });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** As Python writes a number that is none. */
function isNotANumber(value: Json): boolean {
  return value === 'NaN' || value === '.nan';
}

function name(value: Json): string {
  return value === null ? 'null' : typeof value === 'string' ? value : nameType(value);
}

/**
 * Keys of a map, and of the maps directly in it, that no scores may stand under: JSON keeps the last of two equal keys and
 * drops the other's scores in silence; `__proto__` is refused in every file.
 */
function repeatedKeys(text: string, file: string): readonly Problem[] {
  const lines = new TextLines(text);
  const root = skipSpace(text, 0);
  const inner = [...jsonMembers(text, root)].filter(({ valueAt }) => text[valueAt] === '{');
  return [root, ...inner.map(({ valueAt }) => valueAt)].flatMap((from) =>
    repeatedIn(text, from, (offset) => ({ file, ...lines.placeOf(offset) })),
  );
}

function repeatedIn(text: string, from: number, at: (offset: number) => Position): readonly Problem[] {
  const seen = new Set<string | number>();
  const problems: Problem[] = [];
  for (const { key, keyAt } of jsonMembers(text, from)) {
    const fault =
      key === '__proto__'
        ? { what: 'The key `__proto__` is not taken.', fix: 'Rename it.' }
        : seen.has(key)
          ? { what: `The key \`${clip(String(key), 80)}\` is written twice.`, fix: 'Keep one of the two.' }
          : undefined;
    seen.add(key);
    if (fault !== undefined) problems.push({ reason: 'files', ...fault, at: at(keyAt) });
  }
  return problems;
}
