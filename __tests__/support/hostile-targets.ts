import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { outputsOf } from '../../src/app/publish/outputs-of.ts';
import { decideComment } from '../../src/core/publish/decide-comment.ts';
import { readMarker } from '../../src/core/publish/marker.ts';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import { settledVerdicts } from '../../src/core/verdict.ts';
import { readCommandFile } from '../../src/embedded/runner/run-action.ts';
import { createLog } from '../../src/hosts/log/create-log.ts';
import { openRunner } from '../../src/hosts/runner/open-runner.ts';
import { writeAnnotations } from '../../src/reporters/annotations.ts';
import { commentLimit, writeComment, writeHeading } from '../../src/reporters/comment.ts';
import { writeJson } from '../../src/reporters/json.ts';
import { writeSummary } from '../../src/reporters/summary.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import type { Filled } from './filled-report.ts';
import { findReferences } from './find-references.ts';
import { differencesOf, proseOf, skeletonOf } from './markup-skeleton.ts';
import { renderMarkdown } from './render-markdown.ts';
import { commandsIn } from './runner-commands.ts';
import { openTerminal } from './terminal-effects.ts';
import { staticPartOf, unpackPage } from './unpack-page.ts';
import { whole } from './whole.ts';
import { writePage } from './write-page.ts';

/** What hides, in text that nothing but a line break may control. */
export const unseen =
  /\p{Bidi_Control}|(?!\n)\p{Cc}|[\u200b\u2060\ufeff\u2028\u2029]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** Beyond this a comment may leave out what does not fit: escapes take more room than letters do. */
const roomy = 30_000;

/** A report comes out of a target as text and nothing else; `harmless` is the same one with harmless words. */
export type Target = (hostile: Filled, harmless: Filled) => Promise<void> | void;

/** The comment: by GitHub's Markdown the same nodes as with harmless words, nothing that GitHub acts on, our marker as it was written. */
const comment: Target = (hostile, harmless) => {
  const marked = ({ report: filled, texts }: Filled) => {
    // Owners are the base config's word: a run's own comment mentions them. The summary shows that nobody else may.
    const report = { ...filled, prompts: filled.prompts.map(({ owners: _, ...prompt }) => prompt) };
    const [name = '', run = '', head = '', fingerprint = ''] = texts;
    const carried = { outputs: { ...outputsOf(report) } };
    const statement = {
      name,
      run,
      startedAt: 1,
      head,
      fingerprint,
      verdict: report.verdict,
      carried,
      line: writeHeading(report),
    };
    const render = (marker: string) => writeComment(report, marker);
    const decided = decideComment({ comments: [], statement, head: undefined, begin: true, render, seal: undefined });
    return { statement, body: decided.kind === 'create' ? decided.body : '' };
  };
  const { statement, body } = marked(hostile);
  const { fingerprint, line, ...rest } = statement;
  const read = readMarker(body);
  // One that would take the room of the text carries nothing.
  const carried = Object.keys(read?.carried ?? {}).length === 0 ? {} : JSON.parse(JSON.stringify(rest.carried));
  const told = settledVerdicts.some((one) => one === rest.verdict)
    ? { verdict: rest.verdict, head: rest.head, line }
    : {};
  expect(read).toEqual({ version: 1, ...rest, judged: [{ fingerprint, ...told }], carried });
  expect(body.match(/<!--/gu)).toHaveLength(1);
  expect(body.length).toBeLessThanOrEqual(commentLimit);
  expect(body.replaceAll('\t', '')).not.toMatch(unseen);
  expectSameMarkdown(body, marked(harmless).body);
};

/** The job summary, likewise: what it has beyond the comment, where it begins as that does. */
const summary: Target = (hostile, harmless) => {
  const bodies = { hostile: writeSummary(hostile.report), harmless: writeSummary(harmless.report) };
  const shared = { hostile: sharedPart(hostile.report), harmless: sharedPart(harmless.report) };
  const begins = bodies.hostile.startsWith(shared.hostile) && bodies.harmless.startsWith(shared.harmless);
  // What a comment had no room for is in the rest of one summary and not of the other.
  const isMore = begins && foldsOf(shared.hostile) === foldsOf(shared.harmless);
  expect(bodies.hostile.replaceAll('\t', '')).not.toMatch(unseen);
  if (!isMore) expectSameMarkdown(bodies.hostile, bodies.harmless);
  else expectSameMarkdown(bodies.hostile.slice(shared.hostile.length), bodies.harmless.slice(shared.harmless.length));
};

function foldsOf(markdown: string): number {
  return markdown.split('<details>').length;
}

/** A comment up to its last paragraph, which ends every report. */
function sharedPart(report: Report): string {
  const body = writeComment(report, '');
  return body.slice(0, body.lastIndexOf('\n\n'));
}

/**
 * The page: the same elements with the same attributes (what stands in back quotes is shown as code, what decided is marked,
 * and a diff's line coloured by its mark, whoever wrote them), and data that nothing in it hides or ends early.
 */
const page: Target = (hostile, harmless) => {
  const html = writePage(hostile.report);
  const twin = writePage(harmless.report);
  const data = unpackPage(html);
  expect(html.replaceAll('\t', '')).not.toMatch(unseen);
  expect(data.join('')).not.toMatch(unseen);
  expect(html.match(/<script\b/gu)?.length ?? 0).toBe(data.length === 0 ? 0 : data.length + 1);
  // Escapes take room: where one shows fewer cards for that, the rest is what there is to compare.
  const isWhole = cardsOf(html).split('<article').length === cardsOf(twin).split('<article').length;
  const compared = (text: string) => (isWhole ? staticPartOf(text) : staticPartOf(text).replace(cardsOf(text), ''));
  const skeleton = (text: string) =>
    skeletonOf(compared(text).replaceAll(fileLink, 'href="file"').replaceAll(lineOfDiff, '<span>'), 'code', 'mark');
  expect(differencesOf(skeleton(html), skeleton(twin))).toEqual([]);
};

/** The cases that are shown without a program. */
function cardsOf(page: string): string {
  return /<section id="cards">.*?<\/section>/su.exec(page)?.[0] ?? '';
}

/** A link to a file at head holds the file's name, encoded. */
const fileLink = /href="https:\/\/github\.com\/[\w/.-]+\/blob\/[0-9a-f]{40}\/(?:[\w%!~*'()./-]|&#39;)*(?:#L\d+)?"/gu;

/** A line of a diff, coloured by the mark that it begins with. */
const lineOfDiff = /<span class="[ahr]">/gu;

/** The terminal: every line stands on the screen as it was written, and nothing else happens. */
const terminal: Target = async ({ report }) => {
  await expectOnlyText(writeTerminal(report, { colours: false, columns: 80 }));
  await expectOnlyText(writeTerminal(report, { colours: true, columns: 100 }));
};

/** `--json`, and `promptgate.json`: the same report when it is read back, and no character that hides. */
const json: Target = async ({ report }) => {
  const written = whole(writeJson(report));
  expect(written).not.toMatch(unseen);
  expect(reportSchema.parse(JSON.parse(written))).toEqual(report);
  await expectOnlyText(written.slice(0, written.lastIndexOf('\n', roomy)));
};

/** Annotations through the toolkit, and log lines: the commands that were meant, and no other. */
const runner: Target = async ({ report, texts }) => {
  const { annotate } = await runnerOnce();
  const annotations = writeAnnotations(report);
  const issued = commandsIn(writtenBy(() => annotations.forEach(annotate)));
  expect(issued.map(({ name, data }) => ({ name, data }))).toEqual(
    annotations.map(({ level, message }) => ({ name: level, data: message })),
  );
  for (const { properties, data } of issued) {
    expect([...properties.keys()].filter((key) => !['title', 'file', 'line', 'col'].includes(key))).toEqual([]);
    expect(`${data}${[...properties.values()].join('')}`.replaceAll('\t', '')).not.toMatch(unseen);
  }
  const lines: string[] = [];
  const log = createLog((text) => lines.push(text));
  for (const text of texts) log.say(text);
  log.say(texts.join(''));
  expect(commandsIn(lines.join(''))).toEqual([]);
  await expectOnlyText(lines.join('').replaceAll('\t', ' '));
};

/** `GITHUB_OUTPUT`: each output with its value, none besides. */
const outputs: Target = async ({ report }) => {
  const { setOutput } = await runnerOnce();
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-outputs-'));
  const file = join(folder, 'output');
  try {
    writeFileSync(file, '');
    vi.stubEnv('GITHUB_OUTPUT', file);
    const given = outputsOf(report);
    for (const [name, value] of Object.entries(given)) Reflect.apply(setOutput, undefined, [name, value]);
    expect(readCommandFile(readFileSync(file, 'utf8'))).toEqual(given);
    expect(Object.values(given).join('')).not.toMatch(unseen);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
};

/** Every place that text from outside is shown at. */
export const targets: Readonly<Record<string, Target>> = { comment, summary, page, terminal, json, runner, outputs };

/** Markdown with the nodes that harmless words have, and nothing that GitHub would act on. */
export function expectSameMarkdown(markdown: string, twin: string): void {
  const html = renderMarkdown(markdown);
  // A name in back quotes is shown as code, whoever wrote it: nothing acts in there.
  const [found, expected] = [skeletonOf(html, 'code'), skeletonOf(renderMarkdown(twin), 'code')];
  const differing = differencesOf(found, expected).filter((difference) => !aFinding.test(difference));
  if (Math.max(markdown.length, twin.length) < roomy) expect(differing).toEqual([]);
  else expect([...found.keys()].filter((path) => !expected.has(path) && !/ p$/u.test(path))).toEqual([]);
  expect(findReferences(proseOf(html))).toEqual([]);
}

/**
 * An item of the findings, more or less: what the opening says whole is not said again under it, and what hides takes more room
 * when it is shown.
 */
const aFinding = /^ ul(?: li(?: p)?)?: \d+ for \d+$/u;

const screen = openTerminal(240);

/** The text, colours aside, is what is on the screen; nothing rings, moves, copies, links or answers. */
export async function expectOnlyText(text: string): Promise<void> {
  const { effects, lines } = await screen.show(text);
  expect(effects).toEqual([]);
  const coloured = new RegExp(`${String.fromCharCode(27)}\\[\\d*m`, 'gu');
  expect(visible(lines)).toEqual(visible(text.replaceAll(coloured, '').split('\n')));
}

/** A screen keeps no blanks at the end of a line or of all, and no mark without a letter before it. */
function visible(lines: readonly string[]): readonly string[] {
  const shown = lines.map((line) => line.replaceAll(/[\p{M}\p{Cf}]/gu, '').trimEnd());
  return shown.slice(0, shown.findLastIndex((line) => line !== '') + 1);
}

let opened: ReturnType<typeof openRunner> | undefined;

/** The toolkit behind the port, opened once; what it writes when it is opened is not what is looked at. */
function runnerOnce(): ReturnType<typeof openRunner> {
  opened ??= openRunner();
  return opened;
}

/** What is written to stdout meanwhile. */
function writtenBy(write: () => void): string {
  const pieces: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    pieces.push(String(piece));
    return true;
  });
  try {
    write();
  } finally {
    spy.mockRestore();
  }
  return pieces.join('');
}
