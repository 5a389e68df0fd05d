import type { Engine } from './engine.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from './replace-markers.ts';

const pattern = /\$\$(?=[A-Za-z_{])|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;

const python = /\$\$|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;

/**
 * Python's `string.Template`, told by a bare `$name`, takes every doubled dollar for one, where no single one stands before
 * what is no name: it would refuse that. Elsewhere only a doubled dollar before what would be a name is an escape: `$5` is
 * text to JavaScript.
 */
function patternOf(template: string): RegExp {
  const isPython = /\$[A-Za-z_]/u.test(template) && !/\$(?![A-Za-z_{])/u.test(template.replaceAll('$$', ''));
  return isPython ? python : pattern;
}

const read = ([written, braced, bare]: readonly string[]): Marker =>
  written === '$$' ? { text: '$' } : { name: braced ?? bare ?? '' };

/** `$name` and `${name}`; `$name` shows the marker itself. */
export const stringTemplate: Engine = {
  variables: (template) => namesOfMarkers(template, patternOf(template), read),
  show: (name) => `\${${name}}`,
  fill: (template, values) => replaceMarkers(template, patternOf(template), values, read),
};
