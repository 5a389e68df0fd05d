import { markdownTable } from 'markdown-table';
import type { Api } from '../../src/core/settings/provider-schema.ts';
import { apiEndpoints } from '../../src/core/settings/provider-schema.ts';
import { type Mapping, mappings } from '../../src/providers/adapters.ts';
import { anthropicParameters } from '../../src/providers/anthropic/messages.ts';
import { geminiParameters } from '../../src/providers/gemini/write-contents.ts';
import { responsesParameters } from '../../src/providers/openai/responses.ts';
import type { Mapped, ParameterTable } from '../../src/providers/service/parameters.ts';

const apis = Object.keys(mappings).filter((api): api is Api => Object.hasOwn(apiEndpoints, api));
const tables: readonly (readonly [string, ParameterTable])[] = [
  ['responses', responsesParameters],
  ['anthropic', anthropicParameters],
  ['gemini', geminiParameters],
];

/** The text of `docs/services.md`: what each adapter maps, and what it cannot. */
export function servicesDoc(): string {
  const about = (label: string, of: (mapping: Mapping, api: Api) => string): readonly string[] => [
    label,
    ...apis.map((api) => of(mappings[api], api)),
  ];
  const rows = [
    about('`base-url` left out', (_, api) =>
      apiEndpoints[api] === undefined ? 'must be written' : `${apiEndpoints[api]}`,
    ),
    about('asks', ({ path }) => path),
    about('library', ({ library }) => library),
    about('`system`, `developer`', ({ system }) => system),
    about('calls and results', ({ tools }) => tools),
    about('parts', ({ shown }) => shown),
    about('embeddings', ({ embeddings }) => embeddings),
    about('how a reply ended', ({ ends }) => ends),
    about('tokens', ({ counts }) => counts),
    about('rate', ({ rate }) => rate),
  ];
  const names = [...new Set(tables.flatMap(([, table]) => Object.keys(table)))];
  const parameters = names.map((name) => [`\`${name}\``, ...tables.map(([, table]) => showMapped(name, table[name]))]);
  return `${introduction}
## What each maps

${show(['', ...apis.map((api) => `\`api: ${api}\``)], rows)}

## Parameters

Prompts and \`params\` name parameters as chat completions do. Under \`chat\` they go as they are. What is not in the table goes as it is
written, so that a parameter of the API itself (\`thinking\`, \`safetySettings\`) may be named too.

${show(['parameter', ...tables.map(([api]) => `\`${api}\``)], parameters)}

${notes}`;
}

function showMapped(name: string, mapped: Mapped | undefined): string {
  if (mapped === undefined) return 'as it is';
  if ('none' in mapped) return 'left out';
  const told = mapped.told === undefined ? '' : ` (${mapped.told})`;
  return mapped.at === name && told === '' && mapped.write === undefined ? 'as it is' : `\`${mapped.at}\`${told}`;
}

function show(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  return markdownTable(escaped, { alignDelimiters: false, padding: false });
}

const introduction = `<!-- Made by \`npm run generate\` from src/providers: edit there. -->
# Model services

A provider of the config says by \`api\` what its service speaks:

\`\`\`yaml
# promptgate.yml
version: 1
providers:
  claude: { api: anthropic, key: ANTHROPIC_API_KEY }
  google: { api: gemini, key: GEMINI_API_KEY }
  reasoner: { api: responses, key: OPENAI_API_KEY }
  router: { base-url: "https://router.example/v1", key: ROUTER_KEY }
models:
  - claude:claude-sonnet-5
\`\`\`

\`key\` is the name of an environment variable; no other is read, whatever a vendor's own library would take from the environment.
Without it the provider \`default\` alone has one: \`OPENAI_API_KEY\`, \`ANTHROPIC_API_KEY\` or \`GEMINI_API_KEY\`, by its API.
All of them have the same pace, limits, store and rules for another attempt; their libraries make none of their own.
`;

const notes = `- A parameter that is left out, or that a model refuses by name, is told in the report, once for each model, and left out on
  both sides. Nobody says so where a service takes a parameter and does not heed it: newer models of Gemini ignore \`temperature\`.
- \`tools\`, \`tool_choice\` and messages are never left out: where they are refused, the call fails.
- Where chat completions refuse a model, or tools with reasoning, and name \`/v1/responses\`, the model is asked by the Responses API
  from then on, and the report says so (\`"api": "responses"\`).
- The Messages API wants \`max_tokens\`; where nobody sets it, it is 8192. A conversation that ends with the assistant's words is
  sent as it is; newer models of Anthropic and Google refuse it.
- Prices are those of the vendor's list, of the model that answered, by its endpoint or its name; \`prices\` of the config says others, in dollars
  per million tokens: \`prices: { my-model: { input: 0.25, output: 2 } }\`.
- A part that an API has no form for is not sent without it: the call fails, and says which part.
`;
