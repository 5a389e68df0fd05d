import type { LogFormat } from '../types.ts';
import { followsInference, readSpanCalls } from './read-span-calls.ts';

/** Spans with the GenAI attributes of OpenTelemetry. */
export const openTelemetry: LogFormat = {
  name: 'open-telemetry',
  title: 'OpenTelemetry GenAI',
  about: {
    recognisedBy:
      'spans without `openinference.span.kind`: OTLP/JSON (`resourceSpans`), an OTLP span a line, or a span as the SDKs print it',
    notRead: ['spans of tools, agents and embeddings', 'names that are no part of the GenAI conventions, old or new'],
    example: {
      path: 'logs/spans.jsonl',
      text: `{"name":"chat","startTimeUnixNano":"1795770000000000000","endTimeUnixNano":"1795770001200000000","attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},{"key":"gen_ai.request.model","value":{"stringValue":"gpt-5.6-luna"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"120"}},{"key":"gen_ai.input.messages","value":{"stringValue":"[{\\"role\\":\\"user\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"Are you open?\\"}]}]"}}]}
`,
    },
    reference: { library: '`open-telemetry/semantic-conventions-genai`' },
  },
  knownBy: 'keys',
  recognises: (record) => followsInference(record) === false,
  read: readSpanCalls,
};
