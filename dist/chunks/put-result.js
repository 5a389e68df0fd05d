import "./rolldown-runtime.js";
import { n as inBreaths, t as CancelledError } from "./breathe.js";
import { t as exits } from "./exits.js";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
import { rm } from "node:fs/promises";

// src/wire/open-in-browser.ts
async function openInBrowser(path, say) {
	const { openFile } = await import("./open-file.js");
	const why = await openFile(path);
	if (why !== void 0) say(`The page could not be opened (${why}): open ${path} yourself.`);
}

// src/commands/put-result.ts
async function putResult({ files, text, faulty, open }, { write, say }, asked = {}, breathe = () => void 0) {
	try {
		for (const file of files) await putFile(file, breathe);
		await write(inBreaths(text, breathe));
	} catch (fault) {
		if (!(fault instanceof CancelledError)) throw fault;
		return exits.closed;
	}
	if (asked.open === true) {
		const page = files.find(({ path }) => path === asked.html);
		if (page !== void 0) await openInBrowser(page.path, say);
	}
	if (faulty) return exits.input;
	return open ? exits.open : exits.closed;
}
async function putFile({ path, text }, breathe) {
	try {
		await pipeline$1(Readable.from(inBreaths(text, breathe)), createWriteStream(path));
	} catch (fault) {
		if (fault instanceof CancelledError) await rm(path, { force: true });
		throw fault;
	}
}

export { putResult as t };