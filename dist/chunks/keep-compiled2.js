import "./rolldown-runtime.js";
import module from "node:module";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

// src/wire/keep-compiled.ts
function keepCompiled() {
	module.enableCompileCache(join(cacheFolder(process.env), "compiled"));
}
function cacheFolder(env) {
	return join(usersCache(env), "promptgate");
}
function usersCache(env) {
	if (env["XDG_CACHE_HOME"] !== void 0 && env["XDG_CACHE_HOME"] !== "") return env["XDG_CACHE_HOME"];
	if (process.platform === "win32") return env["LOCALAPPDATA"] ?? tmpdir();
	return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}

export { keepCompiled as n, cacheFolder as t };