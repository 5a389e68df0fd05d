import { type GitRepository, openGitRepository } from '../../src/embedded/github/git-repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import type { Fault, GitHubSettings } from '../../src/embedded/github/world.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { NamedFault } from './github-faults.ts';
import { type Files, GitHubRepository } from './github-repository.ts';
import { type PacedRun, runPaced } from './paced-run.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from './policy-shop.ts';

/** A run of the action by which endpoints are reached. Without a fault it ends `regressed`. */
export type Scene = {
  readonly base?: Files;
  readonly head?: Files;
  readonly settings?: Partial<GitHubSettings>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: (
    github: EmbeddedGitHub,
    repository: GitHubRepository,
  ) => Promise<{ name: string; payload: unknown }>;
  /** What our comment shows already: what a run before wrote, or what another left behind. */
  readonly before?: 'shown' | 'shown twice' | 'shown and accepted';
};

/** Where a request is met: its method and path, and what it asks. */
export type Place = Pick<Fault, 'where' | 'asks'>;

/** The scene, staged so that it can be played often, each time on a GitHub of its own. */
export type StagedScene = {
  readonly play: (place: Place, fault: NamedFault | undefined) => Promise<PacedRun & { readonly met: boolean }>;
  readonly close: () => Promise<void>;
};

export const faultyKey = 'sk-faulty-0123456789abcdef';
const broken = ['case-1', 'case-2', 'case-3'];
const bot = 'github-actions[bot]';

export async function stageScene(scene: Scene): Promise<StagedScene> {
  // Few cases, all of which break: what is asked of models is the same in each run.
  const repository = new GitHubRepository({
    ...shopBase,
    [casesPath]: casesText(broken),
    'promptgate.yml': 'version: 1\nmodels: [cheap]\nsampling: fixed\ntrials: 3\n',
    ...scene.base,
  });
  repository.branch('topic');
  const sha = repository.commit('topic', { [promptPath]: promptText('warmly'), ...scene.head });
  const git = openGitRepository(repository.directory);
  const models = await startModelService({ seed: 'faults', ...shopModels(broken) });
  const staged: Staged = { scene, repository, git, models, sha };
  const shown = scene.before === undefined ? undefined : await write(staged);
  return {
    async play(place, fault) {
      let now = Date.now();
      const github = await open(staged, () => now);
      try {
        if (shown !== undefined) github.comment(7, bot, shown);
        if (scene.before === 'shown twice') github.comment(7, bot, shown ?? '');
        now += 60_000;
        if (scene.before === 'shown and accepted') github.label(7, 'promptgate:accept', 'ada');
        if (fault !== undefined) github.fail({ ...fault.fault, ...place });
        const run = await runOn(github, staged, fault?.requestMs);
        const line = (request: (typeof github.requests)[number]) => `${request.method} ${request.path}`;
        const met = github.requests.some(
          (request) =>
            (place.where?.test(line(request)) ?? true) &&
            (place.asks?.test(JSON.stringify(request.body) ?? '') ?? true),
        );
        return { ...run, met };
      } finally {
        await github.close();
      }
    },
    close: async () => {
      await models.close();
      git.close();
      repository.remove();
    },
  };
}

/** What all runs of a scene share. */
type Staged = {
  readonly scene: Scene;
  readonly repository: GitHubRepository;
  readonly git: GitRepository;
  readonly models: ModelService;
  readonly sha: string;
};

function open({ scene, repository, git }: Staged, now: () => number): Promise<EmbeddedGitHub> {
  return startGitHub({
    directory: repository.directory,
    git,
    repository: 'shop/support',
    token: 'ghs_faulty',
    pulls: [{ number: 7, base: 'main', head: 'topic' }],
    roles: { ada: 'write' },
    now,
    ...scene.settings,
  });
}

async function runOn(
  github: EmbeddedGitHub,
  { scene, repository, models, sha }: Staged,
  requestMs: number | undefined,
): Promise<PacedRun> {
  const event = (await scene.event?.(github, repository)) ?? {
    name: 'pull_request',
    payload: await github.pullRequestEvent(7, 'synchronize'),
  };
  const inputs = {
    'github-token': 'ghs_faulty',
    'base-url': models.url,
    'api-key': faultyKey,
    cache: 'false',
    timeout: '2h',
    ...scene.inputs,
  };
  return runPaced({
    api: github.url,
    event,
    inputs,
    sha,
    times: 50,
    ...(requestMs === undefined ? {} : { requestMs }),
  });
}

/** The comment of a run that met no fault. */
async function write(staged: Staged): Promise<string> {
  const github = await open(staged, () => Date.now());
  try {
    await runOn(github, staged, undefined);
    const body = github.comments(7)[0]?.body ?? '';
    // Another verdict of the same review: it is no longer believed, and written over.
    return staged.scene.before === 'shown and accepted' ? body : body.replace('"regressed"', '"pass"');
  } finally {
    await github.close();
  }
}
