import type { LogFormat } from '../types.ts';
import { followsInference, readSpanCalls } from './read-span-calls.ts';

/** Spans with the attributes of OpenInference. */
export const openInference: LogFormat = {
  name: 'open-inference',
  title: 'OpenInference',
  about: {
    recognisedBy:
      'spans, in the same forms or as a table with `attributes.NAME` columns, of which one has `openinference.span.kind`',
    notRead: ['spans of another kind than `LLM`'],
    example: {
      path: 'logs/spans.jsonl',
      text: `{"name":"ChatCompletion","start_time":"2026-11-27T09:00:00Z","end_time":"2026-11-27T09:00:01.2Z","attributes":{"openinference.span.kind":"LLM","llm.model_name":"gpt-5.6-luna","llm.token_count.prompt":120,"llm.input_messages.0.message.role":"user","llm.input_messages.0.message.content":"Are you open?","llm.prompt_template.variables":"{\\"question\\":\\"Are you open?\\"}"}}
`,
    },
    reference: { library: '`Arize-ai/openinference`, `spec/semantic_conventions.md`' },
  },
  knownBy: 'keys',
  recognises: (record) => followsInference(record) === true,
  read: readSpanCalls,
};
