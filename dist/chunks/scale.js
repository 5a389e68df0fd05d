import { n as showHidden } from "./show-hidden.js";
import { t as escapeName } from "./escape.js";

// node_modules/markdown-table/index.js
function defaultStringLength(value) {
	return value.length;
}
function markdownTable(table, options) {
	const settings = options || {};
	const align = (settings.align || []).concat();
	const stringLength = settings.stringLength || defaultStringLength;
	const alignments = [];
	const cellMatrix = [];
	const sizeMatrix = [];
	const longestCellByColumn = [];
	let mostCellsPerRow = 0;
	let rowIndex = -1;
	while (++rowIndex < table.length) {
		const row = [];
		const sizes = [];
		let columnIndex = -1;
		if (table[rowIndex].length > mostCellsPerRow) mostCellsPerRow = table[rowIndex].length;
		while (++columnIndex < table[rowIndex].length) {
			const cell = serialize(table[rowIndex][columnIndex]);
			if (settings.alignDelimiters !== false) {
				const size = stringLength(cell);
				sizes[columnIndex] = size;
				if (longestCellByColumn[columnIndex] === void 0 || size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			}
			row.push(cell);
		}
		cellMatrix[rowIndex] = row;
		sizeMatrix[rowIndex] = sizes;
	}
	let columnIndex = -1;
	if (typeof align === "object" && "length" in align) while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = toAlignment(align[columnIndex]);
	else {
		const code = toAlignment(align);
		while (++columnIndex < mostCellsPerRow) alignments[columnIndex] = code;
	}
	columnIndex = -1;
	const row = [];
	const sizes = [];
	while (++columnIndex < mostCellsPerRow) {
		const code = alignments[columnIndex];
		let before = "";
		let after = "";
		if (code === 99) {
			before = ":";
			after = ":";
		} else if (code === 108) before = ":";
		else if (code === 114) after = ":";
		let size = settings.alignDelimiters === false ? 1 : Math.max(1, longestCellByColumn[columnIndex] - before.length - after.length);
		const cell = before + "-".repeat(size) + after;
		if (settings.alignDelimiters !== false) {
			size = before.length + size + after.length;
			if (size > longestCellByColumn[columnIndex]) longestCellByColumn[columnIndex] = size;
			sizes[columnIndex] = size;
		}
		row[columnIndex] = cell;
	}
	cellMatrix.splice(1, 0, row);
	sizeMatrix.splice(1, 0, sizes);
	rowIndex = -1;
	const lines = [];
	while (++rowIndex < cellMatrix.length) {
		const row = cellMatrix[rowIndex];
		const sizes = sizeMatrix[rowIndex];
		const cellsInRow = settings.fillRows === false ? Math.max(1, cellMatrix[rowIndex === 1 ? 0 : rowIndex].length) : mostCellsPerRow;
		columnIndex = -1;
		const line = [];
		while (++columnIndex < cellsInRow) {
			const cell = row[columnIndex] || "";
			let before = "";
			let after = "";
			if (settings.alignDelimiters !== false) {
				const size = longestCellByColumn[columnIndex] - (sizes[columnIndex] || 0);
				const code = alignments[columnIndex];
				if (code === 114) before = " ".repeat(size);
				else if (code === 99) {
					const half = size / 2;
					if (size % 2) {
						before = " ".repeat(half + .5);
						after = " ".repeat(half - .5);
					} else {
						before = " ".repeat(half);
						after = before;
					}
				} else after = " ".repeat(size);
			}
			if (settings.delimiterStart !== false && !columnIndex) line.push("|");
			if (settings.padding !== false && !(settings.alignDelimiters === false && cell === "") && (settings.delimiterStart !== false || columnIndex)) line.push(" ");
			if (settings.alignDelimiters !== false) line.push(before);
			line.push(cell);
			if (settings.alignDelimiters !== false) line.push(after);
			if (settings.padding !== false) line.push(" ");
			if (settings.delimiterEnd !== false || columnIndex !== cellsInRow - 1) line.push("|");
		}
		lines.push(settings.delimiterEnd === false ? line.join("").replace(/ +$/, "") : line.join(""));
	}
	return lines.join("\n");
}
function serialize(value) {
	return value === null || value === void 0 ? "" : String(value);
}
function toAlignment(value) {
	const code = typeof value === "string" ? value.codePointAt(0) : 0;
	return code === 67 || code === 99 ? 99 : code === 76 || code === 108 ? 108 : code === 82 || code === 114 ? 114 : 0;
}

// src/reporters/html/markup.ts
var Markup = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
function html(texts, ...values) {
	return new Markup(texts.map((text, index) => text + markup(values[index] ?? "")).join(""));
}
function toHtml(phrase) {
	return html`${phrase.map((part) => part.kind === "name" ? html`<code>${part.text}</code>` : withCode(part.text))}`;
}
function countElements(markup) {
	return markup.match(/<[a-z]/gu)?.length ?? 0;
}
function withCode(text) {
	return html`${text.split(/`([^`\n]+)`/u).map((part, index) => index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)}`;
}
function markup(value) {
	if (value instanceof Markup) return value.text;
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return escapeHtml(showHidden(value));
	return value.map(markup).join("");
}
function escapeHtml(text) {
	return text.replaceAll(/[&<>"'`]/gu, (character) => `&#${character.charCodeAt(0)};`);
}

// src/reporters/html/styles.ts
const styles = `
:root{color-scheme:light dark;--edge:1px solid var(--line);--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;--page:#faf9f7;--card:#fff;--ink:#1d1c1a;--soft:#5f5c56;--line:#e4e1db;--code:#f1efeb;--link:#1a5fb4;--focus:#2f6fd0;
--bad:#b3261e;--bad-soft:#fbe9e7;--good:#166b3a;--good-soft:#e6f4ea;--warn:#7a5000;--warn-soft:#fdf1d8}
@media(prefers-color-scheme:dark){:root{--page:#141416;--card:#1c1c1f;--ink:#ecebe8;--soft:#aaa7a0;--line:#36363c;--code:#27272b;--link:#8ab8ff;--focus:#7aa8f5;
--bad:#ff9d94;--bad-soft:#3f1f1c;--good:#7fdba0;--good-soft:#173221;--warn:#f0c060;--warn-soft:#382c12}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
.band,.warnings,#app,main,footer{max-width:1440px;margin:0 auto;padding:0 24px}
code,pre,kbd,.id,.call{font-family:var(--mono);font-size:.9em}
code,kbd{background:var(--code);border-radius:4px;padding:.08em .35em}
kbd{border:var(--edge)}
h1{font-size:1.45rem;line-height:1.3;font-weight:680;margin:0 0 .15rem;text-wrap:balance;letter-spacing:-.01em}
h1 code,td code{background:none;padding:0}
h2{font-size:1.1rem;margin:1.6rem 0 .7rem}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
p{margin:.3rem 0}
a{color:var(--link)}
ul{padding-left:1.2rem;margin:.4rem 0}
button,select,input{font:inherit;color:inherit}
button{cursor:pointer}
mark{background:var(--warn-soft);color:inherit;border-radius:3px;box-shadow:0 2px 0 var(--warn);padding:0 .1em}
:focus-visible{outline:2px solid var(--focus);outline-offset:1px}
.soft,.facts,.segment,.none{color:var(--soft)}
.no{color:var(--bad)}.yes{color:var(--good)}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;background:var(--card);padding:8px 12px;z-index:9}
.regressed,.invalid,.broke,.worse,.fell{--tone:var(--bad);--tint:var(--bad-soft)}
.inconclusive,.unreviewed,.accepted,.flaky,.fails,.unscored{--tone:var(--warn);--tint:var(--warn-soft)}
.failing{--tone:var(--bad);--tint:var(--bad-soft)}
.pass,.better,.rose{--tone:var(--good);--tint:var(--good-soft)}
.skipped,.holds,.check{--tone:var(--soft);--tint:var(--code)}
.band{padding-top:18px;padding-bottom:14px}
.band h1,.band p{border-left:6px solid var(--tone);margin:0;padding:2px 0 2px 18px}
.band h1{padding-top:4px}.band p{color:var(--soft);padding-bottom:3px}.band p:last-child{padding-bottom:6px}
.links a{margin-right:14px}
.warnings ul{background:var(--warn-soft);border-radius:8px;padding:8px 14px 8px 30px;margin:0 0 8px}
.warnings summary{cursor:pointer;color:var(--soft)}
.chip{display:inline-block;color:var(--tone);background:var(--tint);border:1px solid transparent;border-radius:99px;padding:.06em .7em;font-size:.84rem;font-weight:600;white-space:nowrap}
.card,.scroll,.case,.matrix,.chart{background:var(--card);border:var(--edge);border-radius:10px}
.card{margin:0 0 14px;overflow:hidden}
.card header{padding:12px 16px;display:flex;flex-wrap:wrap;gap:4px 14px;align-items:center}
.card h3{margin:0}.card .asked{flex-basis:100%}
figcaption{padding:10px 16px}
.asked{background:var(--code);border-radius:8px;padding:8px 12px;margin:4px 0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:12px}
.pair.single{grid-template-columns:1fr}
.card .pair{gap:0;border-top:var(--edge)}
.card .pair>div{padding:12px 16px;min-width:0}.card .pair>div+div{border-left:var(--edge)}
.side{border:var(--edge);border-radius:10px;padding:10px 14px;min-width:0}
.broke .side.new,.worse .side.new,.fell .side.new{border-color:var(--bad)}
.old mark,.better .new mark,.rose .new mark{background:var(--good-soft);box-shadow:0 2px 0 var(--good)}
.new mark,.better .old mark,.rose .old mark,.turning .assistant mark{background:var(--bad-soft);box-shadow:0 2px 0 var(--bad)}
.label{font-size:.84rem;font-weight:600;color:var(--soft);margin:0 0 4px}.label.no{color:var(--bad)}
.label .soft{font-weight:400}.side .label .soft{white-space:nowrap}
.text,.json{white-space:pre-wrap;margin:0}
.facts{font-size:.84rem;margin:8px 0 0}
.checks{list-style:none;padding:0;margin:8px 0 0}
.checks li{padding-left:1.3em;text-indent:-1.3em}
.parts{list-style:none;padding:0 0 0 1.3em;margin:.2rem 0}
.squares{font:.94rem/1 "DejaVu Sans","Segoe UI Symbol",sans-serif;letter-spacing:.06em;overflow-wrap:anywhere}
.squares i{font-style:normal;color:var(--good)}
.squares .f{color:var(--bad)}.squares .g{color:var(--warn)}.squares .u{color:var(--soft)}
.side .squares i{cursor:pointer}.squares .chosen{border-bottom:2px solid var(--focus)}
.talk{list-style:none;margin:0;padding:0}.talk li+li{border-top:1px dashed var(--line);padding-top:6px;margin-top:6px}.talk .user .text,.said.user .text{color:var(--soft)}
.scroll{overflow-x:auto;margin:0 0 12px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:8px 14px;text-align:left;border-top:var(--edge);white-space:nowrap}
thead th{border-top:0;font-size:.84rem;font-weight:600;color:var(--soft)}
td.n,th.n{text-align:right}
td.wrap{white-space:normal;min-width:9rem}
.diff{overflow-x:auto;border-top:var(--edge);font:.84rem/1.5 var(--mono)}
.sides{table-layout:fixed}.sides td{border:0;padding:1px 8px;white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top}
.sides .nr{width:3.2rem;text-align:right;color:var(--soft);user-select:none}
.sides .a{background:var(--good-soft)}.sides .r{background:var(--bad-soft)}.sides .n0{background:var(--code)}
.sides .a:before{content:"+ "}.sides .r:before{content:"− "}
.sides .h td{color:var(--soft)}.sides .h{background:var(--code)}
.sides del{text-decoration:underline 2px var(--bad)}.sides ins{text-decoration:underline 2px var(--good)}
@media(max-width:900px){.sides,.sides tbody{display:block}.sides tr{display:grid;grid-template-columns:3.2rem minmax(0,1fr)}.sides .h,.sides .h td{display:block}.sides .s td:nth-child(-n+2),.sides td:empty,.sides .n0{display:none}}
.charts{display:flex;flex-wrap:wrap;gap:14px;align-items:start;margin:14px 0}
.chart{padding-bottom:6px;margin:0;flex:1 1 290px;min-width:0;max-width:400px}.chart.wide{flex-basis:560px;max-width:700px}
svg{display:block;width:100%;height:auto;fill:currentColor;font-size:12px}.axis{fill:var(--soft);font-size:11px}.grid{stroke:var(--line)}
.span{stroke:var(--soft);fill:none}.way{stroke:currentColor;stroke-width:2;fill:none;stroke-linecap:round}.dots{stroke-width:12}.holes{stroke:var(--card);stroke-width:8}.down{color:var(--bad)}.up{color:var(--good)}
.bars-old{fill:var(--soft);opacity:.55}.bars-new{fill:var(--link);opacity:.75}.half{stroke:var(--ink)}
footer{color:var(--soft);font-size:.84rem;padding-top:20px;padding-bottom:36px}
.tabs{display:flex;gap:4px 22px;border-bottom:var(--edge);margin-bottom:12px;overflow-x:auto}
.tabs button{background:none;border:0;border-bottom:3px solid transparent;padding:10px 0 8px;color:var(--soft);white-space:nowrap}
.tabs [aria-selected=true]{color:var(--ink);font-weight:650;border-color:var(--ink)}
.tabs :focus-visible{outline-offset:-3px}
.filters{display:flex;flex-wrap:wrap;gap:6px;align-items:center;margin-bottom:12px}
.filters input{min-width:15rem;flex:0 1 19rem;max-width:none}
input,select,dialog button{background:var(--card);border:var(--edge);border-radius:8px;padding:4px 10px;min-height:34px;max-width:13rem}
select.set{border-color:var(--focus);font-weight:600}
.chips{display:flex;flex-wrap:wrap;gap:6px;border:0;padding:0;margin:0;min-width:0}
.chips .chip{background:var(--card);border-color:var(--line);padding:.3em .8em;max-width:100%;overflow:hidden;text-overflow:ellipsis}
.chips .chip[aria-pressed=true]{background:var(--tint);border-color:var(--tone);box-shadow:inset 0 0 0 1px var(--tone)}
.chip.check{color:var(--ink)}
.found{margin-left:auto;display:flex;gap:8px;align-items:center;color:var(--soft)}
.link{background:none;border:0;padding:0;color:var(--link);text-decoration:underline}
.panes{display:grid;grid-template-columns:minmax(0,52fr) minmax(0,48fr);gap:14px;align-items:start;margin-bottom:20px}
.panes.alone{grid-template-columns:minmax(0,1fr)}
.matrix{contain:layout paint style;overflow:auto;max-height:calc(100vh - 20px);position:sticky;top:10px;font-variant-numeric:tabular-nums}
.row{display:grid;grid-template-columns:var(--columns);align-items:center;column-gap:6px;padding:0 10px 0 12px;height:34px;min-width:min-content}
.head{position:sticky;top:0;z-index:2;background:var(--code);height:36px;color:var(--soft);font-size:.8rem;font-weight:600}
.head .model{display:grid;text-align:center;line-height:1.2;cursor:pointer;min-width:0}
.head .model b{font-weight:600}.row small{font-weight:400}.head small{font-size:.72rem}
.head .on{color:var(--ink);box-shadow:inset 0 -3px 0 var(--focus)}
.lines{position:relative}
.lines .row{contain:layout paint style;scroll-margin-top:36px;position:absolute;top:0;left:0;right:0;border-top:var(--edge);cursor:pointer;font-size:.88rem;background:var(--card)}
.lines .row:hover{background:var(--page)}
.row[aria-selected=true]:after,.matrix:focus-visible .active:after{content:"";position:absolute;inset:0;border:2px solid var(--focus);border-radius:4px;pointer-events:none}
.row>*,.head .model *{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;min-width:0}
.row>:first-child{position:sticky;left:0;background:inherit;align-self:stretch;line-height:33px}
.row.prompt{height:40px;background:var(--page);font-weight:600}.row.prompt>*{grid-column:1/-1;justify-self:start;line-height:39px}.prompt small,.prompt i{color:var(--soft);font-style:normal}
.cell{text-align:center}
.pill{display:block;border-radius:6px;background:var(--tint);color:var(--tone);padding:1px 4px}
.pill.holds{background:none}
.empty{padding:30px;text-align:center;color:var(--soft)}
.case{padding:12px 16px;min-width:0}
.case h2{font:600 1.02rem/1.4 var(--mono);margin:0}
.about{display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--soft);font-size:.84rem;margin:0 0 6px}
.keys{margin:8px 0;align-items:center}.step{background:var(--card);border:var(--edge);border-radius:6px;min-width:28px;min-height:26px}.step:disabled{opacity:.5}
.models{margin:10px 0}
.case>.pair{margin-top:10px}
.case details{margin-top:6px}.case summary{cursor:pointer;color:var(--soft)}
.call{border-top:1px dashed var(--line);padding-top:6px;margin-top:6px}
.turn{display:grid;grid-template-columns:1fr 1fr;gap:0 12px}.turns.single .turn{grid-template-columns:1fr}
.turn>.label{grid-column:1/-1;margin:8px 0 2px}
.said{border-top:1px dashed var(--line);padding:8px 4px;min-width:0}
.turning .said{background:var(--warn-soft);border-radius:6px}
.actions{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0 0;font-size:.9rem}
.back{min-height:34px}
dialog{background:var(--card);color:var(--ink);border:var(--edge);border-radius:12px;padding:16px 22px}
dialog dl div{display:grid;grid-template-columns:7rem 1fr;padding:3px 0}dialog dd{margin:0}
body[data-tab] main>section{display:none}
body[data-tab=diff] #diff,body[data-tab=models] #models,body[data-tab=sure] #sure{display:block}
@media screen{body[data-tab] main>section>h2:first-child{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
@media(max-width:720px){.band,.warnings,#app,main,footer{padding-left:12px;padding-right:12px}h1{font-size:1.2rem}
.band h1,.band p{padding-left:12px}
.pair,.turn,.panes{grid-template-columns:minmax(0,1fr)}.card .pair>div+div{border-left:0;border-top:var(--edge)}
.filters input{flex:1 1 100%}.filters>select{flex:1 1 7rem;font-size:.88rem;padding:4px}.found{margin-left:0;flex-wrap:wrap}.filters .chips{flex-wrap:nowrap;overflow-x:auto;padding:2px}.filters .chip{flex:none}.chart.wide{overflow-x:auto}.chart.wide svg{width:560px}.tabs{gap:16px}
.matrix{position:static;max-height:80vh}.lines .row{font-size:.82rem;padding:0 6px}.row.head{padding:0 6px}.hint{display:none}}
@media print{:root{color-scheme:light}body{background:#fff;font-size:12px}#app,.skip{display:none}body[data-tab] main>section{display:block}
.card,tr{break-inside:avoid}.scroll,.diff{overflow:visible}th,td{padding:4px 6px;white-space:normal}details::details-content{content-visibility:visible;height:auto}}
`.replaceAll("\n", "");

// src/reporters/markdown/link-to.ts
const longestAddress = 400;
function linkTo(text, address) {
	const plain = plainAddress(address);
	return plain === void 0 ? "" : `<a href="${plain.replaceAll("&", "&amp;")}">${text}</a>`;
}
function linkToCase({ prompt, case: { id } }, report) {
	const page = plainAddress(report.links.report);
	const where = report.prompts.length > 1 ? `&prompt=${encoded(prompt.path)}` : "";
	const address = page === void 0 ? void 0 : `${page}#case=${encoded(id)}${where}`;
	if (address === void 0 || address.length > longestAddress) return escapeName(id);
	const link = linkTo(escapeName(id), address);
	return link === "" ? escapeName(id) : link;
}
function encoded(text) {
	return encodeURIComponent(text.toWellFormed()).replaceAll(/[!'()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
function plainAddress(address) {
	return address !== void 0 && /^https?:\/\/[\w.:-]+(?:\/[\w\-./~%?=&#]*)?$/u.test(address) ? address : void 0;
}

// src/reporters/html/scale.ts
function scaleOf(from, to, length) {
	const step = roundStep((to - from || Math.abs(to) || 1) / 4);
	const first = Math.floor(from / step);
	const last = Math.max(first + 1, Math.ceil(to / step));
	const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
	const span = (last - first) * step;
	return {
		at: (value) => length.start + (value - first * step) / span * (length.end - length.start),
		ticks
	};
}
function roundStep(step) {
	const power = 10 ** Math.floor(Math.log10(step));
	return ([
		1,
		2,
		5
	].find((one) => one * power >= step * .999999) ?? 10) * power;
}
function place(value) {
	return String(Number(value.toFixed(1)));
}
function chart(given) {
	const { title, key, says, width, height, drawing, fits = false } = given;
	const wide = width > 400;
	return html`<figure class="chart${wide ? " wide" : ""}${fits ? " fits" : ""}"${wide && !fits ? html` tabindex="0"` : ""}><figcaption><b>${title}</b> <span class="soft">${key}</span></figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${says}">${drawing}</svg></figure>
`;
}

export { linkToCase as a, Markup as c, toHtml as d, markdownTable as f, linkTo as i, countElements as l, place as n, plainAddress as o, scaleOf as r, styles as s, chart as t, html as u };