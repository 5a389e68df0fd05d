import type { Engine } from './engine.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from './replace-markers.ts';

const pattern = /%%|%\(([A-Za-z_][\w.]*)\)[sdr]/gu;

const read = ([written, name]: readonly string[]): Marker => (written === '%%' ? { text: '%' } : { name: name ?? '' });

/** `%(name)s`, `%%` for a percent sign. */
export const percent: Engine = {
  variables: (template) => namesOfMarkers(template, pattern, read),
  show: (name) => `%(${name})s`,
  fill: (template, values) => replaceMarkers(template, pattern, values, read),
};
