import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { casesFileKeys } from '../../src/core/cases/cases-file-schema.ts';
import { invalidReasons } from '../../src/core/problem.ts';
import { reasonSchema } from '../../src/core/report/reason-schema.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import { parseConfig } from '../../src/core/settings/parse-config.ts';
import { engineNames } from '../../src/core/template/engine.ts';
import { readCases } from '../../src/formats/cases/read-cases.ts';
import { recogniseFormat } from '../../src/formats/prompts/index.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type DocumentBlock, readBlocks } from '../support/document-blocks.ts';
import { DocumentedShop } from '../support/documented-shop.ts';

const root = join(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'docs/getting-started.md',
  'docs/prompts.md',
  'docs/templates.md',
  'docs/cases.md',
  'docs/services.md',
  'docs/applications.md',
  'docs/scorers.md',
  'docs/compare.md',
  'docs/forks.md',
  'docs/promptfoo.md',
  'docs/publishing.md',
  'docs/troubleshooting.md',
  'docs/overrides.md',
  'docs/agents.md',
  'docs/drift.md',
  'docs/monitor.md',
  'docs/alerts.md',
  'docs/cost.md',
  'docs/portability.md',
  'docs/golden-set.md',
  'docs/prompts-in-code.md',
].filter((page) => existsSync(join(root, page)));

/**
 * Languages of blocks that no reader of ours takes: commands are run (`sh`) or need what no test has (`bash`), others are examples of
 * what comes out or belongs into other people's programs.
 */
const unread: ReadonlySet<string> = new Set(['sh', 'bash', 'diff', 'text', 'sql', 'js', 'jsonc']);

/** Reasons of a regression: the comment shows the replies, and nobody looks them up. */
const selfEvident: ReadonlySet<string> = new Set([
  'suite',
  'case',
  'metric',
  'min-score',
  'cost',
  'latency',
  'tolerated-case',
]);

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(z.object({ uses: z.string().optional(), with: z.record(z.string(), z.json()).optional() })),
    }),
  ),
});

/** What is wrong with a file that a page shows, by the reader that reads it in a repository. */
function faultOf({ file = '', text }: DocumentBlock): unknown {
  if (file.endsWith('promptgate.yml') && !file.includes('workflows')) {
    const read = parseConfig(text, file);
    return read.kind === 'config' ? undefined : read.problems;
  }
  if (file.startsWith('.github/workflows/')) {
    const { jobs } = workflow.parse(parse(text));
    const ours = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => /promptgate/u.test(uses ?? '')));
    const given = ours.flatMap((step) => Object.keys(step.with ?? {}));
    return given.find((name) => !inputs.some((input) => input.name === name));
  }
  if (/\.cases\.\w+$/u.test(file)) {
    const read = readCases(file, text, checkKinds, []);
    return read.kind === 'cases' ? undefined : read.problems;
  }
  const read = recogniseFormat(file, text)?.read(file, text, checkKinds);
  return read?.kind === 'broken' ? read.problems : undefined;
}

/** Whether a link of a page leads to a file, and to a heading in it. */
function isThere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(page, '..', path);
  if (!existsSync(file)) return false;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gmu)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return heading === undefined || headings.includes(heading);
}

test('troubleshooting tells of every reason for which a review does not pass', () => {
  const text = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');
  const causes = reportSchema.shape.unreviewed.element.shape.why.options;
  const reasons = reasonSchema.options.map((option) => option.shape.kind.value);
  const told = [...invalidReasons, ...causes, ...reasons.filter((kind) => !selfEvident.has(kind))];
  expect(told.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('the page on cases tells of every key', () => {
  const text = readFileSync(join(root, 'docs/cases.md'), 'utf8');
  expect(casesFileKeys.case.filter((key) => !text.includes(`| \`${key}\` |`))).toEqual([]);
});

test('the page on prompts tells of every template engine', () => {
  const text = readFileSync(join(root, 'docs/prompts.md'), 'utf8');
  expect(engineNames.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

describe.concurrent.each(pages)('%s', (page) => {
  const blocks = readBlocks(readFileSync(join(root, page), 'utf8'));

  test('names the file of everything it shows, and the readers take it', () => {
    const shown = blocks.filter(({ language }) => !unread.has(language));
    expect(shown.filter(({ file }) => file === undefined).map(({ text }) => text)).toEqual([]);
    for (const block of shown) expect(faultOf(block), `${block.file}\n${block.text}`).toBeUndefined();
  });

  test('links only to pages and headings that are there', () => {
    const links = [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)]+)\)/gu)].map(
      ([, to = '']) => to,
    );
    expect(links.filter((link) => !isThere(join(root, page), link))).toEqual([]);
  });

  test('shows only commands that run, in their order, in a repository that has the files it shows', async () => {
    const shop = await DocumentedShop.open();
    try {
      for (const block of blocks) {
        if (block.language === 'sh') await shop.run(block.text);
        else if (block.file !== undefined) shop.show(block.file, block.text);
      }
      // What a page shows is right together, too.
      await shop.run('npx promptgate cases check');
      expect(shop.faults).toEqual([]);
    } finally {
      await shop.close();
    }
  }, 400_000);
});
