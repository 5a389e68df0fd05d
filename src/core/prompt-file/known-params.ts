/**
 * Parameters of the chat-completions API (and those that compatible services add to it) which shape a reply and nothing
 * else: not whom is asked, what it costs by another tariff, what the service keeps, or what it reaches out to.
 * How replies are delivered (`stream`, `n`) is not the prompt's to say.
 */
export const knownParams = [
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'max_tokens',
  'max_completion_tokens',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
  'seed',
  'stop',
  'logit_bias',
  'response_format',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'reasoning',
  'reasoning_effort',
  'thinking',
  'verbosity',
] as const;
