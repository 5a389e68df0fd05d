import type { ScriptedCall, ScriptedRule } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

export const judgedPrompt = 'prompts/help.txt';
const judgedCases = 'prompts/help.cases.yml';

export function helpText(manner: string): string {
  return `You help customers of a shop.\n\nAnswer ${manner}.\n\n{{question}}\n`;
}

/** A shop whose cases are graded by the model `strict`; `config` is added to its config. */
export function judgedShop(cases: string, config = ''): Files {
  return {
    'promptgate.yml': `version: 1\nmodels: [clerk]\njudge: strict\n${config}`,
    [judgedPrompt]: helpText('briefly'),
    [judgedCases]: cases,
  };
}

/** Cases `case-1` … `case-<count>`, each with a question of its own. */
export function judgedCaseList(count: number, more: (nth: number) => string): string {
  const lines = Array.from(
    { length: count },
    (_, at) => `  - { id: case-${at + 1}, vars: { question: "What is case-${at + 1}?" }, ${more(at + 1)} }`,
  );
  return `cases:\n${lines.join('\n')}\n`;
}

/** The clerk answers each question in words of its own; the judge grades what it is shown as REPLY by `grade`. */
export function judgedModels(
  grade: (reply: string, call: ScriptedCall) => number,
  answer: (id: string, call: ScriptedCall) => string = (id) => `It is ${id}, as ever.`,
): readonly ScriptedRule[] {
  return [
    {
      model: 'strict',
      reply: (call) => {
        const shown = /^REPLY[^\n]*:\n<<<(\w+)\n(.*?)\n\1>>>/msu.exec(call.text)?.[2] ?? '';
        return JSON.stringify({ reason: 'As the rubric says.', score: grade(shown, call) });
      },
    },
    {
      model: 'clerk',
      reply: (call) => answer(/What is (case-\d+)\?/u.exec(call.user)?.[1] ?? 'nothing', call),
    },
  ];
}
