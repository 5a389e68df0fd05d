/**
 * How services say that a reply was ended for the model: at its limit of tokens, or by a filter of contents. Their words differ in
 * case; all others mean that the model came to its own end, or called a tool.
 */
const atLimit: ReadonlySet<string> = new Set(['length', 'max_tokens', 'max_output_tokens', 'model_length']);
const byFilter: ReadonlySet<string> = new Set([
  ...['content_filter', 'content_filtered', 'guardrail_intervened', 'safety', 'recitation', 'blocklist'],
  ...['prohibited_content', 'spii', 'image_safety'],
]);

/** What cut a reply short; undefined where nothing did. */
export function cutBy(finishReason: string): 'limit' | 'filter' | undefined {
  const said = finishReason.toLowerCase();
  if (atLimit.has(said)) return 'limit';
  return byFilter.has(said) ? 'filter' : undefined;
}
