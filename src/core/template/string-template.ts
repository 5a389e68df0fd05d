import type { Engine } from './engine.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from './replace-markers.ts';

const pattern = /\$\$(?=[A-Za-z_{])|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;

/** A doubled dollar before what would be a name is `string.Template`'s escape; `$5` is text to JavaScript, and stays. */
const read = ([written, braced, bare]: readonly string[]): Marker =>
  written === '$$' ? { text: '$' } : { name: braced ?? bare ?? '' };

/** `$name` and `${name}`; `$name` shows the marker itself. */
export const stringTemplate: Engine = {
  variables: (template) => namesOfMarkers(template, pattern, read),
  show: (name) => `\${${name}}`,
  fill: (template, values) => replaceMarkers(template, pattern, values, read),
};
