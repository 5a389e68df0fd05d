import { describe, expect, it } from 'vitest';
import { mayConcern } from '../../../src/core/detect/may-concern.ts';

const settings = {
  promptGlobs: [
    '**/*.prompt.yml',
    '**/prompts/**/*.txt',
    '!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)',
    '!**/drafts/**',
  ],
  assembled: [],
  casesPattern: 'evals/{name}.cases.yml',
};

describe('whether a change may concern a prompt', () => {
  it.each([
    ['a.prompt.yml', true],
    ['x/prompts/y/z.txt', true],
    ['prompts/drafts/z.md.tmpl', false],
    ['evals/shop.cases.csv', true],
    ['schemas/reply.json', true],
    ['src/app.ts', false],
    ['package.json', false],
    ['apps/web/package-lock.json', false],
    ['.github/workflows/ci.yml', false],
    ['.github/prompts/x.prompt.yml', true],
    ['.github/prompts/x.md', true],
    ['.github/instructions/tone.instructions.md', true],
    ['.github/pull_request_template.md', false],
    ['Cargo.toml', false],
    ['pages/terms.html', true],
    ['prompts/drafts/_policy.prompt', true],
    ['evals/checks/says-days.js', true],
    ['src/server.js', false],
    ['dist/checks.js', false],
    ['.github/prompts/x.txt', true],
    ['Makefile', false],
    ['prompts/image.png', true],
    ['prompts/clip.mov', false],
  ])('%s: %s', (path, may) => {
    expect(mayConcern([{ path, status: 'modified' }], settings)).toBe(may);
  });

  it('looks at where a file came from too', () => {
    expect(mayConcern([{ path: 'src/a.ts', previousPath: 'a.prompt.yml', status: 'renamed' }], settings)).toBe(true);
  });

  it('answers at once for the most files a pull request can list', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      path: `src/very/deep/folder/file-${i}.ts`,
      status: 'modified' as const,
    }));
    expect(mayConcern(many, settings)).toBe(false);
  });
});
