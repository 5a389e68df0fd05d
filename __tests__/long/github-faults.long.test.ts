import { describe, expect, it } from 'vitest';
import { inParallel, outcomeOf, writeFaults } from '../support/fault-table.ts';
import { faultyKey, type Place, type Scene, stageScene } from '../support/faulty-github.ts';
import { githubFaults, type NamedFault, passingFaults } from '../support/github-faults.ts';
import type { PacedRun } from '../support/paced-run.ts';

/** An endpoint of GitHub's, the run in which it is asked, and where in that run. */
type Asked = { readonly title: string; readonly scene: Scene } & Place;

const many = Object.fromEntries(Array.from({ length: 301 }, (_, at) => [`src/${at % 7}/file-${at}.ts`, `${at}\n`]));
const some = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`lib/${at % 6}/file-${at}.ts`, `${at}\n`]));
const rest: Scene = { settings: { graphql: false } };

const asked: readonly Asked[] = [
  { title: 'The comparison: `GET /compare/{basehead}`', scene: {}, where: /^GET .*\/compare\// },
  { title: 'Config and its folder: GraphQL', scene: {}, asks: /fragment Listing on Tree.*fragment Content/s },
  { title: 'All files of a commit: `GET /git/trees/{sha}?recursive=1`', scene: {}, where: /\/git\/trees\/.*recursive/ },
  { title: 'Texts of files: GraphQL', scene: {}, asks: /b0: object\(oid/ },
  {
    title: 'One folder, where GraphQL is closed: `GET /git/trees/{sha}`',
    scene: rest,
    where: /\/git\/trees\/[0-9a-f]+$/,
  },
  { title: 'One file, where GraphQL is closed: `GET /git/blobs/{sha}`', scene: rest, where: /\/git\/blobs\// },
  {
    title: 'Folders of a large repository: GraphQL',
    scene: { base: some, settings: { treeLimit: 12 } },
    asks: /d0: object\(expression.*entries \{ name mode type oid size/s,
  },
  {
    title: 'Files of a large pull request: `GET /pulls/{number}/files`',
    scene: { head: many },
    where: /^GET .*\/pulls\/7\/files/,
  },
  { title: 'Whether it moved on: `GET /pulls/{number}`', scene: {}, where: /^GET .*\/pulls\/7$/ },
  { title: 'Comments: `GET /issues/{number}/comments`', scene: {}, where: /^GET .*\/issues\/7\/comments/ },
  { title: 'Whose token it is: GraphQL', scene: { before: 'shown' }, asks: /viewer/ },
  {
    title: 'A new comment: `POST /issues/{number}/comments`',
    // Else a machine that is slow for the fast clock tells how far asking is, and that meets what passes by itself.
    scene: { inputs: { comment: 'changes' } },
    where: /^POST .*\/issues\/7\/comments/,
  },
  {
    title: 'A comment written over: `PATCH /issues/comments/{id}`',
    scene: { before: 'shown' },
    where: /^PATCH .*\/issues\/comments\//,
  },
  {
    title: 'A second comment of ours: `DELETE /issues/comments/{id}`',
    scene: { before: 'shown twice' },
    where: /^DELETE .*\/issues\/comments\//,
  },
  {
    title: 'Who set the label, of a review that was accepted: `GET /issues/{number}/events`',
    scene: { before: 'shown and accepted' },
    where: /^GET .*\/issues\/7\/events/,
  },
  {
    title: 'What they may do: `GET /collaborators/{username}/permission`',
    scene: { before: 'shown and accepted' },
    where: /^GET .*\/collaborators\/ada\/permission/,
  },
  {
    title: 'The base branch of a merge group: `GET /git/ref/{ref}`',
    scene: {
      event: async (github, repository) => {
        if (!repository.git('branch', '--list', 'queue')) repository.merge('queue', 'main', 'topic');
        return { name: 'merge_group', payload: await github.mergeGroupEvent(7, 'queue') };
      },
    },
    where: /^GET .*\/git\/ref\//,
  },
  {
    title: 'The pull request of another workflow’s run: `GET /pulls?head=`',
    scene: {
      event: async (_, repository) => {
        const ours = { full_name: 'shop/support', owner: { login: 'shop' } };
        const run = {
          event: 'pull_request',
          head_sha: repository.git('rev-parse', 'topic'),
          head_branch: 'topic',
          head_repository: ours,
        };
        return { name: 'workflow_run', payload: { workflow_run: run, repository: ours } };
      },
    },
    where: /^GET .*\/pulls\?/,
  },
];

const heading = `# What the action makes of a GitHub that fails

The prompt under review breaks three cases, so that a gate that opens was opened by the fault. Where the verdict is \`regressed\`, the
endpoint was not needed for it. Each line is a run of the whole action. Written by \`__tests__/long/github-faults.long.test.ts\`:
\`npx vitest run --mode long __tests__/long/github-faults.long.test.ts -u\`, then read the difference.
`;

/** Nothing that a reader sees holds a stack or a key. */
function expectClean({ summary, annotations, log }: PacedRun): void {
  const told = [summary, ...annotations.map(({ message }) => message), ...log].join('\n');
  expect(told).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(told).not.toContain(faultyKey);
  expect(told).not.toContain('ghs_faulty');
}

const tables = new Map<string, string>();

describe('a fault of GitHub', () => {
  it.concurrent.each(asked)('opens no gate and is told: $title', async ({ title, scene, ...place }) => {
    const stage = await stageScene(scene);
    try {
      const sound = await stage.play(place, undefined);
      expect([sound.met, sound.outputs['verdict']]).toEqual([true, 'regressed']);
      const cells = await inParallel(faultsOf(title), 3, async (fault) => {
        const run = await stage.play(place, fault);
        expectClean(run);
        return { fault: fault.name, outcome: outcomeOf(run, fault) };
      });
      tables.set(title, writeFaults(title, [{ fault: 'none', outcome: outcomeOf(sound, {}) }, ...cells]));
    } finally {
      await stage.close();
    }
  });

  it('comes to what fixtures/faults/github.md says', async () => {
    await expect([heading, ...asked.map(({ title }) => tables.get(title))].join('\n')).toMatchFileSnapshot(
      '../../fixtures/faults/github.md',
    );
  });
});

/** What passes by itself is the connection's to wait for, whatever was asked: one of those that read, one that writes. */
function faultsOf(title: string): readonly NamedFault[] {
  return /^The comparison|^A new comment/.test(title) ? [...githubFaults, ...passingFaults] : githubFaults;
}
