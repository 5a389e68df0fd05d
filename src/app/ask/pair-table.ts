import type { Call } from '../../core/call.ts';
import type { Reply } from '../../core/reply.ts';

/** How often a pair is asked again before it is given up. */
const REASKS = 2;

type Member = { readonly call: Call; reply: Reply | undefined };
type Pair = { readonly members: Member[]; readonly settled: Promise<void>; readonly settle: () => void };

/** Pairs whose calls are being asked: no reply of a pair counts before all of them were served alike. */
export class PairTable {
  readonly #pairs = new Map<string, Pair>();

  /**
   * Asks a call of pair `key`. Calls of the pair that are asked meanwhile wait for each other; where they were not
   * served alike, all are asked again (`ask` with `fresh`).
   */
  async ask(key: string, call: Call, ask: (call: Call, fresh: boolean) => Promise<Reply>): Promise<Reply> {
    const pair = this.#pairs.get(key) ?? this.#open(key);
    const member: Member = { call, reply: undefined };
    pair.members.push(member);
    try {
      member.reply = await ask(call, false);
    } catch (error) {
      // A fault of ours: the others of the pair must not wait for a call that never ends.
      this.#pairs.delete(key);
      pair.settle();
      throw error;
    }
    if (pair.members.every(({ reply }) => reply !== undefined)) {
      // Closed before anything is awaited: a call that comes now opens a pair of its own.
      this.#pairs.delete(key);
      try {
        await agree(pair.members, ask);
      } finally {
        pair.settle();
      }
    } else await pair.settled;
    return member.reply;
  }

  #open(key: string): Pair {
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const pair: Pair = { members: [], settled, settle };
    this.#pairs.set(key, pair);
    return pair;
  }
}

async function agree(members: Member[], ask: (call: Call, fresh: boolean) => Promise<Reply>): Promise<void> {
  for (let again = 0; ; again += 1) {
    const served = servedAlike(members);
    if (served.kind === 'alike') return;
    if (again === REASKS) {
      for (const member of members) member.reply = unlike(member.call, served.by);
      return;
    }
    await Promise.all(
      members.map(async (member) => {
        member.reply = await ask(member.call, true);
      }),
    );
  }
}

function unlike(call: Call, by: readonly string[]): Reply {
  return {
    kind: 'failed',
    call: call.id,
    reason: 'server',
    message: `The two sides were served by different models each time they were asked (${by.join(', ')}): they cannot be compared.`,
  };
}

/** Whether replies can be compared, or by whom they were served. */
type ServedAlike = { readonly kind: 'alike' } | { readonly kind: 'unlike'; readonly by: readonly string[] };

/**
 * Whether all answered calls were served by the same provider and, where they asked for the same model, by the same
 * model by the same API (one that chat completions refuse goes on by another): what differs between them is then the prompt's doing.
 */
function servedAlike(members: readonly { readonly call: Call; readonly reply: Reply | undefined }[]): ServedAlike {
  const providers = new Set<string>();
  const models = new Map<string, Set<string>>();
  for (const { call, reply } of members) {
    if (reply?.kind !== 'answered') continue;
    const { servedBy, servedModel, adapted = {} } = reply.answer;
    providers.add(servedBy);
    const asked = call.request.model;
    const api = typeof adapted['api'] === 'string' ? ` by the API ${adapted['api']}` : '';
    models.set(asked, (models.get(asked) ?? new Set<string>()).add(`${servedBy}: ${servedModel}${api}`));
  }
  const unlike = providers.size > 1 || [...models.values()].some((served) => served.size > 1);
  return unlike ? { kind: 'unlike', by: [...models.values()].flatMap((served) => [...served]) } : { kind: 'alike' };
}
