import { retirementDay } from '../core/retirement/retirement-day.ts';

/** Kinds of models that answer no prompts of text, or in another way. */
const others =
  /image|audio|realtime|tts|transcribe|embed|codex|search|research|moderation|computer|instruct|preview|dall|whisper|sora|-pro\b/iu;

/** How far prices may lie apart to be of one class, as a factor. */
const sameClass = 3;
const most = 4;

/**
 * Models to try in the place of one: of the same family by its name, newer, at a price that is not far off, the nearest price first.
 * By the bundled price table; none where that does not know the model.
 */
export async function suggestSuccessors(model: string): Promise<readonly string[]> {
  const { calcPrice, findProvider } = await import('@pydantic/genai-prices');
  const name = model.slice(model.lastIndexOf('/') + 1);
  const price = (id: string): number | undefined => {
    try {
      return calcPrice({ input_tokens: 1000, output_tokens: 300 }, id, { providerId: vendor?.id ?? '' })?.total_price;
    } catch {
      return undefined;
    }
  };
  const vendor = findProvider({ modelId: name });
  const own = vendor === undefined ? undefined : price(name);
  if (vendor === undefined || own === undefined || own === 0) return [];
  const candidates = vendor.models.filter(({ id, deprecated }) => {
    const isEnding = retirementDay({ provider: '', model: id }, { own: new Map() }) !== undefined;
    return (
      deprecated !== true &&
      !isEnding &&
      !others.test(id) &&
      familyOf(id) === familyOf(name) &&
      versionOf(id) > versionOf(name)
    );
  });
  return candidates
    .flatMap(({ id }) => {
      const theirs = price(id);
      const apart = theirs === undefined || theirs === 0 ? undefined : Math.abs(Math.log(theirs / own));
      return apart === undefined || apart > Math.log(sameClass) ? [] : [{ id, apart }];
    })
    .toSorted((a, b) => a.apart - b.apart || versionOf(b.id) - versionOf(a.id))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The first word of a name: `gpt`, `claude`, `gemini`. */
function familyOf(name: string): string {
  return name.split(/[-\d]/u, 1)[0] ?? name;
}

/** The version in a name: 5.6 of `gpt-5.6-luna`, 4.8 of `claude-opus-4-8`; 0 where there is none. */
function versionOf(name: string): number {
  const [, major, minor = '0'] = /-(\d+)(?:[.-](\d{1,2})(?!\d))?/u.exec(name) ?? [];
  return major === undefined ? 0 : Number(`${major}.${minor}`);
}
