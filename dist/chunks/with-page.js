import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/commands/with-page.ts
function withPage(options) {
	if (options.open !== true || options.html !== void 0) return options;
	return {
		...options,
		html: join(mkdtempSync(join(tmpdir(), "promptgate-")), "promptgate.html")
	};
}

export { withPage as t };