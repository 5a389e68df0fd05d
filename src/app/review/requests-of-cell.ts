import type { AnyRequest, Request } from '../../core/call.ts';
import type { CheckKind, CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Check } from '../../core/golden-case.ts';
import type { Message } from '../../core/prompt.ts';
import type { ModelRef } from '../../core/row.ts';
import { gradesLikePeople, judgedChecks } from '../../core/scoring/named-checks.ts';
import { needOf } from '../../core/scoring/needs-of.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { stepsOf } from '../../core/tools/canned-results.ts';
import { mostJudgedAgain, mostLabels } from './judge-reliability.ts';

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
  const asked = cell.oldIsShared === true ? sides.slice(1) : sides;
  const share = asked.length / sides.length;
  return [
    ...asked.map((request) => repliesOf(request, cell, 1 / sides.length)),
    ...questionsOfCell(cell, settings, kinds).map((question) => ({
      ...question,
      perReply: { usual: share * question.perReply.usual, most: share * question.perReply.most },
    })),
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

/** A conversation takes a reply to each message of the user's, and one to the opening where that ends with a question; each in steps, where tools answer. */
function repliesOf(request: Request, { scenario, exam }: DesignCell, share: number): RequestsOfReply {
  const { earlier = [] } = exam.golden;
  const turns =
    scenario === undefined ? earlier.length + 1 : scenario.turns + (request.messages.at(-1)?.role === 'user' ? 1 : 0);
  const steps = stepsOf(exam.golden);
  const messages = [...request.messages, ...halfway(turns * steps.usual)];
  const perReply = { usual: share * turns * steps.usual, most: share * turns * steps.most };
  return { request: { ...request, messages }, perReply };
}

function questionsOf(
  check: Check,
  { exam }: DesignCell,
  messages: readonly Message[],
  settings: Settings,
  kinds: CheckKinds,
): RequestsOfReply | undefined {
  const kind = kinds.get(check.kind);
  const needs = needOf(check, kinds);
  if (kind === undefined || needs === 'nothing' || needs === 'scorer' || needs === 'sandbox') return undefined;
  const model = modelOf[needs](settings);
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
  return { request, perReply, ...(isGrade(kind, needs) && { grades: true }) };
}

function isGrade({ compare }: CheckKind, needs: CheckKind['needs']): boolean {
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

/** A cell with what stands for its questions, and how many replies it will have. */
type CellToMeasure = {
  readonly cell: DesignCell;
  readonly requests: readonly RequestsOfReply[];
  readonly replies: { readonly low: number; readonly usual: number; readonly high: number };
};

type Times = { readonly request: AnyRequest; readonly low: number; readonly usual: number; readonly high: number };

/**
 * What measuring the judge takes: some replies graded again (not where votes tell it already, and never conversations),
 * and the replies that people labelled graded once each.
 */
export function requestsOfMeasuring(
  cells: readonly CellToMeasure[],
  votes: number,
  kinds: CheckKinds,
): readonly Times[] {
  const graded = cells.filter(
    ({ cell, requests }) => cell.scenario === undefined && requests.some(({ grades }) => grades === true),
  );
  const share = (of: 'low' | 'usual' | 'high') => {
    const all = graded.reduce((sum, { replies }) => sum + replies[of], 0);
    return Math.min(1, mostJudgedAgain / Math.max(1, all));
  };
  const [low, usual, high] = [votes > 1 ? 0 : share('low'), votes > 1 ? 0 : share('usual'), share('high')];
  const again = graded.flatMap(({ requests, replies }) =>
    gradesIn(requests).map(({ request, perReply }) => ({
      request,
      low: low * replies.low * perReply.usual,
      usual: usual * replies.usual * perReply.usual,
      high: high * replies.high * perReply.most,
    })),
  );
  return [...again, ...labelled(graded, kinds)];
}

/** Each labelled case once, whatever models it is asked on. */
function labelled(graded: readonly CellToMeasure[], kinds: CheckKinds): readonly Times[] {
  const cases = new Map(
    graded
      .filter(({ cell: { exam } }) => exam.golden.label !== undefined && exam.golden.reference !== undefined)
      .filter(({ cell: { exam } }) => judgedChecks(exam.golden, kinds).some(gradesLikePeople))
      .map((one) => [JSON.stringify([one.cell.prompt, one.cell.exam.key]), one] as const),
  );
  return [...cases.values()].slice(0, mostLabels).flatMap(({ requests }) =>
    gradesIn(requests).map(({ request, perReply }) => ({
      request,
      low: perReply.usual,
      usual: perReply.usual,
      high: perReply.most,
    })),
  );
}

function gradesIn(requests: readonly RequestsOfReply[]): readonly RequestsOfReply[] {
  return requests.filter(({ grades }) => grades === true);
}
