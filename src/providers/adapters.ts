import type { Provider } from '../core/ports.ts';
import type { Api } from '../core/settings/provider-schema.ts';
import type { ServiceSettings } from './service/create-service-provider.ts';

/** Makes a provider of a service. @throws ProviderError where its address is neither https nor on loopback */
type CreateProvider = (settings: ServiceSettings) => Provider;

/** What speaks each API. A library is loaded where a provider of the config speaks by it, and nowhere else. */
export const adapters = {
  chat: async () => (await import('./openai/create-openai-provider.ts')).createOpenAiProvider,
  responses: async () => (await import('./openai/create-openai-provider.ts')).createResponsesProvider,
  anthropic: async () => (await import('./anthropic/create-anthropic-provider.ts')).createAnthropicProvider,
  gemini: async () => (await import('./gemini/create-gemini-provider.ts')).createGeminiProvider,
  bedrock: async () => (await import('./bedrock/create-bedrock-provider.ts')).createBedrockProvider,
  azure: async () => (await import('./openai/create-openai-provider.ts')).createAzureProvider,
} satisfies Readonly<Record<Api, () => Promise<CreateProvider>>>;

/** APIs whose chats are streamed where the config asks for it; replies by the others come whole, and their first token is not timed. */
export const streamedApis = ['chat', 'responses', 'anthropic', 'azure'] as const satisfies readonly Api[];

/** What an API makes of a request beside its parameters, in words for `docs/services.md`. */
export type Mapping = {
  readonly title: string;
  readonly path: string;
  readonly library: string;
  readonly entry: string;
  readonly system: string;
  readonly tools: string;
  readonly shown: string;
  readonly embeddings: string;
  readonly ends: string;
  readonly served: string;
  readonly counts: string;
  readonly rate: string;
};

export const mappings = {
  chat: {
    title: 'Chat completions',
    path: '`POST {base-url}/chat/completions`',
    library: '`openai`',
    entry: '`key` as a bearer token',
    system: 'roles as they are',
    tools: 'as they are',
    shown: 'images; sound as WAV or MP3 and files by their bytes',
    embeddings: '`POST {base-url}/embeddings`',
    ends: '`finish_reason` as it is',
    served: '`model`',
    counts:
      '`prompt_tokens`, `completion_tokens`, cached and reasoning tokens as parts of them, `cost` where it is told',
    rate: '`x-ratelimit-*`',
  },
  responses: {
    title: 'OpenAI Responses',
    path: '`POST {base-url}/responses`, `store: false`',
    library: '`openai`',
    entry: '`key` as a bearer token',
    system: 'roles as they are',
    tools: 'function calls and their results as items; sealed reasoning goes back with the calls',
    shown: 'images and files by bytes or address; no sound',
    embeddings: '`POST {base-url}/embeddings`',
    ends: '`stop`, `tool_calls`, `length` (`max_output_tokens`), `content_filter`',
    served: '`model`',
    counts: '`input_tokens`, `output_tokens`, cached and reasoning tokens as parts of them',
    rate: '`x-ratelimit-*`',
  },
  anthropic: {
    title: 'Anthropic Messages',
    path: '`POST {base-url}/messages`; `/v1` is added where the address ends without it',
    library: '`@anthropic-ai/sdk`',
    entry: '`key` as `x-api-key`',
    system: 'joined into `system`; a prompt of them alone is asked as the user’s message',
    tools:
      '`tool_use` and `tool_result`; results of parallel calls are one turn; sealed thinking goes back with the calls',
    shown: 'images by bytes or address; PDF, text and addresses as documents; no sound',
    embeddings: 'none',
    ends: '`end_turn` and `stop_sequence` are `stop`, `tool_use` is `tool_calls`, `max_tokens` is `length`, `refusal` is `content_filter`; others as they are',
    served: '`model`',
    counts: 'input with what is read from the cache and written to it; thinking as a part of the output',
    rate: '`anthropic-ratelimit-*`',
  },
  gemini: {
    title: 'Google Gemini',
    path: '`POST {base-url}/models/{model}:generateContent`; `/v1beta` is added where the address ends without a version',
    library: '`@ai-sdk/google`',
    entry: '`key` as `x-goog-api-key`',
    system: 'as `systemInstruction`; a prompt of them alone is asked as the user’s message',
    tools:
      '`functionCall` and `functionResponse`; results of parallel calls are one turn; signatures of thoughts go back with the calls',
    shown: 'images, sound and files by bytes or address',
    embeddings: '`:embedContent`, `:batchEmbedContents`; tokens are not counted',
    ends: '`STOP` is `stop` or `tool_calls`, `MAX_TOKENS` is `length`, safety and blocked questions are `content_filter`; others in small letters',
    served: '`modelVersion`',
    counts: 'thoughts as a part of the output, `cachedContentTokenCount` as a part of the input',
    rate: 'none; a hint to wait is read from the error',
  },
  bedrock: {
    title: 'Amazon Bedrock Converse',
    path: '`POST {base-url}/model/{model}/converse`',
    library: '`aws4fetch`, to sign',
    entry: '`key` (a Bedrock API key) as a bearer token, or `credentials: ambient`',
    system: 'as `system`; a prompt of them alone is asked as the user’s message',
    tools:
      '`toolUse` and `toolResult`; what one side says several times in a row is one turn; signed reasoning goes back with the calls',
    shown: 'images, sound and documents by bytes; no address',
    embeddings: 'none',
    ends: '`end_turn` and `stop_sequence` are `stop`, `tool_use` is `tool_calls`, `max_tokens` is `length`, `guardrail_intervened` and `content_filtered` are `content_filter`; others as they are',
    served: 'not told: taken for the one that was asked',
    counts: 'input with what is read from the cache and written to it; reasoning is not told apart',
    rate: 'none',
  },
  azure: {
    title: 'Azure OpenAI',
    path: '`POST {base-url}/openai/v1/chat/completions`; with `api-version`, `POST {base-url}/openai/deployments/{model}/chat/completions`. The model is the deployment',
    library: '`openai`',
    entry: '`key` as `api-key`, or `token` (of Entra ID) as a bearer token, or `credentials: workload-identity`',
    system: 'roles as they are',
    tools: 'as they are',
    shown: 'images; sound as WAV or MP3 and files by their bytes',
    embeddings: 'the same paths with `/embeddings`',
    ends: '`finish_reason` as it is',
    served: '`model`',
    counts: '`prompt_tokens`, `completion_tokens`, cached and reasoning tokens as parts of them',
    rate: '`x-ratelimit-*`',
  },
} satisfies Readonly<Record<Api, Mapping>>;
