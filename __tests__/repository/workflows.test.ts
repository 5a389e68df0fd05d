import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { writeWorkflow } from '../../src/core/init/write-config.ts';
import { readBlocks } from '../support/document-blocks.ts';

const folder = join(import.meta.dirname, '../../.github');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

const grants = z.record(z.string(), z.enum(['read', 'write', 'none']));
const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z.object({
  on: z.unknown(),
  permissions: grants,
  jobs: z.record(
    z.string(),
    z.object({
      permissions: grants.optional(),
      environment: z.string().optional(),
      'timeout-minutes': z.number(),
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      steps: z.array(step),
    }),
  ),
});

type Workflow = z.infer<typeof workflow>;
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const files = readdirSync(join(folder, 'workflows'));

describe.each(files)('.github/workflows/%s', (file) => {
  const text = read(`workflows/${file}`);
  const parsed = workflow.parse(parse(text));

  test('pins every action by commit, with its version beside it', () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gmu)].map(([, action = '']) => action);
    expect(used).toHaveLength(stepsOf(parsed).filter(({ uses }) => uses !== undefined).length);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u.test(action))).toEqual([]);
  });

  test('grants nothing to write but job by job', () => {
    expect(Object.values(parsed.permissions).filter((access) => access === 'write')).toEqual([]);
  });

  test('leaves no credentials behind a checkout', () => {
    const checkouts = stepsOf(parsed).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.filter((each) => each.with?.['persist-credentials'] !== false)).toEqual([]);
  });

  test('puts no expression into a script: values come by the environment', () => {
    expect(stepsOf(parsed).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('never starts with secrets on text of strangers, and holds no secret', () => {
    expect(JSON.stringify(parsed.on)).not.toMatch(/pull_request_target|workflow_run|issue_comment/u);
    expect(text).not.toMatch(/secrets\./u);
  });

  test('has scripts that bash reads', () => {
    for (const { run } of stepsOf(parsed))
      if (run !== undefined) execFileSync('bash', ['-n'], { input: run, stdio: ['pipe', 'ignore', 'inherit'] });
  });
});

describe('the release', () => {
  const { on, permissions, jobs } = workflow.parse(parse(read('workflows/release.yml')));
  const mayWrite = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes('write'));

  test('is started by hand alone, and grants nothing to all jobs', () => {
    expect([on, permissions]).toEqual(['workflow_dispatch', {}]);
  });

  test('runs no code of a package where it may write, and asks for an approval there', () => {
    expect(mayWrite.map(([name]) => name)).toEqual(['draft', 'npm', 'publish']);
    for (const [name, job] of mayWrite) {
      expect(job.environment, name).toBeDefined();
      const scripts = job.steps.map(({ run = '' }) => run).join('\n');
      expect(scripts, name).not.toMatch(/npm (?:ci|i|install|run|test|exec)\b|npx |\.ci\/run|node /u);
    }
  });

  test('uses no cache that another run could have filled', () => {
    const nodes = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.includes('/setup-node@')),
    );
    expect(nodes.filter((each) => each.with?.['package-manager-cache'] !== false || 'cache' in each.with)).toEqual([]);
  });

  test('publishes on npm without a token, by the identity of the run', () => {
    expect(jobs['npm']?.permissions).toEqual({ 'id-token': 'write' });
    expect(read('workflows/release.yml')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN|_authToken/u);
  });

  test('checks before it drafts, and publishes once what was drafted', () => {
    const needs = Object.entries(jobs).map(([name, job]) => [name, job.needs]);
    expect(Object.fromEntries(needs)).toMatchObject({
      draft: ['build', 'systems'],
      npm: 'draft',
      publish: ['build', 'npm'],
    });
  });
});

/** What GitHub's own parser finds wrong with a workflow: keys, values, permissions, and the names in expressions. */
async function faultsOf(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = value === undefined ? undefined : await convertWorkflowTemplate(context, value);
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message: message }) => message),
  ];
}

describe("GitHub's own parser", () => {
  const root = join(folder, '..');
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
  const shown = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      readBlocks(readFileSync(join(root, page), 'utf8'))
        .filter(({ language, text }) => language === 'yaml' && /^jobs:$/mu.test(text))
        .map(({ text, file = '' }) => [`${page} ${file}`.trim(), text] as const),
    );

  test.each([
    ...files.map((file) => [file, read(`workflows/${file}`)] as const),
    ...shown,
    ['init', writeWorkflow()] as const,
  ])('takes %s as it is', async (name, text) => {
    expect(await faultsOf(name, text)).toEqual([]);
  });

  test('would tell of a key, a permission, a trigger or a name that GitHub does not know', async () => {
    expect(shown.length).toBeGreaterThan(3);
    const text = read('workflows/release.yml');
    for (const [good, bad] of [
      ['timeout-minutes:', 'timeout-minute:'],
      ['attestations: write', 'attestation: write'],
      ['on: workflow_dispatch', 'on: workflow_dispach'],
      ['needs: [build, systems]', 'needs: [build, system]'],
      ['needs.build.outputs.version', 'need.build.outputs.version'],
    ] as const) {
      expect(text).toContain(good);
      expect(await faultsOf('release.yml', text.replaceAll(good, bad)), bad).not.toEqual([]);
    }
  });
});

/** `gh` as far as the release calls it: notes what it is asked, and answers with the tags there are. */
const standIn = `#!/usr/bin/env bash
echo "$*" >> "$LOG"
case "$*" in
  *matching-refs*) if [ "$TAGS" = down ]; then exit 1; fi; echo "$TAGS" ;;
  *PATCH*) [[ $TAGS == *refs/tags/v1* ]] ;;
esac
`;

// On GitHub's runners it is there; on somebody's own machine it may not be.
describe.runIf(spawnSync('bash', ['-c', 'command -v jq']).status === 0)('the scripts of the release', () => {
  const { jobs } = workflow.parse(parse(read('workflows/release.yml')));
  const scriptOf = (job: string, part: string): string =>
    jobs[job]?.steps.find(({ run }) => run?.includes(part))?.run ?? `exit 9 # no step of ${job} has ${part}`;

  /** Runs a script as the runner does, with what it needs to know. */
  function run(script: string, { version = '1.2.3', heading = '1.2.3', tags = '', repository = 'shop/gate' } = {}) {
    const place = mkdtempSync(join(tmpdir(), 'promptgate-release-'));
    try {
      const url = 'git+https://github.com/shop/gate.git';
      const files = {
        'package.json': JSON.stringify({ version, repository: { url } }),
        'CHANGELOG.md': `# Changes\n\n## [${heading}] - 2026-11-29\n`,
        log: '',
        output: '',
      };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
      writeFileSync(join(place, 'gh'), standIn, { mode: 0o755 });
      const { status, stdout } = spawnSync('bash', ['-e', '-c', script], {
        cwd: place,
        encoding: 'utf8',
        env: {
          PATH: `${place}${delimiter}${process.env['PATH']}`,
          LOG: join(place, 'log'),
          TAGS: tags,
          VERSION: version,
          GITHUB_REPOSITORY: repository,
          GITHUB_SHA: 'abc',
          GITHUB_OUTPUT: join(place, 'output'),
        },
      });
      const [asked, output] = ['log', 'output'].map((name) => readFileSync(join(place, name), 'utf8').trim());
      return { status, told: stdout.trim(), asked: asked?.split('\n'), output };
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  test('hand on a version that is new, has a heading and belongs to this repository', () => {
    const script = scriptOf('build', 'jq -r .version');
    expect(run(script)).toMatchObject({ status: 0, told: '', output: 'version=1.2.3' });
    expect(run(script, { tags: 'refs/tags/v1.2.30' })).toMatchObject({ status: 0, output: 'version=1.2.3' });
    for (const [given, told] of [
      [{ version: '1.2.3-rc.1' }, 'not of the form 1.2.3'],
      [{ heading: 'Unreleased' }, 'no heading for 1.2.3'],
      [{ repository: 'shop/fork' }, 'git+https://github.com/shop/fork.git'],
      [{ tags: 'refs/tags/v1.2.3' }, 'v1.2.3 was released before'],
      [{ tags: 'down' }, ''],
    ] as const) {
      expect(run(script, given)).toMatchObject({ status: 1, told: expect.stringContaining(told), output: '' });
    }
  });

  test('publish what was drafted, and move the floating tag, or make it', () => {
    const script = scriptOf('publish', 'gh release edit');
    const edited = 'release edit v1.2.3 --repo shop/gate --draft=false';
    const moved = 'api --silent --method PATCH repos/shop/gate/git/refs/tags/v1 -f sha=abc -F force=true';
    expect(run(script, { tags: 'refs/tags/v1' })).toMatchObject({ status: 0, asked: [edited, moved] });
    const made = 'api --silent --method POST repos/shop/gate/git/refs -f ref=refs/tags/v1 -f sha=abc';
    expect(run(script)).toMatchObject({ status: 0, asked: [edited, moved, made] });
  });
});

test('Dependabot waits before it proposes a version, and proposes few pull requests', () => {
  const update = z.object({
    'package-ecosystem': z.string(),
    cooldown: z.object({ 'default-days': z.number().min(7) }),
    groups: z.record(z.string(), z.unknown()),
  });
  const { updates } = z.object({ updates: z.array(update) }).parse(parse(read('dependabot.yml')));
  expect(updates.map((each) => each['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});
