import { type PageTab, pageTabs } from '../reporters/html/page-data.ts';
import { type Outcome, outcomes } from '../reporters/wording/outcome.ts';

export const sorts = ['broke', 'change', 'id', 'cost', 'latency'] as const;
export type Sort = (typeof sorts)[number];

/** How the texts of two replies are marked. */
export const markings = ['evidence', 'words', 'plain'] as const;
export type Marking = (typeof markings)[number];

/** What is marked after this, in turn. */
export function nextMarking(marks: Marking): Marking {
  return markings[(markings.indexOf(marks) + 1) % markings.length] ?? 'evidence';
}

/** What the reader looks at. All of it stands in the address, so that it can be linked to, and back goes back. */
export type View = {
  readonly tab: PageTab;
  readonly case?: string | undefined;
  /** Path of the prompt whose case it is, where there are several. */
  readonly prompt?: string | undefined;
  readonly model?: string | undefined;
  /** Of the case's replies, from 1. */
  readonly trial?: number | undefined;
  readonly state: readonly Outcome[];
  /** Only what came of cases on this model counts. */
  readonly on?: string | undefined;
  readonly check?: string | undefined;
  readonly of?: string | undefined;
  readonly segment?: string | undefined;
  readonly tag?: string | undefined;
  readonly q: string;
  readonly sort: Sort;
  readonly marks: Marking;
};

export const everything: View = { tab: 'cases', state: [], q: '', sort: 'broke', marks: 'evidence' };

const texts = ['case', 'prompt', 'model', 'on', 'check', 'of', 'segment', 'tag'] as const;

/** The view that an address's fragment names; what it does not know it leaves out. */
export function readView(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/u, ''));
  const among = <Known extends string>(name: string, known: readonly Known[]): Known | undefined =>
    known.find((one) => one === given.get(name));
  const trial = Number(given.get('trial'));
  const states = (given.get('state') ?? '').split(',');
  return {
    tab: among('tab', pageTabs) ?? everything.tab,
    ...Object.fromEntries(texts.flatMap((name) => (given.get(name) ? [[name, given.get(name)]] : []))),
    ...(Number.isInteger(trial) && trial > 0 ? { trial } : {}),
    state: outcomes.filter((outcome) => states.includes(outcome)),
    q: given.get('q') ?? '',
    sort: among('sort', sorts) ?? everything.sort,
    marks: among('marks', markings) ?? everything.marks,
  };
}

/** The fragment that names a view: only what differs from the view that shows everything. */
export function writeView(view: View): string {
  const told = new URLSearchParams();
  for (const name of texts) {
    const value = view[name];
    if (value !== undefined) told.set(name, value);
  }
  if (view.trial !== undefined) told.set('trial', String(view.trial));
  if (view.state.length > 0) told.set('state', view.state.join(','));
  if (view.q !== '') told.set('q', view.q);
  for (const name of ['tab', 'sort', 'marks'] as const) if (view[name] !== everything[name]) told.set(name, view[name]);
  const text = told.toString();
  return text === '' ? '' : `#${text}`;
}

/** Whether fewer than all cases are asked for. */
export function isFiltered({ state, on, check, of, segment, tag, q }: View): boolean {
  return state.length > 0 || q !== '' || [on, check, of, segment, tag].some((one) => one !== undefined);
}
