import type { GoldenCase } from '../../core/golden-case.ts';
import { canonicalJson, type JsonObject } from '../../core/json.ts';
import type { Position } from '../../core/problem.ts';
import { readRenderedLines } from '../../core/rendered/read-rendered-lines.ts';
import type { RenderedLine, RenderedLines } from '../../core/rendered/rendered-line.ts';
import { snapshotEnding } from '../../core/rendered/rendered-line.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

/** Requests that a team's own code rendered, a line a case. Each line is a golden case; what judges it stands beside it by its id. */
export const renderedSnapshot: OnePromptFormat = {
  name: 'rendered snapshot',
  knownBy: 'name',
  about: {
    recognisedBy: '`*.rendered.jsonl`',
    filled: 'nothing: each line is a request that your code rendered',
    cases: 'beside it, in `{name}.cases.yml`, by the ids of its lines',
    notRead: ['a `system` beside `messages`: it is a message', 'videos, and ids of files that a service keeps'],
    example: {
      path: 'prompts/answer.rendered.jsonl',
      text: `{"id": "late", "model": "gpt-5.6-luna", "messages": [{"role": "user", "content": "Can I return it after 40 days?"}]}
`,
    },
  },
  recognises: (path) => snapshotEnding.test(path),
  read: readSnapshot,
  mayHoldCases: (path) => snapshotEnding.test(path),
  render: ({ messages }) =>
    messages.length > 0 ? { messages, unknown: [] } : { messages: [], unknown: [], failed: noLine },
  suffix: (path) => snapshotEnding.exec(path)?.[0] ?? '',
};

const noLine = { why: 'the snapshot has no line for it', line: 1, fix: 'Render it anew with `promptgate snapshot`.' };

function readSnapshot(path: string, text: string): ReadPrompt {
  const read = readRenderedLines(text, path);
  if (read.kind === 'broken') return read;
  const all = [...read.lines.values()];
  const models = new Set(all.map(({ model }) => model));
  const [model] = models;
  return {
    kind: 'prompt',
    prompt: {
      path,
      format: renderedSnapshot.name,
      messages: all[0]?.messages ?? [],
      rendered: read.lines,
      engine: 'none',
      open: { engine: false, role: false },
      ...(models.size === 1 && model !== undefined && { model }),
      params: commonParams(all),
      defaults: {},
      variables: [],
      refersTo: [],
      notes: [],
    },
    cases: casesOf(read.lines, read.places),
  };
}

/** The parameters that every line sets alike. */
function commonParams([first, ...others]: readonly RenderedLine[]): JsonObject {
  return Object.fromEntries(
    Object.entries(first?.params ?? {}).filter(([name, value]) =>
      others.every(({ params }) => canonicalJson(params[name] ?? null) === canonicalJson(value)),
    ),
  );
}

function casesOf(lines: RenderedLines, places: ReadonlyMap<string, Position>): readonly GoldenCase[] {
  return [...lines.keys()].flatMap((id) => {
    const at = places.get(id);
    if (at === undefined) return [];
    return [{ id, tags: [], weight: 1, vars: {}, context: [], history: [], checks: [], notRun: [], at }];
  });
}
