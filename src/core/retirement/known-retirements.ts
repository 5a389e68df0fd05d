/** When a vendor shuts a model, by what was read on `knownOn`. */
export type Retirement = {
  /** Ids, dated snapshots apart: those end with the model. */
  readonly models: readonly string[];
  /** `YYYY-MM-DD`, the first day on which it does not answer. */
  readonly day: string;
  /** What the vendor says to take instead. */
  readonly successors: readonly string[];
  readonly source: string;
};

/** The day the table was read. Vendors change dates: what a service says itself, and the config's `retirements`, go before. */
export const knownOn = '2026-11-29';

const openai = 'OpenAI, API deprecations (developers.openai.com/api/docs/deprecations)';
const google = 'Google, Gemini deprecations, as told by others in November 2026';
const anthropic = 'Anthropic, model deprecations (platform.claude.com/docs/en/about-claude/model-deprecations)';
const second = `${openai}, as told by others in November 2026`;

/**
 * The price table that is bundled (@pydantic/genai-prices) only says `deprecated`, of 38 models and without a day; so the days
 * stand here.
 */
export const knownRetirements: readonly Retirement[] = [
  { models: ['gpt-5', 'o3', 'gpt-5-pro', 'o3-pro'], day: '2026-12-11', successors: ['gpt-6.1-sol'], source: openai },
  { models: ['gpt-5-mini'], day: '2026-12-11', successors: ['gpt-6.1-terra'], source: openai },
  { models: ['gpt-5-nano'], day: '2026-12-11', successors: ['gpt-6-luna'], source: openai },
  {
    models: ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini'],
    day: '2027-01-14',
    successors: ['gpt-6-luna'],
    source: second,
  },
  { models: ['gpt-5.1', 'gpt-5.3-codex', 'gpt-5.4-nano'], day: '2027-04-01', successors: [], source: second },
  { models: ['gpt-5.5-cyber-preview'], day: '2027-02-01', successors: [], source: second },
  { models: ['gpt-4', 'gpt-3.5-turbo'], day: '2026-10-23', successors: [], source: openai },
  { models: ['gemini-2.5-pro'], day: '2026-12-01', successors: ['gemini-3.8-flash'], source: google },
  { models: ['gemini-2.5-flash'], day: '2026-12-01', successors: ['gemini-3.5-flash-lite'], source: google },
  { models: ['claude-opus-4-1'], day: '2026-08-05', successors: ['claude-opus-4-8'], source: anthropic },
  {
    models: ['claude-opus-4', 'claude-sonnet-4'],
    day: '2026-06-15',
    successors: ['claude-opus-4-8'],
    source: anthropic,
  },
];
