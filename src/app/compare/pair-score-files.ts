import type { BothSides } from '../../core/side.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { ScoreCase, ScoreFile, ScoreRow, ScoreSubject, ScoreTrial } from '../../formats/scores/types.ts';

/** A case of the new file. Without old trials it is new: shown, not compared. */
export type PairedCase = {
  readonly id: string;
  /** The old file's, where it has the case. */
  readonly weight: number;
  readonly segment?: string;
  readonly old?: readonly ScoreTrial[];
  readonly new: readonly ScoreTrial[];
};

/** A row of the new file. Without a partner none of its cases has old trials. */
export type PairedRow = {
  /** Unique in its subject. */
  readonly id: string;
  /** Whether both files have it. */
  readonly compared: boolean;
  readonly model: BothSides<string>;
  readonly cases: readonly PairedCase[];
};

export type PairedSubject = {
  /** Unique: what the report calls it. */
  readonly name: string;
  readonly previousName?: string;
  /** Whether the old file has it. */
  readonly compared: boolean;
  readonly rows: readonly PairedRow[];
  /** Cases of the old file only, and of the new one only. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  readonly notes: readonly string[];
};

export type PairedFiles = { readonly subjects: readonly PairedSubject[]; readonly notes: readonly string[] };

/** Brings what both files hold together by name: subjects, their rows, and the rows' cases. */
export function pairScoreFiles(old: ScoreFile, next: ScoreFile, files: BothSides<string>): PairedFiles {
  const { pairs, onlyOld, onlyNew } = pairByName(old.subjects, next.subjects, ({ name }) => name);
  const label = labels([...old.subjects, ...next.subjects], files);
  const subjects = pairs.map((pair) => pairSubject(pair, label, files));
  const added = onlyNew.map((subject): PairedSubject => {
    const rows = withUniqueIds(subject.rows.map((row) => pairRow(row)));
    return { name: label(subject, 'new'), compared: false, rows, removed: [], added: idsOf(rows), notes: [] };
  });
  const gone = onlyOld.map((subject) => `\`${label(subject, 'old')}\` is only in ${files.old}: not compared.`);
  return { subjects: [...subjects, ...added], notes: [...old.notes, ...next.notes, ...gone] };
}

type Label = (subject: ScoreSubject, side: 'old' | 'new') => string;

/** A subject's name on one line. Names may be whole prompts: those that look alike when cut are numbered. */
function labels(subjects: readonly ScoreSubject[], files: BothSides<string>): Label {
  const taken = new Map<string, string[]>();
  for (const { name } of subjects) {
    const short = showOnOneLine(name, 80);
    const held = taken.get(short) ?? [];
    if (!held.includes(name)) taken.set(short, [...held, name]);
  }
  return ({ name }, side) => {
    if (name.trim() === '') return files[side];
    const short = showOnOneLine(name, 80);
    const nth = taken.get(short)?.indexOf(name) ?? 0;
    return nth <= 0 ? short : `${short} (${nth + 1})`;
  };
}

function pairSubject(pair: BothSides<ScoreSubject>, label: Label, files: BothSides<string>): PairedSubject {
  const names = { old: label(pair.old, 'old'), new: label(pair.new, 'new') };
  const { pairs, onlyOld, onlyNew } = pairByName(pair.old.rows, pair.new.rows, ({ id }) => id);
  const rows = withUniqueIds([
    ...pairs.map((both) => pairRow(both.new, both.old)),
    ...onlyNew.map((row) => pairRow(row)),
  ]);
  const oldIds = new Set(pair.old.rows.flatMap((row) => row.cases.map(({ id }) => id)));
  const newIds = new Set(idsOf(rows));
  const gone = onlyOld.map((row) => `The row \`${nameRow(row)}\` is only in ${files.old}: not compared.`);
  const fresh = onlyNew.map((row) => `The row \`${nameRow(row)}\` is only in ${files.new}: shown, not compared.`);
  return {
    name: names.new,
    ...(names.old === names.new ? {} : { previousName: names.old }),
    compared: true,
    rows,
    removed: [...oldIds].filter((id) => !newIds.has(id)),
    added: [...newIds].filter((id) => !oldIds.has(id)),
    notes: [...gone, ...fresh, ...trimmed(rows)],
  };
}

function pairRow(row: ScoreRow, old?: ScoreRow): PairedRow {
  const before = new Map<string, ScoreCase>(old?.cases.map((one) => [one.id, one]));
  return {
    id: old === undefined ? nameRow(row) : nameRows(old, row),
    compared: old !== undefined,
    model: { old: nameRow(old ?? row), new: nameRow(row) },
    cases: row.cases.map(({ id, weight, segment, trials }) => {
      const partner = before.get(id);
      return {
        id,
        weight: partner?.weight ?? weight,
        ...(segment === undefined ? {} : { segment }),
        ...(partner === undefined ? {} : { old: partner.trials }),
        new: trials,
      };
    }),
  };
}

function nameRow({ id }: ScoreRow): string {
  return id === '' ? 'the model' : showOnOneLine(id, 80);
}

function nameRows(old: ScoreRow, next: ScoreRow): string {
  const [before, after] = [nameRow(old), nameRow(next)];
  if (before === after || old.id === '') return after;
  return next.id === '' ? before : `${before} → ${after}`;
}

/** Names that were cut may have become equal. */
function withUniqueIds(rows: readonly PairedRow[]): readonly PairedRow[] {
  return rows.map((row, index) => {
    const nth = rows.slice(0, index).filter(({ id }) => id === row.id).length;
    return nth === 0 ? row : { ...row, id: `${row.id} (${nth + 1})` };
  });
}

function idsOf(rows: readonly PairedRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ cases }) => cases.map(({ id }) => id)))];
}

function trimmed(rows: readonly PairedRow[]): readonly string[] {
  const uneven = rows.flatMap(({ cases }) =>
    cases.filter((one) => one.old !== undefined && one.old.length !== one.new.length),
  );
  const [first] = uneven;
  if (first?.old === undefined) return [];
  const others = uneven.length === 1 ? '' : `, and ${uneven.length - 1} more cases likewise`;
  const counts = `${first.old.length} trials in the old file and ${first.new.length} in the new`;
  return [`\`${first.id}\` has ${counts}: as many as both have were compared, the first of each${others}.`];
}

/** What two lists have in common by name, and what is on one side only. */
type PairedByName<Named> = {
  readonly pairs: readonly { readonly old: Named; readonly new: Named }[];
  readonly onlyOld: readonly Named[];
  readonly onlyNew: readonly Named[];
};

/** Pairs by name. Where that leaves one on each side these are a pair too: a thing that was renamed. */
function pairByName<Named>(
  old: readonly Named[],
  next: readonly Named[],
  nameOf: (one: Named) => string,
): PairedByName<Named> {
  const byName = new Map(old.map((one) => [nameOf(one), one]));
  const names = new Set(next.map(nameOf));
  const pairs = next.flatMap((one) => {
    const partner = byName.get(nameOf(one));
    return partner === undefined ? [] : [{ old: partner, new: one }];
  });
  const onlyOld = old.filter((one) => !names.has(nameOf(one)));
  const onlyNew = next.filter((one) => !byName.has(nameOf(one)));
  const [before, moreBefore] = onlyOld;
  const [after, moreAfter] = onlyNew;
  if (before === undefined || after === undefined || moreBefore !== undefined || moreAfter !== undefined) {
    return { pairs, onlyOld, onlyNew };
  }
  return { pairs: [...pairs, { old: before, new: after }], onlyOld: [], onlyNew: [] };
}
