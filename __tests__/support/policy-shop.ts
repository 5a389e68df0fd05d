import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import type { Files } from './github-repository.ts';

/** A prompt with ten golden cases. Each question is answered rightly with its own number. */
export const tenCases = Array.from({ length: 10 }, (_, at) => `case-${at + 1}`);

const number = (id: string): string => `number ${id.replace('case-', '')}`;

export const promptPath = 'prompts/policy.txt';
export const casesPath = 'prompts/policy.cases.yml';

export function promptText(manner: string): string {
  return `You answer questions of our customers.\n\nUse the policy, and nothing but the policy, for every answer.\nAnswer ${manner}.\n\n{{question}}\n`;
}

export function casesText(ids: readonly string[] = tenCases): string {
  const cases = ids.map(
    (id) => `  - { id: ${id}, vars: { question: "What is ${id}?" }, checks: [{ contains: "${number(id)}." }] }`,
  );
  return `cases:\n${cases.join('\n')}\n`;
}

/** The base branch: a config with two models, the prompt, its cases and a file that is no prompt. */
export const shopBase: Files = {
  'promptgate.yml': 'version: 1\nmodels: [strong, cheap]\n',
  [promptPath]: promptText('briefly'),
  [casesPath]: casesText(),
  'README.md': '# Shop\n',
};

/** Answers rightly, but for the cases in `broken` on the model `cheap` where the prompt says `manner`. */
export function shopModels(broken: readonly string[], manner = 'warmly'): Omit<ModelScript, 'seed'> {
  return {
    rules: [
      {
        when: /What is case-/,
        reply: ({ model, text }) => {
          const id = /What is (case-\d+)\?/.exec(text)?.[1] ?? '';
          const isBroken = model === 'cheap' && text.includes(manner) && broken.includes(id);
          return isBroken ? 'I would rather not say.' : `It is ${number(id)}.`;
        },
      },
    ],
  };
}
