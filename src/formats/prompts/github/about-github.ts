import type { PromptAbout } from '../types.ts';

/** What docs/formats.md says of GitHub's prompt files. */
export const aboutGitHub: PromptAbout = {
  recognisedBy: '`.prompt.yml` with `messages`, or YAML with `messages` and another key of the format',
  filled: '`{{name}}`',
  cases: '`testData` with `evaluators`, and beside it in `{name}.cases.yml`',
  notRead: [
    'evaluators that have no counterpart: each is told with the reason and with what to write instead, and the case is judged by its other checks',
  ],
  example: {
    path: 'prompts/triage.prompt.yml',
    text: `name: Triage
model: openai/gpt-5.6-luna
modelParameters:
  temperature: 0.2
messages:
  - role: system
    content: You name the team that answers a ticket.
  - role: user
    content: "{{ticket}}"
testData:
  - ticket: The invoice is wrong.
    expected: billing
evaluators:
  - name: names the team
    string:
      contains: "{{expected}}"
`,
  },
  reference: { library: '`github/gh-models`, `pkg/prompt`' },
  more: `- The fields of a test case are filled into the evaluators: \`equals: "{{expected}}"\`, \`judge: "Says {{expected}}"\`,
  \`regex: "(?i){{expected}}"\` (where they are a part of the pattern). A test case without the field does not run them.
- Besides \`string\`, \`llm\` and \`uses\`, any check of [checks.md](checks.md) may stand among them under its name, with
  \`weight\`, \`required\` and \`min\`: \`- { name: is short, max-words: 50 }\`. Also read: \`regex: { pattern, flags, negate }\`,
  \`string: { regex | notContains | includes }\`, and \`type: regex\` (\`contains\`, …) with \`pattern\`, \`value\` or \`expected\`.
- \`testData\` may group its variables under \`vars\`, \`inputs\` or \`variables\`, and bring \`evaluators\` of its own. Where
  \`name\` tells all its items apart, it is their id.
- gh models itself knows \`string\` (equals, contains, startsWith, endsWith), \`llm\`, \`uses\` and variables beside
  \`expected\` alone; what it does not know it refuses or leaves out.`,
};
