import { a as showDuration, f as showPercent, m as showScore, s as showMoney, u as showNumberOf, y as listNames } from "./show-quantity.js";
import { d as toHtml, n as place, r as scaleOf, u as html } from "./scale.js";

// src/reporters/safe-models.ts
function safeModels(prompt) {
	const safe = prompt.models.filter(({ verdict }) => verdict === "pass");
	const priced = safe.flatMap((row) => row.cost.new === null ? [] : [{
		row,
		cost: row.cost.new
	}]);
	return {
		safe,
		unsafe: prompt.models.filter(({ verdict }) => verdict !== "pass"),
		cheapest: priced.toSorted((a, b) => a.cost - b.cost)[0]?.row
	};
}
const portable = {
	regressed: "unsafe",
	failing: "unsafe",
	invalid: "unusable",
	inconclusive: "unclear",
	unreviewed: "unclear",
	skipped: "unclear",
	pass: "safe"
};
function portedFigures(row) {
	const months = Object.values(row.cost.monthly).map((month) => month.new);
	const known = months.flatMap((month) => month ?? []);
	return {
		model: row.id,
		verdict: portable[row.verdict],
		score: row.score.new,
		failing: row.cases.filter(({ state, new: now }) => state === "regressed" || state === "fell" || now.of > 0 && now.passes === 0).map(({ id }) => id),
		usdPer1000: row.cost.new === null ? null : row.cost.new * 1e3,
		usdMonth: months.length === 0 || known.length < months.length ? null : known.reduce((sum, one) => sum + one, 0),
		latencyMs: {
			p50: row.latency.p50.new,
			p95: row.latency.p95.new
		},
		retires: row.retires ?? null
	};
}

// src/reporters/model-columns.ts
const portabilityWords = {
	safe: "✅ safe",
	unclear: "🤷 cannot tell",
	unsafe: "⛔ not safe",
	unusable: "⚠️ unusable"
};
function linesOf({ reference, models }) {
	return [{
		kind: "reference",
		figures: reference
	}, ...models.map((figures) => ({
		kind: "model",
		figures
	}))];
}
function columnsOf(lines) {
	const all = lines.map(({ figures }) => figures);
	const some = (known, column) => known ? [column] : [];
	return [
		{
			head: "Verdict",
			cell: (line) => line.kind === "reference" ? "reference" : portabilityWords[line.figures.verdict]
		},
		{
			head: "Score",
			cell: ({ figures }) => figures.score === null ? "–" : showScore(figures.score)
		},
		{
			head: "Fails",
			cell: (line) => line.kind === "reference" ? "–" : showNumberOf(line.figures.failing.length, "case")
		},
		...some(all.some(({ usdPer1000 }) => usdPer1000 !== null), {
			head: "Per 1,000",
			cell: ({ figures }) => showMoney(figures.usdPer1000)
		}),
		...some(all.some(({ usdMonth }) => usdMonth !== null), {
			head: "A month",
			cell: ({ figures }) => showMoney(figures.usdMonth)
		}),
		{
			head: "p50",
			cell: ({ figures }) => showTime(figures.latencyMs.p50)
		},
		{
			head: "p95",
			cell: ({ figures }) => showTime(figures.latencyMs.p95)
		},
		...some(all.some(({ retires }) => retires !== null), {
			head: "Ends",
			cell: ({ figures }) => showDay(figures.retires)
		})
	];
}
function showDay(day) {
	return day !== null && /^\d{4}-\d\d-\d\d$/u.test(day) ? day : "–";
}
function showTime(milliseconds) {
	return milliseconds === null ? "–" : showDuration(milliseconds);
}

// src/reporters/html/cost-axes.ts
const costWidth = 640;
const costHeight = 260;
function costAxes(points) {
	const [width, height] = [640, 260];
	const x = scaleOf(0, Math.max(...points.map(({ cost }) => cost)), {
		start: 56,
		end: width - 130
	});
	const lowest = Math.min(...points.map(({ rate }) => rate));
	const y = scaleOf(Math.min(lowest, .9), 1, {
		start: height - 40,
		end: 16
	});
	const grid = [...x.ticks.map((tick) => html`<line class="grid" x1="${place(x.at(tick))}" x2="${place(x.at(tick))}" y1="16" y2="${height - 40}"/><text class="axis" x="${place(x.at(tick))}" y="${height - 24}" text-anchor="middle">${showMoney(tick)}</text>`), ...y.ticks.filter((tick) => tick >= 0 && tick <= 1).map((tick) => html`<line class="grid" x1="56" x2="${width - 130}" y1="${place(y.at(tick))}" y2="${place(y.at(tick))}"/><text class="axis" x="50" y="${place(y.at(tick) + 4)}" text-anchor="end">${showPercent(tick)}</text>`)];
	const label = html`<text class="axis" x="${(width - 74) / 2}" y="${height - 6}" text-anchor="middle">a thousand replies cost</text>`;
	return {
		x,
		y,
		drawing: [...grid, label],
		spot: ({ cost, rate }) => `M${place(x.at(cost))} ${place(y.at(rate))}`
	};
}

// src/reporters/html/safe-section.ts
const tones = {
	safe: "pass",
	unclear: "inconclusive",
	unsafe: "regressed",
	unusable: "invalid"
};
const mostLines = 30;
function safeSection({ mode, prompts }) {
	const several = prompts.filter(({ models }) => models.length > 1);
	if (mode === "check" || several.length === 0) return html``;
	const told = [...Map.groupBy(several, (prompt) => safeModelsOf(prompt).text)].map(([, held]) => {
		const [first] = held;
		const paths = listNames(held.map(({ path }) => path), 3);
		if (first === void 0) return "";
		return html`<p>${prompts.length > 1 ? html`${toHtml(paths)}: ` : ""}${safeModelsOf(first)}</p>`;
	});
	return html`<h3>Which models this is safe on</h3>${told}${matrixOf(several, prompts.length > 1)}`;
}
function matrixOf(prompts, several) {
	const lines = prompts.flatMap(({ path, models }) => models.map((row) => ({
		path,
		line: {
			kind: "model",
			figures: portedFigures(row)
		}
	})));
	const columns = columnsOf(lines.map(({ line }) => line));
	const rows = lines.slice(0, mostLines).map(({ path, line }) => {
		const { model, verdict } = line.figures;
		const cells = columns.map(({ cell }, at) => at === 0 ? html`<td><span class="chip ${tones[verdict]}">${cell(line)}</span></td>` : html`<td class="n">${cell(line)}</td>`);
		return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ""}<td class="wrap"><code>${model}</code></td>${cells}</tr>
`;
	});
	const more = lines.length - mostLines;
	return html`<div class="scroll" tabindex="0" role="region" aria-label="Models that this is safe on"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ""}<th scope="col">Model</th>${columns.map(({ head }, at) => html`<th scope="col"${at === 0 ? "" : html` class="n"`}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ""}`;
}
function safeModelsOf(prompt) {
	const { safe: models, cheapest } = safeModels(prompt);
	if (models.length === 0) return html`Safe on none of these models.`;
	const names = models.map(({ id }, index) => html`${index === 0 ? "" : ", "}<code>${id}</code>`);
	const price = cheapest === void 0 ? "" : html`; the cheapest of those is <code>${cheapest.id}</code> at ${showMoney((cheapest.cost.new ?? 0) * 1e3)} per 1,000 replies`;
	return html`Safe on ${names}${price}.`;
}

export { linesOf as a, safeModels as c, columnsOf as i, tones as n, portabilityWords as o, costAxes as r, portedFigures as s, safeSection as t };