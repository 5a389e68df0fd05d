import type { DesignCell } from '../../core/design/design-review.ts';
import type { AnchorLine } from '../../core/drift/drift-line.ts';
import type { Check, GoldenCase } from '../../core/golden-case.ts';
import { hash } from '../../core/hash.ts';
import { maskPersonalData } from '../../core/publish/mask-personal-data.ts';
import type { Report, ReportReply } from '../../core/report/report.ts';
import { judgedChecks, type NamedCheck } from '../../core/scoring/named-checks.ts';
import { firstAskings, type JudgeTextDeps, type TextToJudge } from '../review/judge-text.ts';
import type { ReviewResult } from '../review/review.ts';

/** A text that the judge grades again in each run, by one check of its case. */
export type Anchor = { readonly id: string; readonly key: string; readonly given: TextToJudge };

type Judged = Pick<JudgeTextDeps, 'kinds' | 'votes' | 'roles'>;

/** Texts that are graded in a run at most. */
const most = 8;
/** Characters of a reply that the history holds at most. */
const longest = 4_000;
/** Digits of the hash that an anchor is known by. */
const digits = 16;

/** A case with one of its judged checks. */
export type JudgedPlace = {
  readonly id: string;
  readonly path: string;
  readonly cell: DesignCell;
  readonly named: NamedCheck;
};

/** All judged checks of the cases that were asked, and `beside` them, each once, whatever models the case is asked of. */
export function judgedPlaces(
  { prompts }: NonNullable<ReviewResult['design']>,
  { kinds }: Pick<Judged, 'kinds'>,
  beside: readonly Check[],
): readonly JudgedPlace[] {
  const places = prompts.flatMap(({ change, cells }) =>
    cells.flatMap((cell): readonly JudgedPlace[] => {
      const { golden, key } = cell.exam;
      // What is judged of a conversation is all of it, and no one text stands for that.
      if (cell.scenario !== undefined || golden.tools !== undefined || golden.earlier !== undefined) return [];
      const more = beside.filter(({ name }) => golden.checks.every((check) => check.name !== name));
      return judgedChecks({ ...golden, checks: [...golden.checks, ...more] }, kinds).map((named) => {
        return { id: `${change.path}, ${key}: ${named.check.name}`, path: change.path, cell, named };
      });
    }),
  );
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

/**
 * The texts of a run: replies that were kept of early runs, then the `reference` of golden cases, as it is or its beginning, so that
 * not all of them earn the best grade. Those that were graded before come first: what is added to a repository takes no place.
 * @param known keys that earlier runs graded
 */
export function pickAnchors(
  places: readonly JudgedPlace[],
  kept: readonly AnchorLine[],
  known: ReadonlySet<string>,
  deps: Judged,
): readonly Anchor[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const replies = kept.flatMap((line): readonly Anchor[] => {
    const place = byId.get(line.id);
    const anchor = place === undefined ? undefined : anchorOf(place, line.text, deps);
    // Its case, its check or the judge is another: the text would be another question.
    return anchor?.key === line.key ? [anchor] : [];
  });
  const groups = Map.groupBy(places, ({ named: { check } }) => hash([check.kind, check.argument]));
  const references = [...groups.values()].map((group) =>
    group
      .flatMap((place) => referenceOf(place, deps) ?? [])
      .map((anchor) => ({ anchor, rank: known.has(anchor.key) ? 0 : 1 }))
      .toSorted((a, b) => a.rank - b.rank || (a.anchor.key < b.anchor.key ? -1 : 1))
      .map(({ anchor }) => anchor),
  );
  return [...replies, ...inTurns(references)].slice(0, most);
}

/**
 * Replies of this run to be kept, as many as are wanted still: of all that the judge graded, as far apart as their grades are.
 * @param anchors what there is already of the history
 */
export function pickReplies(
  places: readonly JudgedPlace[],
  report: Report,
  anchors: readonly AnchorLine[],
  deps: Judged,
): readonly { readonly id: string; readonly key: string; readonly text: string }[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const held = new Set(anchors.filter((line) => isValid(line, byId.get(line.id), deps)).map(({ id }) => id));
  const found = places.flatMap((place) => {
    if (held.has(place.id)) return [];
    const replies = report.prompts
      .filter(({ path }) => path === place.path)
      .flatMap(({ models }) => models.flatMap(({ cases }) => cases))
      .filter(({ id }) => id === place.cell.exam.key)
      .flatMap((one) => one.replies);
    for (const reply of replies) {
      const grade = gradeOf(reply, place);
      const anchor = grade === undefined ? undefined : anchorOf(place, textToKeep(reply), deps);
      if (anchor !== undefined && grade !== undefined)
        return [{ grade, id: place.id, key: anchor.key, text: anchor.given.text }];
    }
    return [];
  });
  const sorted = found.toSorted((a, b) => a.grade - b.grade || (a.key < b.key ? -1 : 1));
  const wanted = Math.min(sorted.length, Math.max(0, most - held.size));
  return Array.from({ length: wanted }, (_, at) => sorted[Math.floor(((at + 0.5) * sorted.length) / wanted)]).flatMap(
    (one) => (one === undefined ? [] : [{ id: one.id, key: one.key, text: one.text }]),
  );
}

function isValid(line: AnchorLine, place: JudgedPlace | undefined, deps: Judged): boolean {
  return place !== undefined && anchorOf(place, line.text, deps)?.key === line.key;
}

function gradeOf({ text, transcript, toolCalls, cut, error, checks }: ReportReply, { named }: JudgedPlace) {
  if (text === undefined || text.trim() === '' || error !== undefined || cut === true) return undefined;
  if (transcript !== undefined || toolCalls !== undefined) return undefined;
  const found = checks.find(({ check, scorer }) => check === named.check.name && scorer === named.check.kind);
  return found?.kind === 'scored' ? found.value : undefined;
}

function textToKeep({ text = '' }: ReportReply): string {
  return maskPersonalData(text).slice(0, longest).toWellFormed();
}

/** Undefined where the check asks the judge nothing about it. */
function anchorOf(place: JudgedPlace, text: string, deps: Judged, without = false): Anchor | undefined {
  const { golden: whole, key: _ } = place.cell.exam;
  const { reference: __, ...rest } = whole;
  const golden: GoldenCase = { ...(without ? rest : whole), checks: [place.named.check], notRun: [] };
  const given: TextToJudge = { golden, messages: (place.cell.new ?? place.cell.old)?.messages ?? [], text };
  const askings = firstAskings(place.named, given, deps);
  if (askings.length === 0) return undefined;
  const { judge, embeddings } = deps.roles;
  const key = hash([judge ?? null, embeddings ?? null, askings.map(({ question, trial }) => [question, trial])]);
  return { id: place.id, key: key.slice(0, digits), given };
}

/** The whole of it is judged without itself beside it; of a part the judge may see what it is a part of. */
function referenceOf(place: JudgedPlace, deps: Judged): Anchor | undefined {
  const { reference = '' } = place.cell.exam.golden;
  if (reference.trim() === '') return undefined;
  const share = parts[Number.parseInt(hash(place.id).slice(0, 6), 16) % parts.length] ?? 1;
  return anchorOf(place, beginningOf(reference, share), deps, share === 1);
}

const parts = [1, 1 / 2, 1 / 4] as const;

/** Ends at a word, where the text has words between blanks. */
function beginningOf(text: string, share: number): string {
  if (share === 1) return text;
  const letters = [...text];
  const cut = letters.slice(0, Math.max(1, Math.ceil(letters.length * share))).join('');
  const end = cut.search(/\s\S*$/u);
  return end > cut.length / 2 ? cut.slice(0, end) : cut;
}

/** The first of each list, then the second of each. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
