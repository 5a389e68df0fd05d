/** The report's looks: light and dark, from a phone to a wide screen, and on paper. */
export const styles = `
:root{color-scheme:light dark;--page:#faf9f7;--card:#fff;--ink:#1d1c1a;--soft:#66635d;--line:#e4e1db;--code:#f1efeb;
--bad:#b3261e;--bad-soft:#fbe9e7;--good:#1b7a43;--good-soft:#e6f4ea;--warn:#8a5a00;--warn-soft:#fdf1d8}
@media(prefers-color-scheme:dark){:root{--page:#141416;--card:#1c1c1f;--ink:#ecebe8;--soft:#a19e97;--line:#323237;--code:#27272b;
--bad:#ff8a80;--bad-soft:#3a1c1a;--good:#7ad79a;--good-soft:#16301f;--warn:#f0c060;--warn-soft:#362a12}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;
-webkit-text-size-adjust:100%}
main,footer{max-width:1120px;margin:0 auto;padding:0 24px}
main{padding-top:32px}
code,pre,.text{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.875em}
code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.3;font-weight:650;margin:.2rem 0 .4rem;text-wrap:balance;letter-spacing:-.01em}
h1 code{font-size:.9em;background:none;padding:0}
h2{font-size:1.15rem;margin:2.6rem 0 .8rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
p{margin:.3rem 0}
.soft{color:var(--soft)}
.small{font-size:.875rem}
.banner{background:var(--card);border:1px solid var(--line);border-left:6px solid var(--tone);border-radius:10px;padding:20px 24px}
.regressed,.fell,.invalid{--tone:var(--bad);--tint:var(--bad-soft)}
.inconclusive,.unreviewed,.flaky,.failing,.unscored{--tone:var(--warn);--tint:var(--warn-soft)}
.pass,.improved{--tone:var(--good);--tint:var(--good-soft)}
.skipped,.same{--tone:var(--soft);--tint:var(--code)}
.chip{display:inline-block;color:var(--tone);background:var(--tint);border-radius:99px;padding:.05em .7em;font-size:.8125rem;font-weight:600;white-space:nowrap}
.wide{overflow-x:auto}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:10px 14px;text-align:left;border-top:1px solid var(--line);white-space:nowrap}
thead th{border-top:0;font-size:.8125rem;font-weight:600;color:var(--soft)}
td.n,th.n{text-align:right}
td.wrap{white-space:normal;min-width:10rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0;overflow:hidden}
.card>header{padding:14px 18px;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center}
.card>header p{flex-basis:100%;margin:0}
.pair{display:grid;grid-template-columns:1fr 1fr}
.pair>div{padding:14px 18px;min-width:0}
.pair>div+div{border-left:1px solid var(--line)}
.label{font-size:.8125rem;font-weight:600;color:var(--soft);margin:0 0 6px}
.text{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.6;margin:0}
.talk{list-style:none;margin:0;padding:0}.talk li{padding:8px 0}.talk li+li{border-top:1px dashed var(--line)}.talk .user .text{color:var(--soft)}
/* Turns of two conversations stand at the same height: label, turns, an error, checks. */
.talks>div{display:grid;grid-template-rows:subgrid;grid-row:span calc(var(--turns) + 3)}
.talks .talk{display:grid;grid-template-rows:subgrid;grid-row:span var(--turns)}
.talks .checks{align-self:start}
del,ins{text-decoration:none;border-radius:3px;background:var(--warn-soft);box-shadow:0 1px 0 var(--warn)}
.regressed .new ins,.fell .new ins,.improved .old del{background:var(--bad-soft);box-shadow:0 1px 0 var(--bad)}
.regressed .old del,.fell .old del,.improved .new ins{background:var(--good-soft);box-shadow:0 1px 0 var(--good)}
ul{padding-left:1.2rem;margin:.5rem 0}
.checks{list-style:none;padding:0;margin:10px 0 0;font-size:.875rem}
.checks.in{margin:0;padding:2px 18px 14px}
.checks li{padding-left:1.4em;text-indent:-1.4em;overflow-wrap:anywhere}
.parts{list-style:none;padding:0 0 0 1.4em;margin:.2rem 0 .4rem}
.no{color:var(--bad)}.yes{color:var(--good)}
.squares{display:inline-flex;gap:3px;vertical-align:middle;flex-wrap:wrap}
.squares i{width:10px;height:10px;border-radius:2px;background:var(--good)}
.squares i.f{background:none;border:2px solid var(--bad)}
.squares i.g{background:var(--warn)}
details{border-top:1px solid var(--line)}
.fold{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:1rem 0}
.fold>.in{padding:2px 18px 14px}
summary{cursor:pointer;padding:10px 18px}
.fold>summary{font-weight:600}
summary:hover{background:var(--code)}
summary:focus-visible,a:focus-visible{outline:2px solid var(--tone,var(--soft));outline-offset:-2px}
.line{content-visibility:auto;contain-intrinsic-size:auto 47px}
.line>summary{display:grid;grid-template-columns:1.1rem 7rem minmax(8rem,1fr) minmax(7rem,11rem) minmax(7rem,11rem) 5.5rem;gap:12px;align-items:center;list-style:none}
.line>summary::-webkit-details-marker{display:none}
.line>summary::before{content:"›";color:var(--soft);transition:transform .12s}
.line[open]>summary::before{transform:rotate(90deg)}
.line>summary>*{min-width:0;overflow-wrap:anywhere}
.line>.in>.asked{padding:0 18px}
pre{margin:0;padding:14px 0;overflow-x:auto;line-height:1.55}
pre span{display:block;padding:0 18px;min-width:max-content;white-space:pre}
pre .a{background:var(--good-soft)}pre .r{background:var(--bad-soft)}pre .h{color:var(--soft)}
footer{color:var(--soft);font-size:.875rem;padding-top:28px;padding-bottom:48px}
a{color:inherit}
@media(max-width:720px){main,footer{padding-left:14px;padding-right:14px}h1{font-size:1.25rem}.banner{padding:16px}
.pair{grid-template-columns:1fr}.pair>div+div{border-left:0;border-top:1px solid var(--line)}
.line>summary{grid-template-columns:1.1rem auto 1fr;gap:4px 10px}.line>summary>.t{grid-column:2/4}.line>summary>:empty{display:none}.line{contain-intrinsic-size:auto 110px}}
@media(prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{body{background:#fff}.card,.fold{break-inside:avoid}}
`;
