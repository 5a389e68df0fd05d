import type { Report } from './report.ts';

/** Paths of the report as a page and as JSON; what could not be written is left out. */
export type ReportFiles = { readonly html?: string; readonly json?: string };

/** Where the report can be read after the run, and what of it could not be kept. */
export type KeptReport = { readonly links: Omit<Report['links'], 'run'>; readonly lost?: string };
