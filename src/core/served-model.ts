/** How the model that a service names as having answered stands to the one that was asked for. */
export type ServedAs =
  /** The same, or the same with a date or a version that the asked name leaves open. */
  | 'asked'
  /** Another model, by a name that is known, or another version of the same one. */
  | 'another'
  /** The asked name is known of no model: a deployment, a route, a group of a gateway. */
  | 'alias';

/** What follows a model's name where a service names a version of it: a date, a number of a release, `latest`, `preview`. */
const version = /[-@:_](?:\d{4}-\d{2}-\d{2}|\d{8}|\d{6}|\d{3,4}|v\d+(?::\d+)?|latest|preview|exp)$/u;

/**
 * Compares two names of models as services write them: `gpt-5.6-luna` and `gpt-5.6-luna-2026-05-06` are one model, as are
 * `models/gemini-3.7-flash` and `gemini-3.7-flash`; `gemini-3.7-flash` and `gemini-3.8-flash` are two, and so are two dates of one model.
 * @param isKnown whether a name is a model's, by any list there is
 */
export function servedAs(asked: string, served: string, isKnown: (model: string) => boolean): ServedAs {
  const [one, other] = [plainName(asked), plainName(served)];
  if (one === other) return 'asked';
  const [stem, otherStem] = [stemOf(one), stemOf(other)];
  if (stem === otherStem) return one === stem || other === otherStem || isOpen(one) ? 'asked' : 'another';
  return isKnown(asked) || isKnown(one) || isKnown(stem) ? 'another' : 'alias';
}

/** Without the vendor or path before it, in small letters. */
function plainName(model: string): string {
  return model
    .trim()
    .toLowerCase()
    .replace(/^.*\//u, '')
    .replace(/^(?:[a-z]{2,6}\.)?(?:anthropic|amazon|meta|mistral|cohere)\./u, '');
}

/** Without dates and versions at its end. */
function stemOf(model: string): string {
  const shorter = model.replace(version, '');
  return shorter === model ? model : stemOf(shorter);
}

/** A name that leaves the version to the service. */
function isOpen(model: string): boolean {
  return /[-@:_](?:latest|preview|exp)$/u.test(model);
}
