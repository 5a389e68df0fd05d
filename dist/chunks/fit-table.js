import { i as columnsOf } from "./pen.js";

// src/reporters/terminal/fit-table.ts
const gap = 2;
function fitTable(columns, width) {
	const kept = keepWhatFits(columns, width);
	const widths = widthsOf(kept, width);
	const count = Math.max(...kept.map(({ cells }) => cells.length));
	const line = (cellOf) => kept.map((column, at) => place(cellOf(column), widths[at] ?? 0, column)).join(" ".repeat(gap)).trimEnd();
	return [line(({ head }) => head), ...Array.from({ length: count }, (_, row) => line(({ cells }) => cells[row] ?? ""))];
}
function keepWhatFits(columns, width) {
	if (sum(columns.map(floorOf)) + gap * (columns.length - 1) <= width) return columns;
	const last = columns.findLastIndex(({ mayGo }) => mayGo === true);
	return last === -1 ? columns : keepWhatFits(columns.toSpliced(last, 1), width);
}
function widthsOf(columns, width) {
	const widths = columns.map(naturalOf);
	const floors = columns.map(floorOf);
	for (let over = sum(widths) + gap * (columns.length - 1) - width; over > 0; over--) {
		const spare = widths.map((one, at) => one > (floors[at] ?? 0) ? one : 0);
		const from = Math.max(...spare) > 0 ? spare : widths;
		const widest = from.indexOf(Math.max(...from));
		widths[widest] = Math.max(1, (widths[widest] ?? 1) - 1);
	}
	return widths;
}
function naturalOf({ head, cells }) {
	return Math.max(...[head, ...cells].map(columnsOf));
}
function floorOf(column) {
	const natural = naturalOf(column);
	return column.least === void 0 ? natural : Math.min(natural, Math.max(column.least, columnsOf(column.head)));
}
function place(cell, width, { align, cutAt }) {
	const shown = cut(cell, width, cutAt);
	const space = " ".repeat(Math.max(0, width - columnsOf(shown)));
	return align === "right" ? space + shown : shown + space;
}
function cut(text, columns, at = "end") {
	if (columnsOf(text) <= columns) return text;
	const characters = at === "end" ? [...text] : [...text].toReversed();
	let kept = "";
	for (const character of characters) {
		const longer = at === "end" ? kept + character : character + kept;
		if (columnsOf(longer) > columns - 1) break;
		kept = longer;
	}
	return at === "end" ? `${kept}…` : `…${kept}`;
}
function sum(numbers) {
	return numbers.reduce((total, one) => total + one, 0);
}

export { fitTable as t };