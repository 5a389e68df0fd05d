import { dirname } from "node:path";
import { mkdir, writeFile } from "node:fs/promises";

// src/commands/write-new.ts
async function writeNew(path, text) {
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(path, text, { flag: "wx" });
		return true;
	} catch (fault) {
		if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") return false;
		throw fault;
	}
}

export { writeNew as t };