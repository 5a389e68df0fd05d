import type { Files } from './github-repository.ts';

/** Prompts in one folder, and how many of them share a schema: one in so many. */
const inFolder = 20;
const withSchema = 50;

/** Where the prompt of this number lies. */
export function promptPathOf(at: number): string {
  const folder = String(Math.floor(at / inFolder)).padStart(3, '0');
  return `packages/team-${folder}/prompts/answer-${String(at).padStart(5, '0')}.prompt.yml`;
}

export function promptTextOf(at: number, manner = 'politely'): string {
  return `name: Answers of shop ${at}
messages:
  - role: system
    content: You answer customers of shop ${at} ${manner}, from its policy ${at * 7} and from nothing else.
  - role: user
    content: "{{question}}"
`;
}

/** Ten cases that no other prompt has; in one prompt of fifty, one case holds the reply against a schema. */
function casesTextOf(at: number): string {
  const schema = at % withSchema === 7 ? ', { json-schema: ../../../schemas/reply.json }' : '';
  const cases = Array.from(
    { length: 10 },
    (_, index) => `  - id: order-${at}-${index}
    vars: { question: "Order ${at * 10 + index}: may I return it after ${index + 20} days?" }
    checks: [{ contains: "shop ${at}" }${index === 0 ? schema : ''}]
`,
  );
  return `cases:\n${cases.join('')}`;
}

/** A repository of `count` prompts, each with golden cases of its own in a file of its own. */
export function manyPrompts(count: number): Files {
  const files = Array.from({ length: count }, (_, at): readonly (readonly [string, string])[] => [
    [promptPathOf(at), promptTextOf(at)],
    [promptPathOf(at).replace('.prompt.yml', '.cases.yml'), casesTextOf(at)],
  ]).flat();
  return {
    ...Object.fromEntries(files),
    'promptgate.yml': 'version: 1\nmodels: [clerk-mini]\n',
    'docs/guide.md': '# Guide\n',
    'config/settings.yaml': 'retries: 3\n',
    'schemas/reply.json': '{ "type": "string" }\n',
    'src/app.ts': 'export {};\n',
  };
}
