import { createPromptfooReader } from '../../src/app/reading/promptfoo-reader.ts';
import { filesOf } from '../../src/app/reading/revision-files.ts';
import { howFarChecked } from '../../src/core/exam/compare-case.ts';
import type { GoldenCase } from '../../src/core/golden-case.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { showProblem } from '../../src/core/problem.ts';
import type { FileText } from '../../src/core/pull-request.ts';
import type { Question, QuestionAnswer } from '../../src/core/score.ts';
import { loadChecks } from '../../src/core/scoring/named-checks.ts';
import { scoreReply } from '../../src/core/scoring/score-reply.ts';
import { nameCases } from '../../src/formats/cases/index.ts';
import { createSandbox } from '../../src/sandbox/create-sandbox.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { words } from '../../src/wire/wire-local.ts';
import type { Passes } from './ask-promptfoo.ts';
import { embed } from './embed.ts';
import type { SuiteReply } from './replies.ts';

/** What was made of each test and reply here, and of the tests that are not run the reasons. */
export type Judged = { readonly passes: Passes; readonly notRun: readonly string[] };

const prompt = 'p.txt';
const sandbox = createSandbox();

/** Reads the suite as a review does, and scores the replies. */
export async function askPromptgate(suite: JsonObject, replies: readonly SuiteReply[]): Promise<Judged> {
  const config = JSON.stringify({ ...suite, prompts: [`file://${prompt}`] });
  const files: ReadonlyMap<string, string> = new Map([
    ['promptfooconfig.json', config],
    [prompt, ''],
  ]);
  const textOf = (path: string): FileText => {
    const text = files.get(path);
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
  };
  const revision = filesOf(
    {
      text: async (_, path) => textOf(path),
      texts: async (_, paths) => new Map(paths.map((path) => [path, textOf(path)])),
      bytes: async () => ({ kind: 'absent' }),
    },
    { sha: '', ref: 'suite' },
    new Map([...files].map(([path, text]) => [path, { path, mode: 'file', id: '', bytes: text.length }])),
  );
  const read = await createPromptfooReader(checkKinds, { sandbox }).read(revision, prompt);
  if (read.problems.length > 0) throw new Error(read.problems.map(showProblem).join('\n'));
  const cases = nameCases(read.cases, []);
  await loadChecks(cases, checkKinds, words);
  return {
    passes: cases.map((golden) =>
      replies.map((reply) => (howFarChecked(golden) === 'whole' ? judge(golden, reply, read.params) : undefined)),
    ),
    notRun: cases.flatMap(({ id, notRun }) => notRun.map(({ name, why }) => `${id} ${name}: ${why}`)),
  };
}

function judge(golden: GoldenCase, reply: SuiteReply, params: JsonObject): boolean | undefined {
  const { text, toolCalls = [], latencyMs = 50, costUsd = 0.001, finishReason = 'stop' } = reply;
  const answers = new Map<string, QuestionAnswer>();
  const answer = { toolCalls, finishReason, usage: {}, servedModel: '', servedBy: '', latencyMs, at: 0 };
  const messages = [{ role: 'user', content: `Answer: ${golden.vars['question']}` }] as const;
  for (;;) {
    const about = { golden, messages, params, text, answer, costUsd };
    const scoring = scoreReply({ ...about, kinds: checkKinds, answers, sandbox });
    if (scoring.kind === 'score') {
      const { score } = scoring;
      return score.kind === 'scored' ? score.passes : undefined;
    }
    for (const { key, question } of scoring.askings) answers.set(key, answerTo(question));
  }
}

function answerTo(question: Question): QuestionAnswer {
  if (question.kind !== 'embedding') return { kind: 'failed', why: 'there is no judge' };
  return { kind: 'vectors', vectors: question.texts.map(embed) };
}
