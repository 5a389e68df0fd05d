import { n as place, r as scaleOf, t as chart, u as html } from "./scale.js";

// src/reporters/html/line-chart.ts
const sizes = {
	small: {
		width: 310,
		height: 138
	},
	wide: {
		width: 640,
		height: 240
	}
};
const edges = {
	top: 24,
	right: 16,
	bottom: 22
};
const letter = {
	small: 6.5,
	wide: 11.5
};
const mostDots = 45;
function lineChart(drawn) {
	const { title, key, says, values, size = "small" } = drawn;
	if (values.filter((value) => value !== null).length < 2) return html``;
	const { width, height } = sizes[size];
	const axes = axesOf(drawn);
	const drawing = [
		...groundOf(drawn, axes),
		...gridOf(drawn, axes),
		...waysOf(drawn, axes),
		...signsOf(drawn, axes)
	];
	return chart({
		title,
		key,
		says,
		width,
		height,
		drawing,
		fits: true
	});
}
function axesOf({ values, span, usual, limit, show, size = "small" }) {
	const { width, height } = sizes[size];
	const known = values.flatMap((value) => value ?? []);
	const held = [
		...span,
		...usual === void 0 ? [] : [usual.low, usual.high],
		...limit === void 0 ? [] : [limit]
	];
	const floor = height - edges.bottom;
	const y = scaleOf(Math.min(...known, ...held), Math.max(...known, ...held), {
		start: floor,
		end: edges.top
	});
	const longest = Math.max(...y.ticks.map((tick) => show(tick).length));
	const left = Math.min(width / 3, 12 + longest * letter[size]);
	const step = (width - left - edges.right - 20) / Math.max(1, values.length - 1);
	return {
		x: (at) => left + 10 + at * step,
		y,
		left,
		width,
		floor
	};
}
function groundOf({ usual, since }, { x, y, left, width, floor }) {
	const right = width - edges.right;
	return [...usual === void 0 ? [] : [html`<rect class="usual" x="${place(left)}" y="${place(y.at(usual.high))}" width="${place(right - left)}" height="${place(Math.max(1, y.at(usual.low) - y.at(usual.high)))}"/><line class="mean" x1="${place(left)}" x2="${right}" y1="${place(y.at(usual.mean))}" y2="${place(y.at(usual.mean))}"/>`], ...since === void 0 ? [] : [html`<rect class="doubt" x="${place(x(since.from) - 4)}" y="${edges.top}" width="${place(x(since.to) - x(since.from) + 8)}" height="${floor - edges.top}"/>`]];
}
function gridOf({ ends, show, limit, size }, { y, left, width, floor }) {
	const right = width - edges.right;
	const level = (value, kind) => html`<line class="${kind}" x1="${place(left)}" x2="${right}" y1="${place(y.at(value))}" y2="${place(y.at(value))}"/>`;
	const ticks = size === "wide" ? y.ticks : [y.ticks[0], y.ticks.at(-1)].flatMap((tick) => tick ?? []);
	const [first, last] = ends;
	return [
		...ticks.map((tick) => html`${level(tick, "grid")}<text class="axis" x="${place(left - 6)}" y="${place(y.at(tick) + 4)}" text-anchor="end">${show(tick)}</text>`),
		...limit === void 0 ? [] : [level(limit, "limit")],
		html`<text class="axis" x="${place(left)}" y="${floor + 16}">${first}</text><text class="axis" x="${right}" y="${floor + 16}" text-anchor="end">${last}</text>`
	];
}
function waysOf({ values, since }, { x, y }) {
	const split = since?.isWorse === true ? since.at : values.length;
	return [{
		from: 0,
		to: split,
		tone: "level"
	}, {
		from: Math.max(0, split - 1),
		to: values.length,
		tone: "down"
	}].filter(({ from, to }) => from < to).flatMap(({ from, to, tone }) => {
		let isNew = true;
		const spots = [];
		for (const [at, value] of values.slice(from, to).entries()) {
			if (value !== null) spots.push({
				spot: `${place(x(from + at))} ${place(y.at(value))}`,
				isNew
			});
			isNew = value === null;
		}
		if (spots.length === 0) return [];
		const way = spots.map(({ spot, isNew: begins }) => `${begins ? "M" : "L"}${spot}`).join("");
		const dotted = tone === "down" && from < split ? spots.slice(1) : spots;
		const dots = values.length > mostDots ? "" : html`<path class="way spots" d="${dotted.map(({ spot }) => `M${spot}h0`).join("")}"/>`;
		return [html`<g class="${tone}"><path class="way" d="${way}"/>${dots}</g>`];
	});
}
function signsOf({ since, turns = [] }, { x, width, floor }) {
	const upright = (kind, at) => html`<line class="${kind}" x1="${place(x(at))}" x2="${place(x(at))}" y1="${edges.top}" y2="${floor}"/>`;
	return [...turns.map(({ at, sign }) => html`${upright("turn", at)}<text class="turn-text" x="${place(x(at))}" y="${edges.top - 6}" text-anchor="middle">${sign}</text>`), ...since === void 0 ? [] : [html`${upright(since.isWorse ? "since" : "limit", since.at)}<text class="${since.isWorse ? "since-text" : "axis"}" x="${place(x(since.at))}" y="${edges.top - 8}" text-anchor="${x(since.at) > width / 2 ? "end" : "start"}">${since.text}</text>`]];
}

export { lineChart as t };