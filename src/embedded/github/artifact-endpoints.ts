import { type Endpoint, found, notFound } from './endpoint.ts';
import { nodeId, numberOf } from './identity.ts';
import { paginate } from './paginate.ts';
import type { ArtifactSetting, GitHubSettings, RunSetting } from './world.ts';

const needs: Endpoint['needs'] = [['actions', 'read']];

/** Runs of workflows and what they kept: looked at, listed of a workflow, a run or a name, and fetched from where they are. */
export const artifactEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
    needs,
    answer({ settings }, { path }) {
      const run = settings.runs?.().find(({ id }) => id === Number(path.run_id));
      return run === undefined ? notFound : found(describeRun(run, settings));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    needs,
    answer({ settings }, { path, query }) {
      const runs = (settings.runs?.() ?? [])
        .filter(
          ({ workflow, branch }) => workflow === Number(path.workflow_id) && (query['branch'] ?? branch) === branch,
        )
        .toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id)
        .map((run) => describeRun(run, settings));
      const shown = paginate(runs.slice(0, mostFound), query, '').items;
      return found({ total_count: runs.length, workflow_runs: shown });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    needs,
    answer: ({ settings }, { path, query }) => found(listed(settings, query, ({ run }) => run === Number(path.run_id))),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/artifacts',
    needs,
    answer: ({ settings }, { query }) => found(listed(settings, query, () => true)),
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    needs,
    answer({ settings }, { path }) {
      const artifact = settings.artifacts?.().find(({ id }) => id === Number(path.artifact_id));
      if (artifact === undefined || artifact.expired) return notFound;
      return { kind: 'one', status: 302, headers: { location: artifact.address } };
    },
  },
];

/** GitHub lists no more of what is searched for. */
const mostFound = 1_000;

function describeRun(run: RunSetting, settings: GitHubSettings) {
  const { id, branch, event, workflow, createdAt, headRepository = settings.repository } = run;
  const kept = (settings.artifacts?.() ?? []).filter((one) => one.run === id).map((one) => one.createdAt);
  const updatedAt = [createdAt, ...kept].toSorted().at(-1);
  return {
    ...{ id, node_id: nodeId('WFR', String(id)), head_branch: branch, head_sha: '0'.repeat(40), event },
    ...{ status: 'completed', workflow_id: workflow, created_at: createdAt, updated_at: updatedAt },
    url: `https://api.github.com/repos/${settings.repository}/actions/runs/${id}`,
    repository: briefly(settings.repository),
    head_repository: briefly(headRepository),
  };
}

/** A page of artifacts, the newest first. */
function listed(
  settings: GitHubSettings,
  query: Readonly<Record<string, string>>,
  isWanted: (artifact: ArtifactSetting) => boolean,
) {
  const kept = (settings.artifacts?.() ?? []).filter(
    (one) => (query['name'] ?? one.name) === one.name && isWanted(one),
  );
  const artifacts = kept.toReversed().map(({ id, name, size, expired, createdAt, digest, run: runId }) => {
    const run = settings.runs?.().find((one) => one.id === runId);
    const url = `https://api.github.com/repos/${settings.repository}/actions/artifacts/${id}`;
    return {
      ...{ id, node_id: nodeId('A', String(id)), name, size_in_bytes: size, url, expired, digest },
      ...{ archive_download_url: `${url}/zip`, created_at: createdAt, updated_at: createdAt },
      expires_at: new Date(Date.parse(createdAt) + 90 * 86_400_000).toISOString(),
      workflow_run: {
        id: runId,
        repository_id: numberOf(settings.repository),
        head_repository_id: numberOf(run?.headRepository ?? settings.repository),
        head_branch: run?.branch ?? '',
        head_sha: '0'.repeat(40),
      },
    };
  });
  return { total_count: artifacts.length, artifacts: paginate(artifacts, query, '').items };
}

/** A repository as runs name it. */
function briefly(repository: string) {
  return {
    ...{ id: numberOf(repository), node_id: nodeId('R', repository), full_name: repository, private: false },
    name: repository.slice(repository.indexOf('/') + 1),
    html_url: `https://github.com/${repository}`,
    url: `https://api.github.com/repos/${repository}`,
  };
}
