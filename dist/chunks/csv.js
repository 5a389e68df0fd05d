import "./rolldown-runtime.js";
import { t as mean } from "./quantile.js";
import { n as showHidden } from "./show-hidden.js";
import { t as failedChecks } from "./pick-replies.js";
import { r as wordOutcome, t as outcomeOf } from "./outcome.js";

// src/reporters/csv.ts
const columns = [
	"prompt",
	"model",
	"case",
	"segment",
	"tags",
	"outcome",
	"old_passes",
	"old_replies",
	"new_passes",
	"new_replies",
	"old_score",
	"new_score",
	"p",
	"fails_now",
	"file",
	"line"
];
function* writeCsv(report) {
	yield `${columns.join(",")}\r\n`;
	for (const prompt of report.prompts) {
		const exam = new Map(prompt.exam.map((one) => [one.id, one]));
		for (const row of prompt.models) for (const one of row.cases) {
			const { segment = "", tags = [], at } = exam.get(one.id) ?? {};
			yield `${[
				prompt.path,
				row.id,
				one.id,
				one.segment ?? segment,
				tags.join(" "),
				wordOutcome(outcomeOf(one), one.old.of === 0),
				one.old.passes,
				one.old.of,
				one.new.passes,
				one.new.of,
				meanOf(one.old.scores),
				meanOf(one.new.scores),
				one.p,
				failedChecks(one).join("; "),
				at?.file,
				at?.line
			].map(cellOf).join(",")}\r\n`;
		}
	}
}
function meanOf(scores) {
	const found = mean(scores);
	return found === null ? void 0 : Number(found.toFixed(4));
}
const formula = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20]`;
const beginsFormula = new RegExp(String.raw`(^|[;\t\n])(["' ]*)(?=${formula})`, "gu");
function cellOf(value) {
	if (value === null || value === void 0) return "";
	if (typeof value === "number") return String(value);
	const text = showHidden(value).replaceAll(beginsFormula, "$1$2'");
	return /[",\r\n]/u.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

export { writeCsv };