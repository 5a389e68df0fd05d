import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

// src/wire/cache-folder.ts
function cacheFolder(env) {
	return join(usersCache(env), "promptgate");
}
function usersCache(env) {
	if (env["XDG_CACHE_HOME"] !== void 0 && env["XDG_CACHE_HOME"] !== "") return env["XDG_CACHE_HOME"];
	if (process.platform === "win32") return env["LOCALAPPDATA"] ?? tmpdir();
	return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}

export { cacheFolder as t };