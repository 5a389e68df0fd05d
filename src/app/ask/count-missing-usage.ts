import { estimateTokenCount } from 'tokenx';
import type { AnyRequest } from '../../core/call.ts';
import { sizeOfRequest } from '../../core/money/size-of-request.ts';
import type { Answer } from '../../core/reply.ts';

/** The answer with its tokens counted here where the service did not count them, and marked as estimated. */
export function countMissingUsage(request: AnyRequest, answer: Answer): Answer {
  const { usage, text, toolCalls } = answer;
  // What an application asks of models, and how often, only it can know.
  if (request.kind === 'chat' && request.subject !== undefined) return answer;
  const knowsOutput = usage.outputTokens !== undefined || request.kind === 'embedding';
  if (usage.inputTokens !== undefined && knowsOutput) return answer;
  const said = `${text}${toolCalls.map((call) => call.name + call.arguments).join('')}`;
  return {
    ...answer,
    usage: {
      ...usage,
      inputTokens: usage.inputTokens ?? sizeOfRequest(request).input,
      outputTokens: usage.outputTokens ?? (request.kind === 'embedding' ? 0 : estimateTokenCount(said)),
      estimated: true,
    },
  };
}
