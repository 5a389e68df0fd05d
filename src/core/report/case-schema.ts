import { z } from 'zod';
import { failureReasons } from '../reply.ts';
import { conversationEnds } from '../run/trial-run.ts';
import { sides } from '../side.ts';
import { count, dollars, jsonObject, milliseconds, position, share, testMethod } from './quantities.ts';

/** What one check made of one reply (`CheckScore`). */
export const checkScoreSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scored'),
    check: z.string(),
    scorer: z.string(),
    value: share,
    passed: z.boolean().exactOptional(),
    binary: z.boolean(),
    weight: z.number(),
    required: z.boolean(),
    /** A model's answer is in it. */
    judged: z.literal(true).exactOptional(),
    /** The set it passes with, by the mean of its members. */
    set: z.object({ name: z.string(), min: z.number() }).exactOptional(),
    reason: z.string(),
    details: jsonObject.exactOptional(),
  }),
  z.object({ kind: z.literal('unscored'), check: z.string(), scorer: z.string(), why: z.string() }),
]);

/** Tokens as the service counted them; `estimated`: counted here, because it did not say. */
export const usageSchema = z.object({
  inputTokens: count.exactOptional(),
  outputTokens: count.exactOptional(),
  cachedTokens: count.exactOptional(),
  reasoningTokens: count.exactOptional(),
  estimated: z.boolean().exactOptional(),
});

const toolCallSchema = z.object({ name: z.string(), arguments: z.string() });

/** What an application says it did, as far as the report holds it: passages it retrieved, and whatever else it tells. */
export const stepSchema = z.object({
  step: z.string(),
  contexts: z.array(z.string()).exactOptional(),
  details: jsonObject.exactOptional(),
});

/** One message of a conversation. `toolCalls`: what it asked of tools; `tool`: the tool whose result it is. */
export const turnSchema = z.object({
  role: z.enum(['user', 'assistant', 'tool']),
  content: z.string(),
  toolCalls: z.array(toolCallSchema).exactOptional(),
  tool: z.string().exactOptional(),
  trace: z.array(stepSchema).exactOptional(),
});

/** One reply of one side. `text` is absent where it failed; `error` says why it failed or could not be scored. */
export const replySchema = z.object({
  side: z.enum(sides),
  /** Counted from 0, through all rounds. */
  trial: count,
  round: count.exactOptional(),
  text: z.string().exactOptional(),
  /**
   * What was said after the opening, where a user was simulated or tools answered; `text` is then all the assistant said to the
   * user, or its last words. Usage and cost are sums over its turns and steps, `latencyMs` is the mean of a turn with all its steps.
   */
  transcript: z.array(turnSchema).exactOptional(),
  /**
   * How the conversation ended: the user's goal was met or given up, or no turn was left; with tools: answered in words, out of
   * steps, or at a call that no canned result fits.
   */
  conversationEnd: z.enum(conversationEnds).exactOptional(),
  /** What an application did to come to it; of a conversation it stands with its turns. */
  trace: z.array(stepSchema).exactOptional(),
  /** It did more than is told here: the report holds 20,000 characters of it. */
  traceCut: z.literal(true).exactOptional(),
  /** Calls that no canned result of the case fits: they ended the conversation. */
  unanswered: z.array(toolCallSchema).exactOptional(),
  score: share.exactOptional(),
  passes: z.boolean().exactOptional(),
  checks: z.array(checkScoreSchema),
  usage: usageSchema.exactOptional(),
  costUsd: dollars.exactOptional(),
  latencyMs: milliseconds.exactOptional(),
  /** Until the first token of text, refusal or tool call; absent where it was not streamed. */
  firstTokenMs: milliseconds.exactOptional(),
  /** Model that served it, by the service's own word. */
  model: z.string().exactOptional(),
  finishReason: z.string().exactOptional(),
  toolCalls: z.array(toolCallSchema).exactOptional(),
  /** Taken from the store instead of asked. */
  kept: z.boolean().exactOptional(),
  /** What was said is not told whole here. */
  cut: z.literal(true).exactOptional(),
  error: z.object({ reason: z.enum([...failureReasons, 'unscored']), message: z.string() }).exactOptional(),
});

/** What became of a case on a model, the worst first. `fell`: down by half or more, not proven by itself. */
const caseStates = ['regressed', 'fell', 'improved', 'flaky', 'failing', 'same', 'unscored'] as const;

/** One side of a case (`Tally`): scores of its scored replies in order of asking, passes among them, missing ones. */
const tallySchema = z.object({
  scores: z.array(share),
  /** `null` where no check has a pass mark. */
  passes: count.nullable(),
  of: count,
  missing: count,
});

/** What a `prefer` check made of the two replies of a trial (`PairScore`): a win is the new one's. */
const pairSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compared'),
    trial: count,
    check: z.string(),
    outcome: z.enum(['win', 'tie', 'loss']),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('unscored'), trial: count, check: z.string(), why: z.string() }),
]);

/** One case of one row. */
export const caseSchema = z.object({
  /** Key of the exam case: its id, with ` (as base had it)` where both versions are asked. */
  id: z.string(),
  segment: z.string().exactOptional(),
  /** `added` cases are new in the pull request and judged apart. */
  family: z.enum(['base', 'added']),
  /** Both sides render to the same request: asked once, and its replies are listed once, as the new side's. */
  identical: z.boolean(),
  old: tallySchema,
  new: tallySchema,
  /** New minus old pass rate (mean score where passes do not tell). */
  delta: z.number().nullable(),
  p: share.nullable(),
  method: testMethod.nullable(),
  state: z.enum(caseStates),
  /** Graded checks without a pass mark (`null`: the whole score) that fell by half or more, which no pass tells. `p` is `null` where no test read them. */
  falls: z
    .array(
      z.object({
        check: z.string().nullable(),
        old: share,
        new: share,
        delta: z.number(),
        p: share.nullable(),
        state: z.enum(['regressed', 'fell']),
      }),
    )
    .exactOptional(),
  /** Replies a side that were asked once the verdict stood, to name what fell: `p` and the verdict do without them. */
  diagnosed: count.exactOptional(),
  replies: z.array(replySchema),
  /** Hashes of both sides' requests, and of the checks with all that takes part in them: what `--from-run` goes by. */
  asked: z.string().exactOptional(),
  scoredBy: z.string().exactOptional(),
  /** What its replies in other comparisons told of how steady it is. */
  history: z.object({ replies: count, variance: z.number().min(0) }).exactOptional(),
  /** Of the trials of whole rounds, where the case has such checks. */
  prefer: z.array(pairSchema).exactOptional(),
});

/** A golden case as it was asked, told once a prompt. */
export const examCaseSchema = z.object({
  id: z.string(),
  segment: z.string().exactOptional(),
  tags: z.array(z.string()),
  weight: z.number(),
  vars: jsonObject,
  reference: z.string().exactOptional(),
  checks: z.array(z.object({ name: z.string(), required: z.boolean() })),
  /** What of another tool's checks is not run: the case is checked in part. */
  notRun: z.array(z.string()).exactOptional(),
  at: position,
});
