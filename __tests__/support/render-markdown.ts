import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';

const renderer = remark()
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

/** Markdown as GitHub's flavour renders it, with raw HTML passed through. */
export function renderMarkdown(markdown: string): string {
  return String(renderer.processSync(markdown));
}
