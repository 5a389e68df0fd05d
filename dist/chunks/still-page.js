import { t as clip } from "./clip.js";
import { x as plain } from "./show-quantity.js";
import { s as styles, u as html } from "./scale.js";

// src/reporters/html/still-page.ts
function stillPage({ heading, looks = "", body }, hash) {
	const style = `${styles}${looks}`;
	const policy = [
		"default-src 'none'",
		`style-src '${hash(style)}'`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'"
	].join("; ");
	const title = clip(`Promptgate: ${plain(heading, (text) => text).replaceAll("`", "")}`, 160);
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">${html`<title>${title}</title>`.text}<style>${style}</style></head>
<body>${body.text}</body></html>
`;
}
const watchStyles = `
.usual{fill:var(--good-soft)}.doubt{fill:var(--warn);opacity:.22}.mean{stroke:var(--good);stroke-dasharray:2 3}
.since{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 4}.since-text{fill:var(--bad);font-weight:600}
.limit{stroke:var(--soft);stroke-dasharray:5 4}.turn{stroke:var(--link);stroke-width:1.5;stroke-dasharray:2 3}.turn-text{fill:var(--link)}
.spots{stroke-width:5}.lead{font-size:1.02rem;margin-bottom:12px}.signs{list-style:none;padding:0}.sign{color:var(--link)}.figures{display:flex;flex-wrap:wrap;gap:10px 34px;margin:14px 0}
.figures div{min-width:0}.figures dt{font-size:.84rem;color:var(--soft)}.figures dd{margin:0;font-size:1.3rem;font-weight:650;font-variant-numeric:tabular-nums}
dl{margin:0}.baseline,.steady{--tone:var(--soft);--tint:var(--code)}.steady{--tone:var(--good);--tint:var(--good-soft)}
.drifted,.moved{--tone:var(--bad);--tint:var(--bad-soft)}.unknown{--tone:var(--warn);--tint:var(--warn-soft)}
h2 code{background:none;padding:0}.bar{display:inline-block;width:120px;vertical-align:middle}.bar rect{fill:var(--code)}.bar .full{fill:var(--soft)}.bar .over{fill:var(--bad)}
.told{border-top:var(--edge);margin-top:1.6rem}.told:first-child{border-top:0;margin-top:0}
.halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 18px;align-items:start}
.halves>*{min-width:0}.pick{display:flex;flex-wrap:wrap;gap:6px 12px;align-items:center;margin:10px 0}.pick select{max-width:min(100%,34rem)}
.offered{list-style:none;padding:0;display:grid;gap:10px}.offered .card{margin:0;padding:10px 16px}
@media(max-width:720px){th,td{padding:7px 10px}.chart.fits.wide{overflow:visible}.chart.fits.wide svg{width:100%}.chart.fits.wide text{font-size:20px}}
.halves .chart{max-width:none}details>summary{cursor:pointer;padding:6px 0}details>summary h2{display:inline}.told details{margin:6px 0}
@media print{.pick,.extra{display:none}.chart{break-inside:avoid}}
`.replaceAll("\n", "");

export { watchStyles as n, stillPage as t };