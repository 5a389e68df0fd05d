import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../../core/json.ts';
import { commitFault, writeError } from './commit-fault.ts';
import { type ReadCall, readCall } from './read-call.ts';
import type { ScriptedCall, ScriptedReply, ScriptedRule } from './script.ts';
import { keyOf, type ServiceState } from './service-state.ts';
import { scriptedMark, writeChatAnswer, writeEmbeddingAnswer } from './write-answer.ts';

export type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
};

/** What is sent, and after how many milliseconds. */
export type Handled = { readonly delayMs: number; readonly send: (response: ServerResponse) => void };

/** Decides what a request gets: refusal, limit, fault or answer, in this order. */
export function answerRequest(state: ServiceState, incoming: Incoming): Handled {
  const { script } = state;
  if (script.key !== undefined && incoming.authorization !== `Bearer ${script.key}`) {
    state.refuse();
    return now(401, writeError('Incorrect API key provided.', { code: 'invalid_api_key' }));
  }
  if (incoming.method === 'GET' && incoming.path === '/v1/models') {
    return now(200, { object: 'list', data: (script.models ?? []).map((id) => ({ id, object: 'model' })) });
  }
  const path = endpointOf(incoming);
  if (path === undefined) {
    state.refuse();
    return now(404, writeError(`Unknown request URL: ${incoming.method} ${incoming.path}.`, { code: 'unknown_url' }));
  }
  const counted = state.countRate(performance.now());
  const headers = counted === undefined ? {} : rateHeaders(script.rate?.requests ?? 0, counted);
  if (counted?.over || (script.atOnce !== undefined && state.atOnce > script.atOnce)) {
    state.limit();
    const after = counted?.over ? { 'retry-after-ms': String(counted.resetMs) } : {};
    return now(429, writeError('Rate limit reached.', { type: 'requests', code: 'rate_limit_exceeded' }), {
      ...headers,
      ...after,
    });
  }
  const call = readCall(path, incoming.body);
  const refusal = refuse(state, call);
  if (refusal !== undefined) {
    state.refuse();
    return refusal;
  }
  if (call.kind === 'broken') return now(400, writeError(call.why));
  state.record(call);
  return answerCall(state, call, incoming.body, headers);
}

function answerCall(
  state: ServiceState,
  call: Exclude<ReadCall, { kind: 'broken' }>,
  body: string,
  headers: Readonly<Record<string, string>>,
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
    const lost = JSON.stringify(
      writeChatAnswer(scriptedCall(call, text, 0, chance), 'a reply that never arrived whole', 0, 0),
    );
    return { delayMs, send: (response) => commitFault(fault, response, lost) };
  }
  if (call.kind === 'embedding') {
    state.answer(key);
    return { ...now(200, writeEmbeddingAnswer(call.model, call.texts), headers), delayMs };
  }
  const ordinal = state.answer(key);
  const asked = scriptedCall(call, text, ordinal, drawChance(script.seed, 'reply', key, ordinal));
  const reply = replyTo(asked, script.rules ?? [], script.otherwise);
  if (reply === undefined)
    return now(400, writeError(`No rule of the script fits: ${text.slice(0, 200)}`, { code: 'no_rule' }));
  const answer = writeChatAnswer(asked, reply, state.answered, Math.floor(Date.now() / 1000));
  const own = typeof reply === 'string' ? undefined : reply.latencyMs;
  return { ...now(200, answer, headers), delayMs: own ?? delayMs };
}

function refuse({ script }: ServiceState, call: ReadCall): Handled | undefined {
  if (call.kind === 'broken') return now(400, writeError(call.why));
  if (script.models !== undefined && !script.models.includes(call.model)) {
    return now(404, writeError(`The model \`${call.model}\` does not exist.`, { code: 'model_not_found' }));
  }
  if (call.kind === 'embedding') return undefined;
  const refused = { ...script.unsupported?.['*'], ...script.unsupported?.[call.model] };
  const param = Object.keys(refused).find((name) => Object.hasOwn(call.params, name));
  if (param === undefined) return undefined;
  const instead = refused[param];
  const advice = instead === null || instead === undefined ? '' : ` Use '${instead}' instead.`;
  return now(
    400,
    writeError(`Unsupported parameter: '${param}' is not supported with this model.${advice}`, {
      code: 'unsupported_parameter',
      param,
    }),
  );
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

function endpointOf({ method, path }: Incoming): 'chat' | 'embedding' | undefined {
  if (method !== 'POST') return undefined;
  if (path === '/v1/chat/completions') return 'chat';
  return path === '/v1/embeddings' ? 'embedding' : undefined;
}

function rateHeaders(limit: number, counted: { remaining: number; resetMs: number }): Record<string, string> {
  return {
    'x-ratelimit-limit-requests': String(limit),
    'x-ratelimit-remaining-requests': String(counted.remaining),
    'x-ratelimit-reset-requests': `${counted.resetMs}ms`,
  };
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
