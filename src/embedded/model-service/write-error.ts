import type { SpokenApi } from './endpoints.ts';

export type AboutError = { readonly type?: string; readonly code?: string; readonly param?: string };

/** A refusal as an API writes it: its status, which need not be the one of others, and its body. */
export type WrittenError = {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Writes a refusal for one API. */
export type WriteError = (status: number, message: string, about?: AboutError) => WrittenError;

const anthropicTypes: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
};
const googleStatuses: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
};

function writeForOpenAi(status: number, message: string, about: AboutError = {}): WrittenError {
  return { status, body: writeError(message, about) };
}

function writeForAnthropic(status: number, message: string, { code }: AboutError = {}): WrittenError {
  const isSpent = code === 'insufficient_quota';
  const said = isSpent ? 'Your credit balance is too low to access the Anthropic API.' : message;
  const type = isSpent ? 'invalid_request_error' : (anthropicTypes[status] ?? 'invalid_request_error');
  return { status: isSpent ? 400 : status, body: { type: 'error', error: { type, message: said } } };
}

function writeForGoogle(status: number, message: string, { code }: AboutError = {}): WrittenError {
  const isKey = code === 'invalid_api_key';
  const info = (type: string, held: object): object => ({ '@type': `type.googleapis.com/google.rpc.${type}`, ...held });
  const details = isKey
    ? [info('ErrorInfo', { reason: 'API_KEY_INVALID', domain: 'googleapis.com' })]
    : code === 'insufficient_quota'
      ? [info('QuotaFailure', { violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel' }] })]
      : [];
  const said = isKey ? 'API key not valid. Please pass a valid API key.' : message;
  const sent = isKey ? 400 : status;
  const error = { code: sent, message: said, status: googleStatuses[sent] ?? 'INVALID_ARGUMENT', details };
  return { status: sent, body: { error } };
}

const amazonTypes: Readonly<Record<number, string>> = {
  403: 'AccessDeniedException',
  429: 'ThrottlingException',
  500: 'InternalServerException',
};

/** The kind stands in a header. A wrong key is 403, an unknown model 400. */
function writeForAmazon(status: number, message: string, { code = '', type }: AboutError = {}): WrittenError {
  const [sent, said] = (
    {
      invalid_api_key: [403, 'Authentication failed: Please make sure your API Key is valid.'],
      model_not_found: [400, 'The provided model identifier is invalid.'],
      insufficient_quota: [429, 'Too many tokens per day, please wait before trying again.'],
    } as const
  )[code] ?? [status, message];
  const own = type?.endsWith('Exception') === true ? type : undefined;
  const kind = own ?? amazonTypes[sent] ?? 'ValidationException';
  return { status: sent, body: { message: said }, headers: { 'x-amzn-errortype': kind } };
}

function writeForAzure(status: number, message: string, about: AboutError = {}): WrittenError {
  const code = status === 401 ? '401' : status === 404 ? 'DeploymentNotFound' : undefined;
  return { status, body: code === undefined ? writeError(message, about) : { error: { code, message } } };
}

export const errorWriters: Readonly<Record<SpokenApi, WriteError>> = {
  chat: writeForOpenAi,
  responses: writeForOpenAi,
  anthropic: writeForAnthropic,
  gemini: writeForGoogle,
  bedrock: writeForAmazon,
  azure: writeForAzure,
};

/** An error as OpenAI writes it. */
export function writeError(message: string, about: AboutError = {}): object {
  return {
    error: {
      message,
      type: about.type ?? 'invalid_request_error',
      param: about.param ?? null,
      code: about.code ?? null,
    },
  };
}
