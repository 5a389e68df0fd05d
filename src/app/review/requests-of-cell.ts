import type { AnyRequest, Request } from '../../core/call.ts';
import type { CheckKind, CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Check } from '../../core/golden-case.ts';
import type { Message } from '../../core/prompt.ts';
import type { ModelRef } from '../../core/row.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** A request that stands for those a reply takes, with how many: usually, and at most. */
export type RequestsOfReply = {
  readonly request: AnyRequest;
  readonly perReply: { readonly usual: number; readonly most: number };
  /** Set on questions that grade a reply: some replies are graded again, to measure the judge. */
  readonly grades?: true;
};

/** Each side's request stands for its share of the cell's replies, turn by turn; each question for as many as a reply asks. */
export function requestsOfCell(cell: DesignCell, settings: Settings, kinds: CheckKinds): readonly RequestsOfReply[] {
  const sides = sidesOf(cell);
  return [
    ...sides.map((request) => repliesOf(request, cell, 1 / sides.length)),
    ...questionsOfCell(cell, settings, kinds),
  ];
}

/** What the checks of a cell ask of each reply. */
export function questionsOfCell(cell: DesignCell, settings: Settings, kinds: CheckKinds): readonly RequestsOfReply[] {
  const sides = sidesOf(cell);
  const [side] = sides;
  if (side === undefined) return [];
  return cell.exam.golden.checks.flatMap((check) => {
    const asked = questionsOf(check, cell, side.messages, settings, kinds);
    if (asked === undefined || kinds.get(check.kind)?.compare === undefined) return asked ?? [];
    // A pair is two replies, and needs both sides.
    const share = sides.length === 2 ? 1 / 2 : 0;
    return { ...asked, perReply: { usual: asked.perReply.usual * share, most: asked.perReply.most * share } };
  });
}

function sidesOf(cell: DesignCell): readonly Request[] {
  return [cell.identical ? undefined : cell.old, cell.new].flatMap((side) => side ?? []);
}

/** A conversation takes a reply to each message of the user's, and one to the opening where that ends with a question. */
function repliesOf(request: Request, { scenario, exam }: DesignCell, share: number): RequestsOfReply {
  const { earlier = [] } = exam.golden;
  const turns =
    scenario === undefined ? earlier.length + 1 : scenario.turns + (request.messages.at(-1)?.role === 'user' ? 1 : 0);
  const messages = [...request.messages, ...halfway(turns)];
  return { request: { ...request, messages }, perReply: { usual: share * turns, most: share * turns } };
}

function questionsOf(
  check: Check,
  { exam }: DesignCell,
  messages: readonly Message[],
  settings: Settings,
  kinds: CheckKinds,
): RequestsOfReply | undefined {
  const kind = kinds.get(check.kind);
  if (kind === undefined || kind.needs === 'nothing' || kind.needs === 'scorer' || kind.needs === 'sandbox')
    return undefined;
  const model = modelOf[kind.needs](settings);
  if (model === undefined) return undefined;
  const votes = settings.judge?.votes ?? 1;
  const { argument, options } = check;
  const perReply = kind.countQuestions?.(argument, options, votes, exam.golden.context.length) ?? {
    usual: kind.questions,
    most: kind.questions,
  };
  const told = { role: 'user', content: `${check.name}\n${' word'.repeat(400)}` } as const;
  const said = kind.scenario === undefined ? [] : halfway(perReply.usual);
  const request = {
    kind: 'chat',
    provider: model.provider,
    model: model.model,
    messages: [...messages, ...said, told],
    params: model.params,
  } as const;
  return { request, perReply, ...(isGrade(kind) && { grades: true }) };
}

function isGrade({ needs, compare }: CheckKind): boolean {
  return compare === undefined && (needs === 'judge' || needs === 'judge and embeddings');
}

const modelOf = {
  judge: ({ judge }) => judge,
  'judge and embeddings': ({ judge }) => judge,
  embeddings: ({ embeddings }) => embeddings,
  simulator: ({ simulate }) => simulate,
} satisfies Record<string, (settings: Settings) => ModelRef | undefined>;

/** What was said by the middle of a conversation: the length its requests have on the average. */
function halfway(turns: number): readonly Message[] {
  const words = ' word'.repeat(Math.round(((turns - 1) / 2) * 200));
  return words === '' ? [] : [{ role: 'user', content: words }];
}
