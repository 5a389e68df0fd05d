import type { JsonObject } from '../../../core/json.ts';
import type { LogFields, LoggedCall } from '../../../core/logs/logged-call.ts';
import type { Position } from '../../../core/problem.ts';
import { readGenAiCall } from './read-gen-ai-call.ts';
import { readInferenceCall } from './read-inference-call.ts';
import { readSpans } from './read-spans.ts';

/**
 * The model calls among the spans of a record. One exporter writes the spans of all instrumentation of an application, so that
 * each span is read by the convention that it follows itself.
 */
export function readSpanCalls(record: JsonObject, at: Position, fields: LogFields): readonly LoggedCall[] | undefined {
  const spans = readSpans(record);
  if (spans === undefined) return undefined;
  const calls: LoggedCall[] = [];
  for (const span of spans) {
    const call =
      span.attributes.get(kindAttribute) !== undefined
        ? readInferenceCall(span, at, fields)
        : readGenAiCall(span, at, fields);
    if (call !== undefined) calls.push(call);
  }
  return calls;
}

/** The attribute that every span of OpenInference has. */
const kindAttribute = 'openinference.span.kind';

/** Whether some span of a record follows OpenInference; undefined where it holds no spans. */
export function followsInference(record: JsonObject): boolean | undefined {
  return readSpans(record)?.some(({ attributes }) => attributes.get(kindAttribute) !== undefined);
}
