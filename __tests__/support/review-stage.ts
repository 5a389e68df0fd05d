import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import type { GitHubSettings } from '../../src/embedded/github/world.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { type ActionStep, runAction, type StepResult } from '../../src/embedded/runner/run-action.ts';
import { type Files, GitHubRepository } from './github-repository.ts';
import { keepsCompiled } from './run-cli.ts';

const root = new URL('../..', import.meta.url).pathname;
const description = new URL('../../fixtures/github-api.json', import.meta.url).pathname;

type More = Partial<Omit<ActionStep, 'inputs'>> & { readonly inputs?: ActionStep['inputs'] };

/** A pull request on an embedded GitHub, a model service, and the bundled action to run on them as the runner does. */
export type ReviewStage = {
  readonly repository: GitHubRepository;
  readonly github: EmbeddedGitHub;
  readonly models: ModelService;
  /** Commits onto the pull request's branch. */
  readonly push: (files: Files) => void;
  /** One run of the action on the pull request as it is now. */
  readonly review: (more?: More) => Promise<StepResult>;
  /** One run on an event of another kind. */
  readonly on: (name: string, payload: unknown, more?: More) => Promise<StepResult>;
  readonly close: () => Promise<void>;
};

export async function stageReview(given: {
  readonly base: Files;
  readonly head: Files;
  readonly models: Omit<ModelScript, 'seed'> & { readonly seed?: string };
  readonly github?: Partial<GitHubSettings>;
}): Promise<ReviewStage> {
  const repository = new GitHubRepository(given.base);
  repository.branch('topic');
  repository.commit('topic', given.head);
  const models = await startModelService({ seed: 'stage', ...given.models });
  const github = await startGitHub({
    directory: repository.directory,
    repository: 'shop/support',
    description,
    token: 'ghs_stage',
    pulls: [{ number: 7, base: 'main', head: 'topic' }],
    ...given.github,
  });
  let runs = 0;
  const on = async (name: string, payload: unknown, more: More = {}): Promise<StepResult> => {
    runs += 1;
    return runAction({
      action: root,
      event: { name, payload },
      api: github.url,
      repository: 'shop/support',
      token: 'ghs_stage',
      sha: repository.git('rev-parse', 'topic'),
      ref: 'refs/pull/7/merge',
      runId: runs,
      ...more,
      env: { ...keepsCompiled, ...more.env },
      inputs: { 'base-url': models.url, 'api-key': 'sk-stage-0123456789', ...more.inputs },
    });
  };
  return {
    repository,
    github,
    models,
    push: (files) => void repository.commit('topic', files),
    review: async (more) => on('pull_request', await github.pullRequestEvent(7, 'synchronize'), more),
    on,
    close: async () => {
      await Promise.all([github.close(), models.close()]);
      repository.remove();
    },
  };
}
