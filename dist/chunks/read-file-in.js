// src/wire/read-file-in.ts
const SCORES_BYTES = 67108864;
const REPORT_BYTES = 536870912;
function readFileIn(folder, inside) {
	return async (path) => {
		const { readFileText } = await import("./read-file-text.js");
		return readFileText(path, {
			folder,
			inside,
			most: SCORES_BYTES
		});
	};
}
function readReportIn(folder) {
	return async (path) => {
		const { readFileText } = await import("./read-file-text.js");
		return readFileText(path, {
			folder,
			inside: false,
			most: REPORT_BYTES
		});
	};
}

export { readReportIn as n, readFileIn as t };