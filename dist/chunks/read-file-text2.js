import "./rolldown-runtime.js";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { open, realpath, stat } from "node:fs/promises";

// src/hosts/workspace/read-file-text.ts
async function readFileText(path, { folder, inside, most }) {
	try {
		const real = await realpath(resolve(folder, path));
		if (inside && !isWithin(await realpath(folder), real)) return {
			kind: "refused",
			why: "it lies outside the workspace"
		};
		if (!(await stat(real)).isFile()) return {
			kind: "refused",
			why: "it is no file"
		};
		const file = await open(real, "r");
		try {
			const about = await file.stat();
			if (about.size > most) return {
				kind: "refused",
				why: `it has ${about.size} bytes, more than the ${most} that are read`
			};
			return {
				kind: "text",
				text: decode(await file.readFile())
			};
		} finally {
			await file.close();
		}
	} catch (fault) {
		const code = fault instanceof Error && "code" in fault ? String(fault.code) : "";
		if (code === "ENOENT" || code === "ENOTDIR") return { kind: "absent" };
		return {
			kind: "refused",
			why: fault instanceof Error ? fault.message : String(fault)
		};
	}
}
function isWithin(folder, path) {
	const way = relative(folder, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function decode(bytes) {
	const little = bytes[0] === 255 && bytes[1] === 254;
	return new TextDecoder(little ? "utf-16le" : "utf-8").decode(bytes);
}

export { readFileText as t };