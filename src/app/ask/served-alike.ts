import type { Call } from '../../core/call.ts';
import type { Reply } from '../../core/reply.ts';

/** Whether replies can be compared, or by whom they were served. */
export type ServedAlike = { readonly kind: 'alike' } | { readonly kind: 'unlike'; readonly by: readonly string[] };

/**
 * Whether all answered calls were served by the same provider and, where they asked for the same model, by the same
 * model: what differs between them is then the prompt's doing.
 */
export function servedAlike(
  members: readonly { readonly call: Call; readonly reply: Reply | undefined }[],
): ServedAlike {
  const providers = new Set<string>();
  const models = new Map<string, Set<string>>();
  for (const { call, reply } of members) {
    if (reply?.kind !== 'answered') continue;
    const { servedBy, servedModel } = reply.answer;
    providers.add(servedBy);
    const asked = call.request.model;
    models.set(asked, (models.get(asked) ?? new Set<string>()).add(`${servedBy}: ${servedModel}`));
  }
  const unlike = providers.size > 1 || [...models.values()].some((served) => served.size > 1);
  return unlike ? { kind: 'unlike', by: [...models.values()].flatMap((served) => [...served]) } : { kind: 'alike' };
}
