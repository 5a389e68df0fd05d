/** A pull request's conversation: its comments and labels. Nothing here throws; what was refused comes back as data. */
export interface Forum {
  pull(number: number): Promise<Asked<PullState>>;
  /** All comments, oldest first. */
  comments(number: number): Promise<Asked<readonly ForumComment[]>>;
  create(number: number, body: string): Promise<Asked<ForumComment>>;
  update(id: number, body: string): Promise<Asked<ForumComment>>;
  /** Also done where it is gone already. */
  remove(id: number): Promise<Asked<null>>;
  /** Who set the label last; `null` where nothing tells. */
  labelling(number: number, label: string): Promise<Asked<Labelling | null>>;
}

/** What came of asking: a value, or why there is none and, where that is why, the permission that is missing. */
export type Asked<T> = { readonly kind: 'done'; readonly value: T } | Refused;
export type Refused = {
  readonly kind: 'refused';
  readonly message: string;
  readonly permission?: string;
  /** What may help, as a sentence. */
  readonly fix?: string;
};

/** As it is now, not as an event's payload had it. */
export type PullState = { readonly head: string; readonly open: boolean; readonly labels: readonly string[] };

export type ForumComment = {
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Written by whom our token belongs to. Nobody else's comment is ever believed or changed. */
  readonly own: boolean;
  /** ISO 8601 in UTC by the forum's clock; of equal form everywhere, so that text order is time order. */
  readonly updatedAt: string;
};

export type Labelling = {
  readonly by: string;
  /** ISO 8601, like `updatedAt`. */
  readonly at: string;
  /** A person, with write permission or more at this moment. */
  readonly mayAccept: boolean;
};
