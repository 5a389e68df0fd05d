import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A comment as a pull request shows it, near enough to GitHub's looks to be recognised. */
export function commentPage(markdown: string): string {
  const body = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const drawn = body.replaceAll(/[⛔✅❌]/gu, (mark) => marks[mark] ?? mark);
  return `<!doctype html><meta charset="utf-8"><style>${looks}</style><div class="comment"><div class="by"><b>github-actions</b> <i>bot</i> commented 2 minutes ago</div><div class="body">${drawn}</div></div>`;
}

/** The marks as pictures: the browser that draws has no coloured font. */
const marks: Readonly<Record<string, string>> = {
  '⛔': picture('<circle cx="8" cy="8" r="8" fill="#d3232f"/><path fill="#fff" d="M3 6.5h10v3H3z"/>'),
  '✅': picture(
    '<rect width="16" height="16" rx="3" fill="#2da44e"/><path d="M3.5 8.5l3 3 6-7" fill="none" stroke="#fff" stroke-width="2"/>',
  ),
  '❌': picture('<path d="M3 3l10 10M13 3L3 13" stroke="#d3232f" stroke-width="3.2"/>'),
};

function picture(drawing: string): string {
  return `<svg viewBox="0 0 16 16">${drawing}</svg>`;
}

const looks = `
:root{color-scheme:light dark;--ink:light-dark(#1f2328,#f0f6fc);--soft:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--page:light-dark(#fff,#0d1117);--head:light-dark(#f6f8fa,#151b23);--link:light-dark(#0969da,#4493f8);--code:light-dark(#818b981f,#656c7633)}
body{margin:0;padding:16px;background:var(--page);color:var(--ink);font:14px/1.5 -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
.comment{border:1px solid var(--line);border-radius:6px;overflow:hidden;background:var(--page)}
.by{background:var(--head);border-bottom:1px solid var(--line);padding:8px 16px;color:var(--soft)}.by b{color:var(--ink)}
.by i{font-style:normal;border:1px solid var(--line);border-radius:9px;padding:0 6px;font-size:12px}
.body{padding:2px 16px 14px}
svg{width:1em;height:1em;vertical-align:-.12em}
h3{font-size:1.25em;margin:16px 0 12px}p,blockquote,table,ul{margin:0 0 14px}details{margin:0 0 10px}summary{cursor:default}
a{color:var(--link);text-decoration:none}
code{background:var(--code);border-radius:6px;padding:.2em .4em;font:85% ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
table{border-collapse:collapse;display:block;width:max-content;max-width:100%}th,td{border:1px solid var(--line);padding:6px 13px}tr:nth-child(even) td{background:var(--head)}
blockquote{border-left:.25em solid var(--line);padding:0 1em;color:var(--soft)}sub{font-size:75%;color:var(--soft)}`;
