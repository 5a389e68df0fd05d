import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { textBesideMarker } from '../../core/publish/marker.ts';
import { startGitHub } from '../github/start-github.ts';
import { startModelService } from '../model-service/start-model-service.ts';
import { runAction } from '../runner/run-action.ts';
import { readDemoScript } from './demo-script.ts';

export type DemoPlace = {
  /** Writes a message. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
};

export type DemoResult = {
  /** What the action wrote on the pull request, without its hidden marker. */
  readonly comment: string;
  /** Paths of the report as JSON and as a page. */
  readonly json: string;
  readonly html: string;
};

const REPOSITORY = 'fernwood/shop';
const PULL = 7;

/**
 * The whole review on an example, offline: a git repository made from `fixtures/demo`, an embedded model service with
 * scripted replies, an embedded GitHub, and the bundled action itself as the runner starts it.
 * @returns `undefined` where the action did not end as the example is written: blocked, with a comment
 */
export async function runDemo({ say, signal }: DemoPlace): Promise<DemoResult | undefined> {
  const root = findRoot();
  const fixtures = join(root, 'fixtures', 'demo');
  say(
    'A pull request edits the support prompt of a shop. Its replies are scripted: no model is asked, nothing leaves this machine.',
  );
  const repository = await buildRepository(fixtures);
  const models = await startModelService(await readDemoScript(fixtures));
  const github = await startGitHub({
    directory: repository.folder,
    repository: REPOSITORY,
    description: join(root, 'fixtures', 'github-api.json'),
    pulls: [
      {
        number: PULL,
        title: 'Make the support prompt warmer',
        author: 'robin',
        base: repository.base,
        head: repository.head,
      },
    ],
  });
  try {
    const folder = resolve('promptgate-report');
    await mkdir(folder, { recursive: true });
    const step = await runAction({
      action: root,
      // There is no service here to keep an artifact.
      inputs: { 'base-url': models.url, 'api-key': 'demo-key-of-no-worth', artifact: '' },
      event: { name: 'pull_request', payload: await github.pullRequestEvent(PULL, 'opened') },
      api: github.url,
      repository: REPOSITORY,
      sha: repository.headSha,
      ref: `refs/pull/${PULL}/merge`,
      workspace: repository.folder,
      temp: folder,
      signal,
    });
    const [comment] = github.comments(PULL);
    const { calls = '?', verdict, 'report-json': json, 'report-html': html } = step.outputs;
    if (comment === undefined || json === undefined || html === undefined || verdict !== 'regressed') {
      say(step.stdout + step.stderr);
      return undefined;
    }
    say(
      `The action ended with exit ${step.exitCode} (${verdict}) after ${calls} calls and ${(step.wallMs / 1000).toFixed(1)} s.`,
    );
    return step.exitCode === 1 ? { comment: textBesideMarker(comment.body), json, html } : undefined;
  } finally {
    await Promise.all([github.close(), models.close(), rm(repository.folder, { recursive: true, force: true })]);
  }
}

/** The package's folder: the nearest one above this file with an action.yml, from sources and from the bundle alike. */
function findRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'action.yml'))) return folder;
    if (dirname(folder) === folder) throw new Error('the package’s folder with action.yml is not to be found');
  }
}

/** A small git repository with a branch that edits the prompt. */
type DemoRepository = {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly headSha: string;
};

const run = promisify(execFile);

/** Makes the repository from `fixtures/demo`: `base/` is the main branch, `head/` is laid over it on a branch of its own. */
async function buildRepository(fixtures: string): Promise<DemoRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'promptgate-demo-'));
  const who = ['-c', 'user.name=Robin', '-c', 'user.email=robin@fernwood.example', '-c', 'commit.gpgsign=false'];
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', [...who, ...args], { cwd: folder })).stdout.trim();
  const [base, head] = ['main', 'warmer-support'];
  await git('init', '--quiet', '--initial-branch', base);
  await cp(join(fixtures, 'base'), folder, { recursive: true });
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'The shop');
  await git('checkout', '--quiet', '-b', head);
  await cp(join(fixtures, 'head'), folder, { recursive: true });
  await git('commit', '--quiet', '--all', '--message', 'Make the support prompt warmer');
  return { folder, base, head, headSha: await git('rev-parse', 'HEAD') };
}
