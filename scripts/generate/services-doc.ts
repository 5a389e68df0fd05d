import type { Api } from '../../src/core/settings/provider-schema.ts';
import { apiEndpoints } from '../../src/core/settings/provider-schema.ts';
import { type Mapping, mappings } from '../../src/providers/adapters.ts';
import { anthropicParameters } from '../../src/providers/anthropic/messages.ts';
import { converseParameters } from '../../src/providers/bedrock/converse.ts';
import { geminiParameters } from '../../src/providers/gemini/write-contents.ts';
import { responsesParameters } from '../../src/providers/openai/responses.ts';
import type { Mapped, ParameterTable } from '../../src/providers/service/parameters.ts';
import { tableOf } from './marked-parts.ts';

const apis = Object.keys(mappings).filter((api): api is Api => Object.hasOwn(apiEndpoints, api));
const tables: readonly (readonly [string, ParameterTable])[] = [
  ['responses', responsesParameters],
  ['anthropic', anthropicParameters],
  ['gemini', geminiParameters],
  ['bedrock', converseParameters],
];

/** The tables of `docs/services.md`: what each adapter maps, and what it cannot. */
export const serviceTables = { apis: showApis, parameters: showParameters };

function showApis(): string {
  const about = (label: string, of: (mapping: Mapping, api: Api) => string): readonly string[] => [
    label,
    ...apis.map((api) => of(mappings[api], api)),
  ];
  const rows = [
    about('API', ({ title }) => title),
    about('`base-url` left out', (_, api) => apiEndpoints[api] ?? ofRegion(api)),
    about('asks', ({ path }) => path),
    about('library', ({ library }) => library),
    about('let in by', ({ entry }) => entry),
    about('`system`, `developer`', ({ system }) => system),
    about('calls and results', ({ tools }) => tools),
    about('parts', ({ shown }) => shown),
    about('embeddings', ({ embeddings }) => embeddings),
    about('how a reply ended', ({ ends }) => ends),
    about('what answered', ({ served }) => served),
    about('tokens', ({ counts }) => counts),
    about('rate', ({ rate }) => rate),
  ];
  return tableOf(['', ...apis.map((api) => `\`api: ${api}\``)], rows);
}

function ofRegion(api: Api): string {
  return api === 'bedrock' ? '`https://bedrock-runtime.{region}.amazonaws.com`' : 'must be written';
}

function showParameters(): string {
  const names = [...new Set(tables.flatMap(([, table]) => Object.keys(table)))];
  const rows = names.map((name) => [`\`${name}\``, ...tables.map(([, table]) => showMapped(name, table[name]))]);
  return tableOf(['parameter', ...tables.map(([api]) => `\`${api}\``)], rows);
}

function showMapped(name: string, mapped: Mapped | undefined): string {
  if (mapped === undefined) return 'as it is';
  if ('none' in mapped) return 'left out';
  const told = mapped.told === undefined ? '' : ` (${mapped.told})`;
  return mapped.at === name && told === '' && mapped.write === undefined ? 'as it is' : `\`${mapped.at}\`${told}`;
}
