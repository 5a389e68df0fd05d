/** A folded section of items, each of which stands or gives way as a whole. */
export type Section = { readonly title: string; readonly items: readonly string[]; readonly between: '\n' | '\n\n' };

/** How the length of a text is counted: characters for a comment, bytes for a summary. */
export type Measure = (text: string) => number;

/**
 * The sections that fit into `room`, in their order: the first take what they need, so that the last give way first. A section
 * that does not fit whole keeps the items that do and says how many it left out.
 */
export function fitSections(sections: readonly Section[], room: number, measure: Measure): readonly string[] {
  const fitted: string[] = [];
  let left = room;
  for (const section of sections) {
    const text = fitSection(section, left - 2, measure);
    if (text === undefined) break;
    fitted.push(text);
    left -= measure(text) + 2;
  }
  return fitted;
}

function fitSection(section: Section, room: number, measure: Measure): string | undefined {
  const whole = details(section.title, section.items.join(section.between));
  if (measure(whole) <= room) return whole;
  // What does not fit leaves something to those that come after it.
  const share = Math.floor(room * 0.6);
  const frame = measure(details(section.title, `\n\n… and ${section.items.length} more in the full report.`));
  const kept: string[] = [];
  let used = frame;
  for (const item of section.items) {
    used += measure(item) + section.between.length;
    if (used > share) break;
    kept.push(item);
  }
  if (kept.length === 0) return undefined;
  const rest = section.items.length - kept.length;
  return details(section.title, [kept.join(section.between), `… and ${rest} more in the full report.`].join('\n\n'));
}

/** A folded section. The empty lines let Markdown be read inside the element. */
function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
