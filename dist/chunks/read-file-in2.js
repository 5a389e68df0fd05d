import "./rolldown-runtime.js";

// src/wire/read-file-in.ts
const SCORES_BYTES = 67108864;
const REPORT_BYTES = 536870912;
const WEB_BYTES = 104857600;
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
async function readWebReport(address, signal) {
	const { readWebText } = await import("./read-web-text.js");
	return readWebText(address, {
		most: WEB_BYTES,
		withinMs: 6e4,
		signal
	});
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

export { readReportIn as n, readWebReport as r, readFileIn as t };