import type { GroupedBy, GroupNames } from './monitor-comparison.ts';

/** What a call is told apart by. */
export type CallNames = { readonly [by in GroupedBy]: string | undefined };

/** The names that a scope has; of all others it is. */
export function namesBy(names: GroupNames, by: readonly GroupedBy[]): GroupNames {
  const kept = (name: GroupedBy): string | null => (by.includes(name) ? names[name] : null);
  return {
    segment: kept('segment'),
    model: kept('model'),
    prompt: kept('prompt'),
    others: names.others.filter((name) => by.includes(name)),
  };
}

export function keyOf(day: number | undefined, { segment, model, prompt, others }: GroupNames): string {
  // No separator of a name: quoting each would take longer than all else that is done for a call.
  return `${day}${part(segment)}${part(model)}${part(prompt)}${others.length === 0 ? '' : `!${others.join('!')}`}`;
}

/** Its length goes before a name, so that two keys are alike only where their parts are. */
function part(name: string | null): string {
  return name === null ? '-' : `:${name.length}:${name}`;
}

function orderedBy({ segment, model, prompt, others }: GroupNames): string {
  return JSON.stringify([segment, model, prompt, ...others]);
}

export function compareNames(a: GroupNames, b: GroupNames): number {
  const [one, other] = [orderedBy(a), orderedBy(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
