import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GitRepository, openGitRepository } from '../../src/embedded/github/git-repository.ts';
import { type EmbeddedGitHub, startGitHub } from '../../src/embedded/github/start-github.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { inParallel, outcomeOf, writeFaults } from '../support/fault-table.ts';
import { GitHubRepository } from '../support/github-repository.ts';
import { modelFaults, startFaultyModels } from '../support/model-faults.ts';
import { type PacedRun, runPaced } from '../support/paced-run.ts';
import { promptPath, promptText } from '../support/policy-shop.ts';

const key = 'sk-faulty-0123456789abcdef';
const cases = ['one', 'two', 'three'].map(
  (id) =>
    `  - { id: ${id}, vars: { question: "What is ${id}?" }, reference: "It is ${id}.", checks: [{ contains: "${id}" }, { judge: "Is right." }, similar] }\n`,
);
let repository: GitHubRepository;
let git: GitRepository;
let models: ModelService;

beforeAll(async () => {
  repository = new GitHubRepository({
    'promptgate.yml': 'version: 1\nmodels: [clerk]\njudge: strict\nembeddings: { model: near }\n',
    [promptPath]: promptText('briefly'),
    'prompts/policy.cases.yml': `cases:\n${cases.join('')}`,
  });
  repository.branch('topic');
  repository.commit('topic', { [promptPath]: promptText('warmly') });
  git = openGitRepository(repository.directory);
  models = await startModelService({
    seed: 'faults',
    rules: [
      { model: 'strict', reply: '{"reason":"As it is.","score":7}' },
      { when: 'warmly', reply: 'Who knows.' },
      { when: /What is/, reply: ({ user }) => `It is ${/What is (\w+)/.exec(user)?.[1]}.` },
    ],
  });
});
afterAll(async () => {
  await models.close();
  git.close();
  repository.remove();
});

/** A kind of request, by its path and body. */
const asked = [
  {
    title: 'Replies: `POST /chat/completions`',
    is: (path: string, body: string) => /chat/.test(path) && /"clerk"/.test(body),
  },
  {
    title: 'Judgements: `POST /chat/completions`',
    is: (path: string, body: string) => /chat/.test(path) && /"strict"/.test(body),
  },
  { title: 'Vectors: `POST /embeddings`', is: (path: string) => /embeddings/.test(path) },
];

const heading = `# What the action makes of a model service that fails

The prompt under review breaks all of its three cases, so that a gate that opens was opened by the fault. Each line is a run of the whole
action against a service that fails so for ever. Written by \`__tests__/long/model-faults.long.test.ts\`:
\`npx vitest run --mode long __tests__/long/model-faults.long.test.ts -u\`, then read the difference.
`;

const tables = new Map<string, string>();

async function play(
  is: (path: string, body: string) => boolean,
  fault: (typeof modelFaults)[number] | undefined,
): Promise<PacedRun & { readonly met: number }> {
  const github: EmbeddedGitHub = await startGitHub({
    directory: repository.directory,
    git,
    repository: 'shop/support',
    token: 'ghs_faulty',
    pulls: [{ number: 7, base: 'main', head: 'topic' }],
  });
  const service = await startFaultyModels(models.url, is, fault);
  try {
    const event = { name: 'pull_request', payload: await github.pullRequestEvent(7, 'synchronize') };
    const inputs = {
      'github-token': 'ghs_faulty',
      'base-url': service.url,
      'api-key': key,
      cache: 'false',
      timeout: '7d',
    };
    const sha = repository.git('rev-parse', 'topic');
    const run = await runPaced({ api: github.url, event, inputs, sha, times: 1, clockTimes: 100, requestMs: 60_000 });
    return { ...run, met: service.met() };
  } finally {
    await Promise.all([service.close(), github.close()]);
  }
}

describe('a fault of a model service', () => {
  it.concurrent.each(asked)('opens no gate and is told: $title', async ({ title, is }) => {
    const sound = await play(is, undefined);
    expect([sound.met > 0, sound.outputs['verdict']]).toEqual([true, 'regressed']);
    const cells = await inParallel(modelFaults, 4, async (fault) => {
      const run = await play(is, fault);
      const told = [run.summary, ...run.annotations.map(({ message }) => message), ...run.log].join('\n');
      expect(told).not.toMatch(/^\s+at .*:\d+:\d+/m);
      expect(told).not.toContain(key);
      // Each attempt costs the service a request: none is asked without end.
      expect([fault.name, run.met]).toEqual([fault.name, Math.min(run.met, 600)]);
      return { fault: fault.name, outcome: outcomeOf(run, fault) };
    });
    tables.set(title, writeFaults(title, [{ fault: 'none', outcome: outcomeOf(sound, {}) }, ...cells]));
  });

  it('comes to what fixtures/faults/models.md says', async () => {
    await expect([heading, ...asked.map(({ title }) => tables.get(title))].join('\n')).toMatchFileSnapshot(
      '../../fixtures/faults/models.md',
    );
  });
});
