// src/core/kept-lines.ts
function readKeptLines(text, file, form) {
	const lines = [];
	const unread = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") continue;
		const read = readLine(line, form);
		if (typeof read === "string") unread.push({
			at: `${file}:${index + 1}`,
			why: read
		});
		else lines.push(read.line);
	}
	return {
		lines,
		unread
	};
}
function isOfLaterVersion({ why }) {
	return why.startsWith(later);
}
const later = "was written by a later version";
function readLine(line, form) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return "is no JSON";
	}
	const read = form.line.safeParse(value);
	if (read.success) return { line: read.data };
	if (typeof value === "object" && value !== null && "version" in value && typeof value.version === "number" && value.version > form.version) return `${later} (${value.version})`;
	return `is no line of a history: ${read.error.issues[0]?.message ?? "it has another shape"}`;
}

export { readKeptLines as n, isOfLaterVersion as t };