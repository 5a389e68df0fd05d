import type { AnyRequest } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Clock, type Provider, ProviderError } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import { refuseEndpoint } from '../../core/settings/refuse-endpoint.ts';
import { quoteService } from '../quote-service.ts';
import { Adaptations, refusedParameter } from './adaptations.ts';
import { type About, explainFailure } from './explain-failure.ts';
import type { Failed } from './failed.ts';
import { readAllowance } from './read-hints.ts';

/**
 * A model's name as a part of an address: a prompt that names its own model must not choose what else the key is sent to.
 * @param slash how its slashes are written
 * @throws ProviderError where a step of it leads elsewhere
 */
export function encodeModel(model: string, slash: '/' | '%2F' = '/'): string {
  const steps = model.split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new ProviderError(`was not asked: \`${model}\` is no name of a model.`, { reason: 'refused-request' });
  return steps.map(encodeURIComponent).join(slash);
}

/** A model service and how it is reached. */
export type ServiceSettings = {
  /** The provider's name in the config. */
  readonly name: string;
  /** https, or http on loopback. */
  readonly baseUrl: string;
  /** What its answers say they came from, where it is more than `baseUrl`. */
  readonly endpoint?: string;
  /** Absent where the service wants none. */
  readonly key?: string;
  /** Where the key comes from, in words for messages, such as `the environment variable N1N_API_KEY`. */
  readonly keyFrom: string;
  readonly clock: Clock;
  /** The key is an access token. */
  readonly isToken?: true;
  /** What requests to AWS are signed with, instead of a key. */
  readonly credentials?: AwsCredentials;
  /** What Azure gives tokens for, instead of a key. */
  readonly identity?: WorkloadIdentity;
  readonly token?: TokenSource;
  /** Told a secret that comes up while asking, so that it is masked. */
  readonly hide?: (secret: string) => void;
  /** Of AWS. */
  readonly region?: string;
  /** Of Azure's dated API. */
  readonly apiVersion?: string;
  /** Chats are to be streamed where the API can, so that the first token's time is known. */
  readonly stream?: true;
};

/** Credentials of AWS; temporary ones have a session token. */
export type AwsCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** Who this run is at Entra ID, and what proves it. */
export type WorkloadIdentity = {
  /** Address of Entra ID, without a slash at its end. */
  readonly authority: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly assertion:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'github'; readonly url: string; readonly token: string };
};

/** Gives access tokens that hold now; `secrets` are all that came up. */
export type TokenSource = { readonly get: () => Promise<string>; readonly secrets: () => readonly string[] };

/** What of credentials nobody may read. */
export function secretsOf(credentials: AwsCredentials | undefined): readonly string[] {
  if (credentials === undefined) return [];
  const { secretAccessKey, sessionToken } = credentials;
  return [secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
}

/** What an answer holds by the body's own word; who served it and when is added here. */
export type ReadAnswer = Omit<Answer, 'servedBy' | 'latencyMs' | 'at'>;

/** What one asking is done with. */
export type Asked = {
  /** By the names of chat completions, without what the model refused before. */
  readonly params: JsonObject;
  readonly signal: AbortSignal;
  /** Ask for a stream. What is answered is the same. */
  readonly stream: boolean;
  /** To be called with the headers of every answer that comes. */
  readonly tell: (headers: Headers) => void;
  readonly quote: (text: string) => string;
};

/** How one API is spoken. */
export type Dialect = {
  /** Sends a request once and reads its answer. */
  readonly ask: (request: AnyRequest, asked: Asked) => Promise<ReadAnswer>;
  /** What an error says that a client of the API threw; undefined where no response came. */
  readonly failureOf: (error: unknown) => Failed | undefined;
  /** Names of the API for parameters that chat completions call otherwise. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
};

/**
 * A provider that speaks one API. One request per ask; only where the service refuses a parameter by name is the call sent again
 * without it, once per parameter and model.
 * @throws ProviderError where `baseUrl` is neither https nor on loopback.
 */
export function createServiceProvider(
  { name, baseUrl, endpoint = baseUrl, key, keyFrom, clock, credentials, token, stream }: ServiceSettings,
  dialect: Dialect,
): Provider {
  const why = refuseEndpoint(baseUrl, { query: false });
  if (why !== undefined) throw new ProviderError(`The base URL of ${name} ${why}.`, { reason: 'refused-request' });
  const adaptations = new Adaptations();
  const unstreamed = new Set<string>();
  const quote = (text: string): string =>
    quoteService(text, key, ...secretsOf(credentials), ...(token?.secrets() ?? []));

  return {
    async ask(request, signal, heed) {
      const tell = (headers: Headers): void => {
        const allowance = heed === undefined ? undefined : readAllowance(headers, clock.now());
        if (allowance !== undefined) heed?.(allowance);
      };
      const about = (): About => ({
        name,
        baseUrl,
        keyFrom,
        hasKey: credentials !== undefined || token !== undefined || (key !== undefined && key !== ''),
        model: request.model,
        now: clock.now(),
        quote,
      });
      for (;;) {
        const { params, adapted } = adaptations.apply(request.model, request.kind === 'chat' ? request.params : {});
        const streams = stream === true && request.kind === 'chat' && !unstreamed.has(request.model);
        try {
          const started = clock.monotonic();
          const read = await dialect.ask(request, { params, signal, stream: streams, tell, quote });
          const answer: Answer = {
            ...read,
            servedBy: name,
            endpoint,
            latencyMs: clock.monotonic() - started,
            at: clock.now(),
          };
          return adapted === undefined ? answer : { ...answer, adapted: { ...read.adapted, ...adapted } };
        } catch (error) {
          if (signal.aborted) throw error;
          const failed = dialect.failureOf(error);
          if (failed?.headers !== undefined) tell(failed.headers);
          if (streams && refusesStream(failed)) {
            unstreamed.add(request.model);
            continue;
          }
          const again = failed !== undefined && adapt(adaptations, request, params, failed, dialect.names);
          if (!again) throw explainFailure(error, about(), failed);
        }
      }
    },
  };
}

/** Whether it is the stream that is refused: of a model, of an account that was not verified, or by a service that has none. */
function refusesStream(failed: Failed | undefined): boolean {
  if (failed?.status !== 400 && failed?.status !== 422) return false;
  return /^stream/u.test(failed.param ?? '') || /\bstream(?:ed|ing|_options)?\b/iu.test(failed.message);
}

/** Whether the call can be sent again in another way: its parameter was refused, now or by a call next to it. */
function adapt(
  adaptations: Adaptations,
  request: AnyRequest,
  sent: JsonObject,
  failed: Failed,
  names: Dialect['names'],
): boolean {
  if (failed.status !== 400 && failed.status !== 422) return false;
  const name = refusedParameter(failed, sent, names);
  if (name === undefined) return false;
  const original = request.kind === 'chat' ? request.params : {};
  const alreadyKnown = !Object.hasOwn(adaptations.apply(request.model, original).params, name);
  return alreadyKnown || adaptations.learn(request.model, name, failed.message);
}
