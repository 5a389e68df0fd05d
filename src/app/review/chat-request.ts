import type { Request } from '../../core/call.ts';
import type { ModelRef } from '../../core/row.ts';
import type { ChatQuestion } from '../../core/score.ts';

/** A question as it is sent to the model that plays its part; what the question needs wins over the model's parameters. */
export function chatRequest({ messages, params }: Pick<ChatQuestion, 'messages' | 'params'>, model: ModelRef): Request {
  return {
    kind: 'chat',
    provider: model.provider,
    model: model.model,
    messages,
    params: { ...model.params, ...params },
  };
}
