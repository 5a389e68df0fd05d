import { afterEach, expect, it } from 'vitest';
import type { ArtifactSetting, RunSetting } from '../../../src/embedded/github/world.ts';
import { findRunArtifacts, type RunArtifact } from '../../../src/hosts/github/run-artifacts.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

const name = 'promptgate-history.ndjson';
const stages: GitHubStage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  }
});

const epoch = Date.UTC(2026, 10, 1);
const timeOf = (hour: number): string => new Date(epoch + hour * 3_600_000).toISOString().replace('.000', '');

type Played = Partial<RunSetting> & { readonly hour: number; readonly keeps?: string | false; readonly expired?: true };

/** Runs by hour, each of which kept an artifact; the last one is the one that searches. */
async function search(played: readonly Played[], isWhole = true) {
  const runs: RunSetting[] = [];
  const artifacts: ArtifactSetting[] = [];
  for (const [at, { hour, keeps = name, expired = false, ...more }] of played.entries()) {
    const id = at + 1;
    runs.push({ id, event: 'schedule', branch: 'main', workflow: 7, createdAt: timeOf(hour), ...more });
    if (keeps === false) continue;
    const createdAt = timeOf(hour + 0.5);
    artifacts.push({ id, name: keeps, run: id, createdAt, expired, size: 1, digest: 'sha256:0', address: 'http://0' });
  }
  const repository = new GitHubRepository({ 'a.txt': 'a' });
  const stage = await stageGitHub(repository, {
    permissions: { actions: 'read' },
    runs: () => runs,
    artifacts: () => artifacts,
  });
  stages.push(stage);
  const taken: RunArtifact[] = [];
  const about = { name, isNamed: (called: string) => called === name, run: played.length };
  const found = findRunArtifacts(stage.connect(), about, async (one) => {
    taken.push(one);
    return isWhole;
  });
  return { ...(await found), runs: taken.map(({ run }) => run), requests: stage.github.requests.length };
}

const many = (count: number, hour: number, more: Partial<Played>): readonly Played[] =>
  Array.from({ length: count }, (_, at) => ({ hour: hour + at / 1_000, ...more }));
const now = { hour: 900, keeps: false } as const;

it('finds the newest of its own, whoever else keeps however many of the name', async () => {
  const fork = many(120, 2, { headRepository: 'eve/shop', event: 'pull_request' });
  const hourly = many(40, 3, { workflow: 8 });
  const found = await search([{ hour: 0 }, { hour: 1 }, ...fork, ...hourly, now]);
  expect(found).toMatchObject({ runs: [2], strange: 0 });
});

it('finds one that older runs of a busy workflow kept', async () => {
  const found = await search([
    { hour: 1 },
    ...many(130, 2, { event: 'push', keeps: false }),
    ...many(20, 3, { workflow: 8 }),
    now,
  ]);
  expect(found).toMatchObject({ runs: [1] });
});

it('shows what was kept beside the run that kept the newest, and nothing that this run had read', async () => {
  const found = await search([{ hour: 1 }, { hour: 4.7 }, { hour: 5 }, now]);
  expect(found.runs).toEqual([3, 2]);
});

it('tells a history that nobody kept yet from one that cannot be told from others', async () => {
  const strange = many(12, 2, { headRepository: 'eve/shop', event: 'pull_request' });
  expect(await search([...strange, now])).toEqual({ strange: 12, runs: [], requests: expect.any(Number) });
  expect(await search([{ hour: 1, expired: true }, now])).toMatchObject({ expired: timeOf(1.5), runs: [] });
  await expect(search([{ hour: 1, workflow: 8 }, now])).rejects.toThrow(/runs of another workflow of this branch did/u);
  const flood = many(1_000, 5, { headRepository: 'eve/shop', event: 'pull_request' });
  const quiet = many(40, 2, { keeps: false });
  await expect(search([{ hour: 1 }, ...quiet, ...flood, now])).rejects.toThrow(/is not known: .*more artifacts than/u);
});
