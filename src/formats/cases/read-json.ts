import { mostCases, tooManyCases } from '../../core/cases/too-many-cases.ts';
import type { Json } from '../../core/json.ts';
import { readPlainJson } from '../../core/json-text/read-plain-json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Located, LocatedRead } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { CaseForm } from './types.ts';

/** Cases as JSON Lines: a case a line. */
export const jsonLinesCases: CaseForm = {
  name: 'json lines',
  about: {
    recognisedBy: '`.jsonl`: a case a line',
    notRead: ['`defaults`, which no line has'],
    example: {
      path: 'prompts/refund.cases.jsonl',
      text: `{"id": "late", "vars": {"question": "Can I return it after 40 days?"}, "checks": [{"contains": "30 days"}]}
{"id": "soon", "vars": {"question": "Can I return it after 4 days?"}, "checks": ["answers"]}
`,
    },
  },
  endings: ['.jsonl'],
  read: (text, path) => readJsonLines(text, path),
};

/** Reads JSON Lines: a list with one value a line, empty lines aside. */
export function readJsonLines(text: string, file: string): LocatedRead {
  const values: Json[] = [];
  const lines: Located[] = [];
  const problems: Problem[] = [];
  const written = withoutMark(text).split(/\r\n|\n|\r/u);
  const many = tooManyCases(
    written.length <= mostCases ? 0 : written.filter((line) => line.trim() !== '').length,
    file,
  );
  if (many !== undefined) return { kind: 'broken', problems: [many] };
  for (const [index, line] of written.entries()) {
    if (line.trim() === '') continue;
    if (!/^\s*\{/u.test(line)) {
      const at = { file, line: index + 1, column: 1 };
      problems.push({
        reason: 'files',
        what: 'This line is no JSON object.',
        at,
        fix: 'Write one case a line: `{"vars": {…}, "checks": […]}`.',
      });
      continue;
    }
    const read = readLine(line, file, index + 1);
    if (read.kind === 'broken') problems.push(...read.problems);
    else {
      values.push(read.located.value);
      lines.push(read.located);
    }
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest.slice(0, 19)] };
  const at: Located['at'] = ([step, ...path], on) => lines[Number(step)]?.at(path, on) ?? { file, line: 1, column: 1 };
  return { kind: 'read', located: { value: values, at } };
}

function readLine(text: string, file: string, line: number): LocatedRead {
  const plain = readPlainJson(text, file, line);
  return plain === undefined ? readYaml(text, file, { line }) : { kind: 'read', located: plain };
}

/** The text without its byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith('\u{feff}') ? text.slice(1) : text;
}

/** Cases as JSON: a list, or a map with `cases` and `defaults`. What is wrong with it is told as of YAML, which JSON is part of. */
export const jsonCases: CaseForm = {
  name: 'json',
  about: {
    recognisedBy: '`.json`: as YAML',
    notRead: [],
    example: {
      path: 'prompts/refund.cases.json',
      text: `[
  { "id": "late", "vars": { "question": "Can I return it after 40 days?" }, "checks": [{ "contains": "30 days" }] }
]
`,
    },
  },
  endings: ['.json'],
  read: (text, path) => {
    const plain = readPlainJson(text, path);
    return plain === undefined ? readYaml(text, path) : { kind: 'read', located: plain };
  },
};
