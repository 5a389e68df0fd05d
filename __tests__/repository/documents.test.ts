import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inputs } from '../../src/core/settings/inputs.ts';
import { parseConfig } from '../../src/core/settings/parse-config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

const manifest = z
  .object({
    files: z.array(z.string()),
    scripts: z.record(z.string(), z.string()),
    license: z.literal('MIT'),
    engines: z.object({ node: z.literal('>=22.13') }),
    bin: z.object({ promptgate: z.string() }),
  })
  .parse(JSON.parse(read('package.json')));

const workflow = z.object({
  on: z.object({ pull_request: z.object({ types: z.array(z.string()) }), merge_group: z.null() }),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.object({ steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), z.string()) })) }),
  ),
});

/** Fenced blocks of a Markdown text in a language. */
function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gmu'))].map(
    ([, block = '']) => block,
  );
}

describe('the documents', () => {
  test.each(documents)('%s links only to files that are there', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test.each(documents)('%s names only commands that exist', (path) => {
    const named = [...read(path).matchAll(/npm (?:run ([\w:-]+)|(test))\b/gu)].map(
      ([, run, bare]) => run ?? bare ?? '',
    );
    expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  test('the workflow of the README gives the action inputs it has, and the permissions it needs', () => {
    const [example] = blocksOf(read('README.md'), 'yaml').filter((block) => block.includes('uses:'));
    const { on, permissions, jobs } = workflow.parse(parse(example ?? ''));
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const names = inputs.map((input) => input.name);
    expect(steps.flatMap((step) => Object.keys(step.with)).filter((name) => !names.includes(name))).toEqual([]);
    expect(on.pull_request.types).toEqual(['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled']);
    expect(permissions).toEqual({ contents: 'read', 'pull-requests': 'write', issues: 'read' });
  });

  test('configs shown anywhere in the documents are configs', () => {
    const configs = documents
      .flatMap((path) => blocksOf(read(path), 'yaml'))
      .filter((block) => /^version:/mu.test(block));
    expect(configs.length).toBeGreaterThan(0);
    for (const text of configs) expect(parseConfig(text, 'promptgate.yml')).toMatchObject({ kind: 'config' });
  });
});

describe('the package', () => {
  test('holds what runs: its folders are there and the source maps to its bin', () => {
    expect(manifest.files).toEqual(expect.arrayContaining(['dist', 'schema', 'action.yml']));
    expect(manifest.files.filter((path) => path !== 'dist' && !existsSync(join(root, path)))).toEqual([]);
    expect(manifest.bin.promptgate).toBe('dist/cli.js');
  });

  test('scripts start only programs and files that are there', () => {
    const started = Object.values(manifest.scripts).flatMap((script) => [
      ...script.matchAll(/\bnode ((?:scripts|bench)\S+)/gu),
    ]);
    expect(started.length).toBeGreaterThan(2);
    expect(started.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('no committed file holds a path of somebody’s machine', () => {
    const marks = ['/home/[a-z]', '/Users/[A-Za-z]', 'file:///[a-z]+/'].join('|');
    const listed = execFileSync(
      'git',
      ['ls-files', '-z', '--', '.', ':(exclude)__tests__', ':(exclude)dist', ':(exclude)fixtures'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const files = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((path) => new RegExp(marks, 'u').test(read(path)))).toEqual([]);
  });
});
