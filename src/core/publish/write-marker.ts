import { canonicalJson } from '../json.ts';
import { escapeHidden } from '../text/escape-hidden.ts';
import { type Marker, markerCloses, markerOpens } from './marker.ts';

/**
 * The marker as one line of hidden text. Whatever its values hold, it cannot end the HTML comment early: `<`, `>`, `&` and
 * doubled hyphens are written as JSON escapes, and JSON has no raw line breaks.
 */
export function writeMarker(marker: Marker): string {
  const json = escapeHidden(canonicalJson(marker).replace(/[<>&]|-(?=-)/g, asEscape));
  return markerOpens + json + markerCloses;
}

function asEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
