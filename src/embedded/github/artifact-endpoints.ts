import { type Endpoint, found, notFound } from './endpoint.ts';
import { nodeId, numberOf } from './identity.ts';

const needs: Endpoint['needs'] = [['actions', 'read']];

/** Runs of workflows and what they kept: looked at, listed by name, and fetched from where they are. */
export const artifactEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
    needs,
    answer({ settings }, { path }) {
      const run = settings.runs?.().find(({ id }) => id === Number(path.run_id));
      if (run === undefined) return notFound;
      const { id, branch, event, workflow, createdAt, headRepository = settings.repository } = run;
      return found({
        ...{ id, node_id: nodeId('WFR', String(id)), head_branch: branch, head_sha: '0'.repeat(40), event },
        ...{ status: 'completed', workflow_id: workflow, created_at: createdAt, updated_at: createdAt },
        url: `https://api.github.com/repos/${settings.repository}/actions/runs/${id}`,
        repository: briefly(settings.repository),
        head_repository: briefly(headRepository),
      });
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/artifacts',
    needs,
    answer({ settings }, { query }) {
      const kept = (settings.artifacts?.() ?? []).filter(({ name }) => (query['name'] ?? name) === name);
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
      return found({ total_count: artifacts.length, artifacts: artifacts.slice(0, Number(query['per_page'] ?? 30)) });
    },
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

/** A repository as runs name it. */
function briefly(repository: string) {
  return {
    ...{ id: numberOf(repository), node_id: nodeId('R', repository), full_name: repository, private: false },
    name: repository.slice(repository.indexOf('/') + 1),
    html_url: `https://github.com/${repository}`,
    url: `https://api.github.com/repos/${repository}`,
  };
}
