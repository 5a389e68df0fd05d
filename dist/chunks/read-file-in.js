// src/wire/read-file-in.ts
const SCORES_BYTES = 67108864;
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

export { readFileIn as t };