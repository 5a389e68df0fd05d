import "./rolldown-runtime.js";
import { t as cacheFolder } from "./cache-folder.js";
import module from "node:module";
import { join } from "node:path";

// src/wire/keep-compiled.ts
function keepCompiled() {
	module.enableCompileCache(join(cacheFolder(process.env), "compiled"));
}

export { keepCompiled };