import { afterEach, describe, expect, it } from 'vitest';
import { type ArtifactService, startArtifactService } from '../support/artifact-service.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
let service: ArtifactService | undefined;
afterEach(async () => {
  expect(stage?.github.violations).toEqual([]);
  await stage?.close();
  await service?.close();
  stage = undefined;
  service = undefined;
});

async function reviewed(refuse?: (name: string) => string | undefined, inputs: Record<string, string> = {}) {
  service = await startArtifactService(refuse);
  stage = await stageReview({
    base: shopBase,
    head: { [promptPath]: promptText('warmly') },
    models: shopModels(['case-3', 'case-8']),
  });
  const run = await stage.review({ env: service.env, inputs });
  const comment = stage.github.comments(7)[0]?.body ?? '';
  return { run, comment, kept: service.kept() };
}

const runUrl = 'https://github.com/shop/support/actions/runs/1';

describe('a report of the action', () => {
  it('is kept as a page that opens by itself, to which the comment and each case in it lead', async () => {
    const { run, comment, kept } = await reviewed();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    const page = kept.find(({ name }) => name === 'promptgate.html');
    expect(page?.mimeType).toBe('text/html');
    expect(page?.content.toString()).toMatch(/^<!doctype html>/iu);
    const archive = kept.find(({ name }) => name === 'promptgate');
    expect(archive?.content.subarray(0, 2).toString()).toBe('PK');
    expect(archive?.content.includes('promptgate.json') && archive.content.includes('promptgate.html')).toBe(true);
    const address = `${runUrl}/artifacts/${kept.findIndex(({ name }) => name === 'promptgate.html') + 101}`;
    expect(comment).toContain(`<a href="${address}">Open the report</a>`);
    expect(comment).toContain(`<a href="${address}#case=case-3">\`case-3\`</a>`);
    expect(run.summary).toContain(`<a href="${address}">Open the report</a>`);
  });

  it('is named after the use of the action where there are several, so that one run can keep them all', async () => {
    const { kept } = await reviewed(undefined, { name: 'answers-de' });
    expect(kept.map(({ name }) => name).toSorted()).toEqual(['promptgate-answers-de', 'promptgate-answers-de.html']);
  });

  it('is led to by its archive and a command where the service takes no page by itself', async () => {
    const { run, comment, kept } = await reviewed((name) =>
      name.endsWith('.html') ? 'version 7 is not known' : undefined,
    );
    expect(run.exitCode).toBe(1);
    expect(kept.map(({ name }) => name)).toEqual(['promptgate']);
    expect(comment).toContain(`<a href="${runUrl}/artifacts/101">Open the report</a>`);
    expect(comment).toContain('`gh run download 1 --repo shop/support --name promptgate`');
    expect(comment).toContain('The page could not be kept to be opened in the browser');
  });

  it('is told to be lost, with the way out, where another job of the run has taken its name', async () => {
    const { run, comment } = await reviewed(() => 'an artifact with this name already exists on the workflow run');
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(comment).toMatch(/The full report could not be kept: .*already exists.*its own .*name/u);
    expect(comment).not.toContain('Open the report');
  });

  it('is told to stay on the machine where there is no service', async () => {
    stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('warmly') }, models: shopModels([]) });
    const run = await stage.review();
    expect(run.exitCode).toBe(0);
    expect(stage.github.comments(7)[0]?.body).toContain(
      'The full report is not kept: this runner has no artifact service.',
    );
  });
});
