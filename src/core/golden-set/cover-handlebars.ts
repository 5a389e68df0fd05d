import type { RenderPrompt } from '../design/design-review.ts';
import { varsOf, wrapPrompt } from '../design/messages-of.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { type MarkedBranch, markHandlebarsBranches } from '../template/handlebars/mark-branches.ts';
import type { PromptCoverage } from './coverage-report.ts';

type Placed = MarkedBranch & { readonly at: PromptCoverage['branches']['unreached'][number]['at'] };

/**
 * The ways through Handlebars templates that no case takes. The library renders them in a sandbox and tells nothing, so each way is
 * marked, and looked for in what comes out. What fails to render reaches none.
 */
export function coverHandlebars(
  prompt: Prompt,
  text: string,
  cases: readonly GoldenCase[],
  render: RenderPrompt,
): PromptCoverage['branches'] {
  const branches: Placed[] = [];
  const failures: string[] = [];
  const mark = (template: string, place: (line: number, tag: string) => Placed['at']): string => {
    const marked = markHandlebarsBranches(template, branches.length);
    if (marked.kind === 'failed') {
      failures.push(marked.why);
      return template;
    }
    branches.push(...marked.branches.map((one) => ({ ...one, at: place(one.line, one.tag) })));
    return marked.template;
  };
  const messages = prompt.messages.map((message) => {
    if (message.verbatim === true || message.holds !== undefined || message.parts !== undefined) return message;
    const template = message.content;
    const place = (line: number, tag: string): Placed['at'] => {
      const known = lineIn(text, { template, line, tag });
      return known === undefined ? { file: prompt.path } : { file: prompt.path, line: known };
    };
    return { ...message, content: mark(template, place) };
  });
  const included = Object.fromEntries(
    Object.entries(prompt.included ?? {}).map(([name, one]) => [
      name,
      { ...one, text: mark(one.text, (line) => ({ file: one.file, line })) },
    ]),
  );
  const marked = { ...prompt, messages, ...(prompt.included !== undefined && { included }) };
  const left = new Set(branches);
  for (const golden of branches.length === 0 ? [] : cases) {
    const made = render(wrapPrompt(marked, golden), varsOf(golden));
    if (made.failed !== undefined) continue;
    const whole = made.messages.map(({ content }) => content).join('\n');
    for (const one of left) if (whole.includes(one.mark)) left.delete(one);
  }
  const [unread] = failures;
  return {
    of: branches.length,
    unreached: branches.filter((one) => left.has(one)).map(({ way, tag, at }) => ({ way, tag, at })),
    ...(unread !== undefined && { unread }),
  };
}

/** Line of a file that holds a line of a template of it; where the file writes that in another way, as YAML may, the first with its tag. */
export function lineIn(
  text: string,
  { template, line, tag }: { readonly template: string; readonly line: number; readonly tag: string },
): number | undefined {
  const whole = text.indexOf(template.trimEnd());
  const at = whole === -1 ? text.indexOf(tag) : whole;
  return at === -1 ? undefined : text.slice(0, at).split('\n').length + (whole === -1 ? 0 : line - 1);
}
