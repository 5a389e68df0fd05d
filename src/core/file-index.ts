/** What a file speaks of, as whoever looked through it put it down. */
export type Mentions = {
  /** What the file turned out to be. */
  readonly kind: string;
  /** Names in it, as written there. */
  readonly names: readonly string[];
};

/** Looks through a text. Another version of what it finds has another name. Nothing: there is too much to put down. */
export type Extractor = { readonly name: string; readonly extract: (text: string) => Mentions | undefined };

/**
 * What files speak of by the id of their content, kept from run to run. It may only spare reading: what it says leads
 * to files being read or not, and nothing of an exam is ever taken from it.
 */
export interface FileIndex {
  find(extractor: string, id: string): Mentions | undefined;
  keep(extractor: string, id: string, mentions: Mentions): void;
}
