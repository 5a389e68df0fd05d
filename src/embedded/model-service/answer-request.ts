import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { JsonObject } from '../../core/json.ts';
import { checkSignature } from './check-signature.ts';
import { commitFault } from './commit-fault.ts';
import { endpointOf, rateHeaders, readBy, type SpokenApi } from './endpoints.ts';
import { writeGeminiVectors, writeNativeAnswer } from './native-answers.ts';
import { type ReadCall, whyUnseen } from './read-call.ts';
import type { ScriptedCall, ScriptedReply, ScriptedRule } from './script.ts';
import { keyOf, type ServiceState } from './service-state.ts';
import { jsonType, type StreamedAnswer, sendStream, streamAnswer, streamType, writeEvents } from './stream-answer.ts';
import { scriptedMark, writeChatAnswer, writeEmbeddingAnswer } from './write-answer.ts';
import { errorWriters, type WrittenError, writeError } from './write-error.ts';

export type Incoming = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What is sent, and after how many milliseconds. */
export type Handled = { readonly delayMs: number; readonly send: (response: ServerResponse) => void };

/** Decides what a request gets: refusal, limit, fault or answer, in this order. */
export function answerRequest(state: ServiceState, incoming: Incoming): Handled {
  const { script } = state;
  const path = endpointOf(incoming.method, incoming.target);
  const refuseBy = errorWriters[path?.api ?? 'chat'];
  if (script.aws !== undefined && path?.api === 'bedrock') {
    const fault = checkSignature(incoming, script.aws, Date.now() / 1000);
    if (fault !== undefined) {
      state.refuse();
      return send(refuseBy(403, fault.message, fault.about));
    }
  } else if (script.key !== undefined && authorizationOf(incoming.headers) !== `Bearer ${script.key}`) {
    state.refuse();
    return send(refuseBy(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }));
  }
  if (incoming.method === 'GET' && incoming.target === '/v1/models') {
    const { shutdowns = {} } = script;
    const listed = [...new Set([...(script.models ?? []), ...Object.keys(shutdowns)])];
    const data = listed.map((id) => ({ id, object: 'model', shutdown_date: shutdowns[id] ?? null }));
    return now(200, { object: 'list', data });
  }
  if (path === undefined) {
    state.refuse();
    return now(404, writeError(`Unknown request URL: ${incoming.method} ${incoming.target}.`, { code: 'unknown_url' }));
  }
  const counted = state.countRate(performance.now());
  const headers = counted === undefined ? {} : rateHeaders(path.api, script.rate?.requests ?? 0, counted);
  if (counted?.over || (script.atOnce !== undefined && state.atOnce > script.atOnce)) {
    state.limit();
    const after = counted?.over ? { 'retry-after-ms': String(counted.resetMs) } : {};
    const refused = refuseBy(429, 'Rate limit reached.', { type: 'requests', code: 'rate_limit_exceeded' });
    return send(refused, { ...headers, ...after });
  }
  const call = readBy(path, incoming.body);
  const refusal = refuse(state, call, path.api);
  if (refusal !== undefined) {
    state.refuse();
    return refusal;
  }
  if (call.kind === 'broken') return send(refuseBy(400, call.why));
  state.record(call);
  return answerCall(state, call, { body: incoming.body, headers, api: path.api });
}

function answerCall(
  state: ServiceState,
  call: Exclude<ReadCall, { kind: 'broken' }>,
  {
    body,
    headers,
    api,
  }: { readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly api: SpokenApi },
): Handled {
  const { script } = state;
  const key = keyOf(body);
  const text = call.kind === 'chat' ? call.messages.map(({ content }) => content).join('\n') : call.texts.join('\n');
  const attempt = state.arrive(key);
  const chance = drawChance(script.seed, 'fault', key, attempt);
  const fault = script.faults?.({ model: call.model, text, attempt, arrival: state.arrived - 1, random: chance });
  const delayMs = (script.latency?.ms ?? 0) + (script.latency?.jitterMs ?? 0) * chance();
  if (fault !== undefined) {
    state.fault(fault.kind);
    const lost = write(api, scriptedCall(call, text, 0, chance), 'a reply that never arrived whole', 0);
    const events = streamed(api, call, lost);
    const body = events === undefined ? JSON.stringify(lost) : writeEvents(events);
    const type = events === undefined ? jsonType : streamType;
    return { delayMs, send: (response) => commitFault(fault, response, { body, type }, errorWriters[api]) };
  }
  if (call.kind === 'embedding') {
    state.answer(key);
    const { model, texts } = call;
    const answer = api === 'gemini' ? writeGeminiVectors(texts) : writeEmbeddingAnswer(model, texts);
    return { ...now(200, answer, headers), delayMs };
  }
  const ordinal = state.answer(key);
  const asked = scriptedCall(call, text, ordinal, drawChance(script.seed, 'reply', key, ordinal));
  const reply = replyTo(asked, script.rules ?? [], script.otherwise);
  if (reply === undefined)
    return send(errorWriters[api](400, `No rule of the script fits: ${text.slice(0, 200)}`, { code: 'no_rule' }));
  const answer = write(api, asked, reply, state.answered);
  const { latencyMs: wholeMs = delayMs, firstTokenMs: firstMs = script.latency?.firstTokenMs ?? wholeMs } =
    typeof reply === 'string' ? {} : reply;
  // Converse tells the id of its answer there alone.
  const named = api === 'bedrock' ? { 'x-amzn-requestid': `scripted-${state.answered}` } : {};
  const events = streamed(api, call, answer);
  return events === undefined
    ? { ...now(200, answer, { ...headers, ...named }), delayMs: wholeMs }
    : { delayMs: 0, send: (response) => sendStream(response, events, { headers, firstMs, wholeMs }) };
}

/** The answer as events, where a stream was asked for. */
function streamed(
  api: SpokenApi,
  call: Exclude<ReadCall, { kind: 'broken' }>,
  answer: object,
): StreamedAnswer | undefined {
  return call.kind === 'chat' && call.params['stream'] === true ? streamAnswer(api, answer, call.params) : undefined;
}

function write(api: SpokenApi, call: ScriptedCall, reply: ScriptedReply, id: number): object {
  const seconds = Math.floor(Date.now() / 1000);
  return api === 'chat' || api === 'azure'
    ? writeChatAnswer(call, reply, id, seconds)
    : writeNativeAnswer(api, call, reply, id, seconds);
}

function refuse({ script }: ServiceState, call: ReadCall, api: SpokenApi): Handled | undefined {
  const refuseBy = errorWriters[api];
  if (call.kind === 'broken') return send(refuseBy(400, call.why));
  if (script.models !== undefined && !script.models.includes(call.model)) {
    return send(refuseBy(404, `The model \`${call.model}\` does not exist.`, { code: 'model_not_found' }));
  }
  if (call.kind === 'embedding') return undefined;
  if (call.params['stream'] === true && script.refusesStream !== undefined)
    return send(refuseBy(400, script.refusesStream, { param: 'stream' }));
  const why =
    whyUnseen(call, script) ?? (api === 'chat' || api === 'azure' ? script.refusesChat?.(call.params) : undefined);
  if (why !== undefined) return send(refuseBy(400, why));
  const refused = { ...script.unsupported?.['*'], ...script.unsupported?.[call.model] };
  const param = Object.keys(refused).find((name) => Object.hasOwn(call.params, name));
  if (param === undefined) return undefined;
  const instead = refused[param];
  const advice = instead === null || instead === undefined ? '' : ` Use '${instead}' instead.`;
  const said = `Unsupported parameter: '${param}' is not supported with this model.${advice}`;
  return send(refuseBy(400, said, { code: 'unsupported_parameter', param }));
}

function scriptedCall(
  call: Exclude<ReadCall, { kind: 'broken' }>,
  text: string,
  ordinal: number,
  random: () => number,
): ScriptedCall {
  const messages = call.kind === 'chat' ? call.messages : [];
  const params: JsonObject = call.kind === 'chat' ? call.params : {};
  const ofSystem = messages.filter(({ role }) => role === 'system' || role === 'developer');
  return {
    model: call.model,
    messages,
    params,
    text,
    ordinal,
    random,
    system: ofSystem.map(({ content }) => content).join('\n'),
    user: messages.findLast(({ role }) => role === 'user')?.content ?? '',
  };
}

function replyTo(
  call: ScriptedCall,
  rules: readonly ScriptedRule[],
  otherwise: ScriptedRule['reply'] | undefined,
): ScriptedReply | undefined {
  const reply = rules.find((rule) => fits(rule, call))?.reply ?? otherwise;
  return typeof reply === 'function' ? reply(call) : reply;
}

function fits({ model, when }: ScriptedRule, call: ScriptedCall): boolean {
  if (typeof model === 'string' && model !== call.model) return false;
  if (model instanceof RegExp && !model.test(call.model)) return false;
  if (when === undefined) return true;
  if (typeof when === 'string') return call.text.includes(when);
  return when instanceof RegExp ? when.test(call.text) : when(call);
}

/** The key, also where Anthropic's, Google's and Azure's clients put it. */
function authorizationOf(headers: IncomingHttpHeaders): string | undefined {
  const key = headers['x-api-key'] ?? headers['x-goog-api-key'] ?? headers['api-key'];
  return headers.authorization ?? (key === undefined ? undefined : `Bearer ${String(key)}`);
}

function send({ status, body, headers: own }: WrittenError, headers: Readonly<Record<string, string>> = {}): Handled {
  return now(status, body, { ...headers, ...own });
}

function now(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Handled {
  const written = JSON.stringify(body);
  return {
    delayMs: 0,
    send: (response) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'x-scripted': scriptedMark,
        ...headers,
        'content-length': Buffer.byteLength(written),
      });
      response.end(written);
    },
  };
}

/** A stream of chance in [0, 1), the same for the same words whenever and wherever it is drawn. */
export function drawChance(...words: readonly (string | number)[]): () => number {
  let drawn = 0;
  return () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([...words, drawn]))
      .digest();
    drawn += 1;
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
