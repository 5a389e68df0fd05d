import type { ExamPolicy } from '../exam/compare-exams.ts';
import type { Json } from '../json.ts';
import type { Position } from '../position.ts';
import type { PromptRules } from '../settle-prompts.ts';
import type { SourceSettings } from './prompt-sources.ts';

/** The settings that decide which files are prompts, which are their golden cases, and what their exam is. */
export type DetectionSettings = PromptRules &
  SourceSettings & {
    /** Pattern of case files with `{dir}` and `{name}`. */
    readonly casesPattern: string;
    /** Checks of every case, as written, with their places. */
    readonly defaultChecks: readonly { readonly value: Json; readonly at: Position }[];
    readonly examChanges: ExamPolicy;
    /** The team's own scorers by name. */
    readonly scorers?: ReadonlyMap<string, unknown>;
    /** Only cases with one of these; empty: all. */
    readonly tags: readonly string[];
  };
