import { type Marker, markerCloses, markerOpens, markerSchema } from './marker.ts';

/** The marker at the very start of a comment's text; undefined where there is none, or none that is whole. Who wrote it, the caller must ask. */
export function readMarker(body: string): Marker | undefined {
  if (!body.startsWith(markerOpens)) return undefined;
  const end = body.indexOf(markerCloses);
  const json = parse(body.slice(markerOpens.length, end < 0 ? undefined : end));
  const read = markerSchema.safeParse(json);
  return end >= 0 && read.success ? read.data : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
