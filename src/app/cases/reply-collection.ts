import type { DesignCell } from '../../core/design/design-review.ts';
import { hash } from '../../core/hash.ts';
import { judgedChecks, metricsOf } from '../../core/scoring/named-checks.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { TextToJudge } from '../review/judge-text.ts';

/** Replies of each metric that are judged twice. */
const enough = 20;

/** A cell of which another reply is wanted, and which trial of it that is. */
export type WantedReply = { readonly cell: DesignCell; readonly trial: number };

/**
 * Replies to be judged, as many different ones as each metric needs. Equal texts of a case count once: their judgements
 * would be the same calls.
 */
export class ReplyCollection {
  readonly #cells: readonly DesignCell[];
  readonly #mostTrials: number;
  readonly #texts = new Map<string, { readonly cell: DesignCell; readonly text: TextToJudge }>();
  readonly #counts = new Map<string, number>();
  /** Trials of each cell that were asked for this, and cells that have said all they have to say. */
  readonly #trials = new Map<DesignCell, number>();
  readonly #exhausted = new Set<DesignCell>();

  constructor(cells: readonly DesignCell[], mostTrials: number) {
    this.#cells = cells;
    this.#mostTrials = mostTrials;
  }

  get texts(): readonly { readonly cell: DesignCell; readonly text: TextToJudge }[] {
    return [...this.#texts.values()];
  }

  /** Whether some metric of a cell lacks replies. */
  isWanted(cell: DesignCell): boolean {
    return metricsOfCell(cell).some((metric) => (this.#counts.get(metric) ?? 0) < enough);
  }

  /** The trial at which asking a cell begins. */
  begunAt(cell: DesignCell): number {
    return this.#trials.get(cell) ?? 0;
  }

  /** The first trials of a cell are kept, and taken: asking goes on after them. */
  beginAfter(cell: DesignCell, trials: number): void {
    this.#trials.set(cell, trials);
  }

  /** A cell that said nothing new is not asked again: its model may know but one reply. */
  exhaust(cell: DesignCell): void {
    this.#exhausted.add(cell);
  }

  /** Takes a reply. @returns whether it is a new one */
  take(cell: DesignCell, text: string): boolean {
    const { golden } = cell.exam;
    const key = hash([cell.prompt, golden, text]);
    if (this.#texts.has(key)) return false;
    this.#texts.set(key, { cell, text: { golden, messages: cell.new?.messages ?? [], text } });
    this.#add(this.#counts, cell);
    return true;
  }

  /** Replies to be asked next, at most one of each cell: what is lacking if all of them are new. */
  next(): readonly WantedReply[] {
    const counts = new Map(this.#counts);
    return this.#cells.flatMap((cell): readonly WantedReply[] => {
      const trial = this.#trials.get(cell) ?? 0;
      if (this.#exhausted.has(cell) || trial >= this.#mostTrials) return [];
      if (!metricsOfCell(cell).some((metric) => (counts.get(metric) ?? 0) < enough)) return [];
      this.#add(counts, cell);
      return [{ cell, trial }];
    });
  }

  /** What came of a wanted reply. */
  came({ cell, trial }: WantedReply, text: string | undefined): void {
    this.#trials.set(cell, trial + 1);
    if (text === undefined || !this.take(cell, text)) this.exhaust(cell);
  }

  /** How many replies there are still to ask, if all of them are new. */
  forecast(): ReadonlyMap<DesignCell, number> {
    const copy = new ReplyCollection(this.#cells, this.#mostTrials);
    for (const { cell, text } of this.texts) copy.take(cell, text.text);
    for (const [cell, trials] of this.#trials) copy.beginAfter(cell, trials);
    for (const cell of this.#exhausted) copy.exhaust(cell);
    const times = new Map<DesignCell, number>();
    for (let wanted = copy.next(); wanted.length > 0; wanted = copy.next()) {
      for (const one of wanted) {
        copy.came(one, `reply ${one.trial}`);
        times.set(one.cell, (times.get(one.cell) ?? 0) + 1);
      }
    }
    return times;
  }

  #add(counts: Map<string, number>, cell: DesignCell): void {
    for (const metric of metricsOfCell(cell)) counts.set(metric, (counts.get(metric) ?? 0) + 1);
  }
}

function metricsOfCell({ exam }: DesignCell): readonly string[] {
  return [...new Set(judgedChecks(exam.golden, checkKinds).flatMap(({ check }) => metricsOf(check.kind, check.name)))];
}
