import { type Marker, markerCloses, markerOpens, markerSchema } from './marker.ts';

/** The marker of a comment's text, in a line of its own; undefined where there is none, or none that is whole. Who wrote it, the caller must ask. */
export function readMarker(body: string): Marker | undefined {
  const line = markedLine(body);
  if (line === undefined) return undefined;
  const read = markerSchema.safeParse(parse(line.slice(markerOpens.length, -markerCloses.length)));
  return read.success ? read.data : undefined;
}

/** The text around the marker. Line ends and blanks at the end are the forum's to change. */
export function textBesideMarker(body: string): string {
  const text = body.replaceAll('\r\n', '\n');
  const line = markedLine(text);
  return (
    line === undefined
      ? text
      : text
          .split('\n')
          .filter((one) => one.trimEnd() !== line)
          .join('\n')
  ).trim();
}

/** The last line that is a marker: nothing that a comment tells of others can begin a line like it. */
function markedLine(body: string): string | undefined {
  return body
    .split(/\r?\n/u)
    .map((line) => line.trimEnd())
    .findLast((line) => line.startsWith(markerOpens) && line.endsWith(markerCloses));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
