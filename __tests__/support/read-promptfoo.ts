import { createPromptfooReader } from '../../src/app/reading/promptfoo-reader.ts';
import { filesOf } from '../../src/app/reading/revision-files.ts';
import { wordNotes } from '../../src/core/cases/word-notes.ts';
import { showProblem } from '../../src/core/problem.ts';
import { nameCases } from '../../src/formats/cases/promptfoo/name-cases.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Files, twoRevisions } from './two-revisions.ts';

/** Its thread starts with the first template or script. */
const sandbox = createSandbox();

/** What the promptfoo configs among `files` have for a prompt, with its faults in words and what was asked of the host. */
export async function readPromptfoo(files: Files, prompt = 'p.txt', scorers: readonly string[] = []) {
  const { host, pull, asked } = twoRevisions(files, files);
  const revision = filesOf(host, pull.head, await host.tree(pull.head));
  const read = await createPromptfooReader(checkKinds, { sandbox, scorers: new Set(scorers) }).read(revision, prompt);
  const cases = nameCases(read.cases, []);
  return { ...read, cases, faults: read.problems.map(showProblem), notes: wordNotes(read.notes), asked };
}

/** The one case of a config with one assertion: its checks as `kind`, `argument` and what differs from usual, or why it is not run. */
export async function readOneAssertion(
  assertion: unknown,
  vars: unknown = { q: 'x' },
  files: Files = {},
  scorers: readonly string[] = [],
) {
  const config = JSON.stringify({ prompts: ['p.txt'], tests: [{ vars, assert: [assertion] }] });
  const all = { 'promptfooconfig.json': config, 'p.txt': '{{q}}', ...files };
  const { cases, faults } = await readPromptfoo(all, 'p.txt', scorers);
  const [golden] = cases;
  return {
    checks: (golden?.checks ?? []).map(({ kind, argument, options, min, not }) => [
      kind,
      argument,
      ...(Object.keys(options).length > 0 ? [options] : []),
      ...(min === undefined ? [] : [min]),
      ...(not === true ? ['not'] : []),
    ]),
    notRun: golden?.notRun.map(({ name, why }) => `${name}: ${why}`) ?? [],
    weights: golden?.checks.map(({ weight }) => weight),
    golden,
    faults,
  };
}
