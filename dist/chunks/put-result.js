import { t as exits } from "./exits.js";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

// src/commands/put-result.ts
async function putResult({ files, text, faulty, open }, { write }) {
	for (const file of files) await pipeline(Readable.from(file.text), createWriteStream(file.path));
	await write(text);
	if (faulty) return exits.input;
	return open ? exits.open : exits.closed;
}

export { putResult as t };