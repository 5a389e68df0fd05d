import { type Candidate, makeCandidate } from '../../core/golden-set/make-candidate.ts';
import type { Json } from '../../core/json.ts';
import type { SampledCall } from '../../core/monitor/call-sample.ts';
import { maskPersonalData } from '../../core/publish/mask-personal-data.ts';
import { placeOf, type ReadPrompt } from '../cases/place-calls.ts';

/** A sampled call as an input of the prompt that it was made with. */
export type PlacedCall = { readonly sampled: SampledCall; readonly candidate: Candidate };

/** The sampled calls of each prompt that has golden cases; those of no prompt here are left out. */
export function placeSample(
  calls: readonly SampledCall[],
  prompts: readonly ReadPrompt[],
): ReadonlyMap<ReadPrompt, readonly PlacedCall[]> {
  const [only, ...others] = prompts;
  const target = others.length === 0 ? only : undefined;
  const placed = new Map<ReadPrompt, PlacedCall[]>();
  for (const sampled of calls) {
    const place = placeOf(sampled.call.prompt?.name, prompts, target);
    const candidate = place === undefined ? undefined : makeCandidate(sampled.call, place.prompt);
    if (place === undefined || candidate === undefined) continue;
    const held = placed.get(place) ?? [];
    placed.set(place, held);
    held.push({ sampled, candidate });
  }
  return placed;
}

/** Inputs of a prompt as texts, of logged calls and of golden cases in the same form. */
export type InputTexts = {
  readonly logged: readonly { readonly sampled: SampledCall; readonly text: string }[];
  readonly golden: readonly string[];
};

type Given = { readonly vars: Readonly<Record<string, Json>>; readonly user?: string };

/**
 * What was asked, by the variables that both logged calls and golden cases fill: a document that no log has would make every case
 * unlike every call. The user's turn where they have none in common.
 */
export function inputTexts({ cases }: ReadPrompt, placed: readonly PlacedCall[], longest: number): InputTexts {
  const logged = new Set(placed.flatMap(({ candidate }) => Object.keys(candidate.vars)));
  const filled = new Set(cases.flatMap(({ vars }) => Object.keys(vars)));
  const names = [...logged.intersection(filled)].toSorted();
  const textOf = ({ vars, user = '' }: Given): string => {
    const values = names.flatMap((name) => (vars[name] === undefined ? [] : [wordsOf(vars[name])]));
    return maskPersonalData(values.length > 0 ? values.join('\n') : user)
      .slice(0, longest)
      .trim();
  };
  return {
    logged: placed.flatMap(({ sampled, candidate }) => {
      const text = textOf(candidate);
      return text === '' ? [] : [{ sampled, text }];
    }),
    golden: cases.map(textOf).filter((text) => text !== ''),
  };
}

function wordsOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
