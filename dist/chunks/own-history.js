import { t as cacheFolder } from "./keep-compiled2.js";
import { join } from "node:path";
import { createHash } from "node:crypto";

// src/wire/own-history.ts
function ownHistory(kind, folder) {
	const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
	return join(cacheFolder(process.env), kind, `${name}.ndjson`);
}

export { ownHistory as t };