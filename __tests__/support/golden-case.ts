import type { Check, GoldenCase } from '../../src/core/golden-case.ts';
import type { Prompt, Role } from '../../src/core/prompt.ts';
import { listVariables } from '../../src/core/template/fill-template.ts';

/** A check as a reader of cases would make it, with what a test does not care about filled in. */
export function aCheck(check: Partial<Check> & { readonly kind: string }): Check {
  return {
    name: check.kind,
    argument: null,
    options: {},
    weight: 1,
    required: false,
    at: { file: 'shop.cases.yml', line: 1 },
    ...check,
  };
}

/** A case with what a test does not care about filled in. */
export function aCase(golden: Partial<GoldenCase> = {}): GoldenCase {
  return {
    id: 'refund-window',
    tags: [],
    weight: 1,
    vars: { question: 'Can I return it after 40 days?' },
    context: [],
    history: [],
    checks: [],
    notRun: [],
    at: { file: 'shop.cases.yml', line: 1 },
    ...golden,
  };
}

/** A prompt of one message in `shop.txt`. @param turn the variable that is the user's turn, where no template takes it */
export function aPrompt(
  content: string,
  { turn, role = 'user' }: { readonly turn?: string; readonly role?: Role } = {},
): Prompt {
  return {
    path: 'shop.txt',
    format: 'plain text',
    messages: [{ role, content }],
    params: {},
    defaults: {},
    variables: [...listVariables(content), ...(turn === undefined ? [] : [turn])],
    ...(turn !== undefined && { turn }),
    engine: 'mustache',
    open: { engine: false, role: false },
    refersTo: [],
    notes: [],
  };
}
