/** Vendors whose own list tells a price, by their id in the price table. */
const vendors = new Set(['openai', 'anthropic', 'google', 'x-ai', 'mistral', 'deepseek', 'cohere']);

/** Weights that anyone may serve at any price, or for nothing: their maker's list says nothing about them. */
const open = /^(?:gpt-oss|gemma)/iu;

/** Families that run at their vendor alone: a service on this machine that has one passes it on. */
const closed = /^(?:gpt-|chatgpt-|o\d|text-embedding-|claude-|gemini-|grok-)/iu;

/**
 * Whether a model at an endpoint that no list knows has the price of its vendor's list. Behind a gateway a known name is
 * taken at its word; on this machine only that of a model which nobody can run there.
 */
export function isPricedByName(vendor: string, model: string, endpoint: string): boolean {
  if (!vendors.has(vendor) || open.test(model)) return false;
  return !isLoopback(endpoint) || closed.test(model);
}

function isLoopback(endpoint: string): boolean {
  return URL.canParse(endpoint) && /^(?:localhost|127\.|\[::1\])/u.test(new URL(endpoint).hostname);
}
