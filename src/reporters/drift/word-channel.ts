import { own, type Phrase, say } from '../wording/say.ts';

const layers: Readonly<Record<string, string>> = {
  served: 'The model that answers',
  tokens: 'How requests are counted',
  canary: 'The canary',
  judge: 'The judge',
  case: 'Single cases',
};

const channels: Readonly<Record<string, string>> = {
  score: 'Score',
  pass: 'Pass rate',
  plain: 'Score of checks without a judge',
  refusal: 'Refusals',
  length: 'Length of a reply',
  latency: 'Time of a reply',
  cost: 'Cost of a reply',
  distance: 'Distance from earlier replies',
};

/** What is watched of replies, as a table names it; a graded check by its own name. */
export function nameOfChannel(channel: string): Phrase {
  if (channel.startsWith('metric:')) return say`${channel.slice(7)}`;
  const name = Object.hasOwn(channels, channel) ? channels[channel] : undefined;
  return name === undefined ? say`${channel}` : own(name);
}

/** What a reading of a layer is of. */
export function wordChannel(layer: string, channel: string | undefined): Phrase {
  const name = channel ?? layer;
  const told = Object.hasOwn(layers, name) ? layers[name] : undefined;
  return told === undefined ? nameOfChannel(name) : own(told);
}
