import { type Content, html, type Markup } from './markup.ts';

/** A drawing with its title and what its marks mean. It says in words what it shows: not everyone sees it. */
export function chart(given: {
  readonly title: string;
  readonly key: Content;
  readonly says: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Content;
}): Markup {
  const { title, key, says, width, height, drawing } = given;
  return html`<figure class="chart${width > 400 ? ' wide' : ''}"><figcaption><b>${title}</b> <span class="soft">${key}</span></figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${drawing}</svg></figure>
`;
}
