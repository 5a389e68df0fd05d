import "./sandbox-rolldown-runtime.js";
import "./sandbox-chunk-FGV2HSCH.js";
import { o as debugLog, t as QuickJSEmscriptenModuleError } from "./sandbox-chunk-V2S4ZYJR.js";
import { workerData } from "node:worker_threads";

// node_modules/@jitl/quickjs-singlefile-mjs-release-sync/dist/index.mjs
var src_default = {
	type: "sync",
	importFFI: () => import("./sandbox-ffi.js").then((mod) => mod.QuickJSFFI),
	importModuleLoader: () => import("./sandbox-emscripten-module-Q67P5WYC.js").then((mod) => mod.default)
};

// node_modules/quickjs-emscripten-core/dist/index.mjs
async function newQuickJSWASMModuleFromVariant(variantOrPromise) {
	let variant = smartUnwrap(await variantOrPromise), [wasmModuleLoader, QuickJSFFI, { QuickJSWASMModule: QuickJSWASMModule2 }] = await Promise.all([
		variant.importModuleLoader().then(smartUnwrap),
		variant.importFFI(),
		import("./sandbox-module-ES6BEMUI.js").then(smartUnwrap)
	]), wasmModule = await wasmModuleLoader();
	wasmModule.type = "sync";
	return new QuickJSWASMModule2(wasmModule, new QuickJSFFI(wasmModule));
}
function smartUnwrap(val) {
	return val && "default" in val && val.default ? val.default && "default" in val.default && val.default.default ? val.default.default : val.default : val;
}
function newVariant(baseVariant, options) {
	return {
		...baseVariant,
		async importModuleLoader() {
			let moduleLoader = smartUnwrap(await baseVariant.importModuleLoader());
			return async function() {
				let moduleLoaderArg = options.emscriptenModule ? { ...options.emscriptenModule } : {}, log = options.log ?? ((...args) => debugLog("newVariant moduleLoader:", ...args)), tapValue = (message, val) => (log(...message, val), val), force = (val) => typeof val == "function" ? val() : val;
				(options.wasmLocation || options.wasmSourceMapLocation || options.locateFile) && (moduleLoaderArg.locateFile = (fileName, relativeTo) => {
					let args = {
						fileName,
						relativeTo
					};
					if (fileName.endsWith(".wasm") && options.wasmLocation !== void 0) return tapValue(["locateFile .wasm: provide wasmLocation", args], options.wasmLocation);
					if (fileName.endsWith(".map")) {
						if (options.wasmSourceMapLocation !== void 0) return tapValue(["locateFile .map: provide wasmSourceMapLocation", args], options.wasmSourceMapLocation);
						if (options.wasmLocation && !options.locateFile) return tapValue(["locateFile .map: infer from wasmLocation", args], options.wasmLocation + ".map");
					}
					return options.locateFile ? tapValue(["locateFile: use provided fn", args], options.locateFile(fileName, relativeTo)) : tapValue(["locateFile: unhandled, passthrough", args], fileName);
				}), options.wasmBinary && (moduleLoaderArg.wasmBinary = await force(options.wasmBinary)), options.wasmMemory && (moduleLoaderArg.wasmMemory = await force(options.wasmMemory));
				let optionsWasmModule = options.wasmModule, modulePromise;
				optionsWasmModule && (moduleLoaderArg.instantiateWasm = async (imports, onSuccess) => {
					modulePromise ?? (modulePromise = Promise.resolve(force(optionsWasmModule)));
					let wasmModule = await modulePromise;
					if (!wasmModule) throw new QuickJSEmscriptenModuleError(`options.wasmModule returned ${String(wasmModule)}`);
					let instance = await WebAssembly.instantiate(wasmModule, imports);
					return onSuccess(instance), instance.exports;
				}), moduleLoaderArg.monitorRunDependencies = (left) => {
					log("monitorRunDependencies:", left);
				}, moduleLoaderArg.quickjsEmscriptenInit = () => newMockExtensions(log);
				let resultPromise = moduleLoader(moduleLoaderArg), extensions = moduleLoaderArg.quickjsEmscriptenInit?.(log);
				if (optionsWasmModule && extensions?.receiveWasmOffsetConverter && !extensions.existingWasmOffsetConverter) {
					let wasmBinary = await force(options.wasmBinary) ?? /* @__PURE__ */ new ArrayBuffer(0);
					modulePromise ?? (modulePromise = Promise.resolve(force(optionsWasmModule)));
					let wasmModule = await modulePromise;
					if (!wasmModule) throw new QuickJSEmscriptenModuleError(`options.wasmModule returned ${String(wasmModule)}`);
					extensions.receiveWasmOffsetConverter(wasmBinary, wasmModule);
				}
				if (extensions?.receiveSourceMapJSON) {
					let loadedSourceMapData = await force(options.wasmSourceMapData);
					typeof loadedSourceMapData == "string" ? extensions.receiveSourceMapJSON(JSON.parse(loadedSourceMapData)) : loadedSourceMapData ? extensions.receiveSourceMapJSON(loadedSourceMapData) : extensions.receiveSourceMapJSON({
						version: 3,
						names: [],
						sources: [],
						mappings: ""
					});
				}
				return resultPromise;
			};
		}
	};
}
function newMockExtensions(log) {
	let mockMessage = "mock called, emscripten module may not be initialized yet";
	return {
		mock: !0,
		removeRunDependency(name) {
			log(`${mockMessage}: removeRunDependency called:`, name);
		},
		receiveSourceMapJSON(data) {
			log(`${mockMessage}: receiveSourceMapJSON called:`, data);
		},
		WasmOffsetConverter: void 0,
		receiveWasmOffsetConverter(bytes, mod) {
			log(`${mockMessage}: receiveWasmOffsetConverter called:`, bytes, mod);
		}
	};
}

// src/sandbox/meter.ts
const MOST_INTERRUPTS = 1e4;
const MOST_CPU_MICROSECONDS = 1e6;
const LOOK_EVERY = 8;
function startMeter() {
	const started = computed();
	let interrupts = 0;
	return () => {
		interrupts++;
		if (interrupts > MOST_INTERRUPTS) return true;
		return interrupts % LOOK_EVERY === 0 && computed() - started > MOST_CPU_MICROSECONDS;
	};
}
function computed() {
	const { user, system } = "threadCpuUsage" in process ? process.threadCpuUsage() : cpuOfProcess();
	return user + system;
}
function cpuOfProcess() {
	return process.cpuUsage();
}

// src/sandbox/realm-source.ts
const driverSource = `(() => {
  const { parse, stringify } = JSON;
  const { defineProperty, freeze, getPrototypeOf } = Object;
  const { ownKeys, getOwnPropertyDescriptor } = Reflect;
  const isError = (value) => value instanceof Error;
  const quiet = () => {};
  globalThis.console = freeze({ log: quiet, info: quiet, warn: quiet, error: quiet, debug: quiet });
  const describe = (fault) => isError(fault)
    ? { name: String(fault.name), message: String(fault.message), stack: String(fault.stack) }
    : { name: '', message: typeof fault === 'string' ? fault : String(stringify(fault)), stack: '' };
  const settle = (box, value) => {
    try { box.text = stringify({ value }); } catch (fault) { box.text = stringify({ fault: describe(fault) }); }
  };
  const fail = (box, fault) => { box.text = stringify({ fault: describe(fault) }); };
  return {
    fill(make) {
      const module = { exports: {} };
      const refuse = (name) => { throw new Error('it loads ' + name + ', and nothing can be loaded in the sandbox'); };
      make(module, module.exports, refuse);
      return module.exports;
    },
    pick(loaded, name) {
      if (name !== '') return loaded?.[name];
      return typeof loaded === 'function' ? loaded : loaded?.default;
    },
    call(target, args) {
      const box = { text: '' };
      try {
        const value = target(...parse(args));
        if (typeof value?.then === 'function') {
          Promise.resolve(value).then((held) => settle(box, held), (fault) => fail(box, fault));
        } else settle(box, value);
      } catch (fault) { fail(box, fault); }
      return box;
    },
    read: (box) => box.text,
    /** Hides the library from all but the script that took hold of it, and holds all else still. */
    close(library) {
      delete globalThis[library];
      // Libraries name what they throw, which a prototype that is held still would not let them.
      for (const key of ['name', 'message']) {
        const set = function (value) { defineProperty(this, key, { value, writable: true, configurable: true }); };
        defineProperty(Error.prototype, key, { get: () => (key === 'name' ? 'Error' : ''), set });
      }
      const seen = new Set();
      const waiting = [globalThis, (function* () {})(), (async () => {})(), ''[Symbol.iterator](), [][Symbol.iterator](), new Map().keys(), new Set().keys()];
      while (waiting.length > 0) {
        const value = waiting.pop();
        if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value)) continue;
        seen.add(value);
        waiting.push(getPrototypeOf(value));
        for (const key of ownKeys(value)) {
          const { value: held, get, set } = getOwnPropertyDescriptor(value, key);
          waiting.push(held, get, set);
        }
        freeze(value);
      }
    },
  };
})()`;
function wrapModule(source) {
	return `(function (module, exports, require) {${source}\n})`;
}

// src/sandbox/realm.ts
const STACK_BYTES = 1048576;
const SCRIPT = "script";
function openRealm(quickjs, script, library = "") {
	const runtime = quickjs.newRuntime();
	runtime.setMaxStackSize(STACK_BYTES);
	let meter = () => false;
	runtime.setInterruptHandler(() => meter());
	const context = runtime.newContext();
	const held = [];
	const hold = (handle) => {
		held.push(handle);
		return handle;
	};
	const close = () => {
		for (const handle of held) if (handle.alive) handle.dispose();
		context.dispose();
		runtime.dispose();
	};
	const driver = hold(context.unwrapResult(context.evalCode(driverSource, "driver")));
	const drive = (name, ...given) => {
		const method = hold(context.getProp(driver, name));
		const result = context.callFunction(method, context.undefined, ...given);
		return result.error === void 0 ? hold(result.value) : failureOf(context, hold(result.error));
	};
	if (script.library !== void 0) hold(context.unwrapResult(context.evalCode(library, script.library)));
	meter = startMeter();
	const target = load(context, script, drive, hold);
	if ("kind" in target) {
		close();
		return target;
	}
	if (script.library !== void 0) {
		const [global = ""] = script.library.split("/");
		drive("close", hold(context.newString(global)));
	}
	return {
		close,
		call(args) {
			meter = startMeter();
			const before = held.length;
			const result = callTarget(context, drive, target, hold(context.newString(args)));
			for (const handle of held.splice(before)) handle.dispose();
			return result;
		}
	};
}
function load(context, { form, source, exported = "" }, drive, hold) {
	const module = form === "file" && /^[ \t]*(?:export|import)\b/mu.test(source);
	const text = form === "function" ? `(${source}\n)` : module ? source : wrapModule(source);
	const result = context.evalCode(text, SCRIPT, { type: module ? "module" : "global" });
	if (result.error !== void 0) return failureOf(context, hold(result.error), "syntax");
	const evaluated = hold(result.value);
	const loaded = form === "file" && !module ? drive("fill", evaluated) : settled(context, evaluated, hold);
	if ("kind" in loaded) return loaded;
	const target = form === "function" ? loaded : drive("pick", loaded, hold(context.newString(exported)));
	if ("kind" in target || context.typeof(target) === "function") return target;
	return {
		kind: "failed",
		cause: "error",
		why: exported === "" ? "it is no function and exports none" : `it exports no function \`${exported}\``
	};
}
function settled(context, evaluated, hold) {
	context.runtime.executePendingJobs();
	const state = context.getPromiseState(evaluated);
	if (state.type === "pending") return waitsForever;
	if (state.type === "rejected") return failureOf(context, hold(state.error));
	return state.notAPromise === true ? evaluated : hold(state.value);
}
function callTarget(context, drive, target, args) {
	const box = drive("call", target, args);
	if ("kind" in box) return box;
	const jobs = context.runtime.executePendingJobs();
	if (jobs.error !== void 0) {
		const failed = failureOf(context, jobs.error);
		jobs.error.dispose();
		return failed;
	}
	const text = drive("read", box);
	if ("kind" in text) return text;
	const written = context.getString(text);
	if (written === "") return waitsForever;
	const { value, fault } = JSON.parse(written);
	return fault === void 0 ? {
		kind: "value",
		value
	} : wordFault(fault);
}
const waitsForever = {
	kind: "failed",
	cause: "error",
	why: "it waits for something that never comes"
};
function failureOf(context, error, cause) {
	const told = context.dump(error);
	const read = (key) => {
		const held = typeof told === "object" && told !== null ? Reflect.get(told, key) : void 0;
		return typeof held === "string" ? held : "";
	};
	const fault = {
		name: read("name"),
		message: read("message"),
		stack: read("stack")
	};
	if (fault.name === "") return wordFault({
		...fault,
		message: fault.message || (JSON.stringify(told) ?? "nothing")
	});
	return wordFault(fault, fault.name === "SyntaxError" ? cause : void 0);
}
function wordFault({ name, message, stack }, cause = "error") {
	if (name === "" && message === "null") return {
		kind: "failed",
		cause: "memory",
		why: "it ran out of memory"
	};
	if (name === "InternalError") {
		if (message === "interrupted") return {
			kind: "failed",
			cause: "time",
			why: "it took longer than a second"
		};
		if (/^(?:out of memory|string too long)$/u.test(message)) return {
			kind: "failed",
			cause: "memory",
			why: "it needed more than 64 MB of memory"
		};
		if (message === "stack overflow") return {
			kind: "failed",
			cause: "memory",
			why: "it calls itself too deeply"
		};
	}
	const line = /\bscript:(\d+)/u.exec(stack)?.[1];
	return {
		kind: "failed",
		cause,
		why: name === "" || name === "Error" ? message : `${name}: ${message}`,
		...line !== void 0 && { line: Number(line) }
	};
}

// src/sandbox/load-interpreter.ts
const KEPT_REALMS = 4;
const PAGE_BYTES = 65536;
const memory = {
	initial: 16777216 / PAGE_BYTES,
	maximum: 67108864 / PAGE_BYTES
};
async function loadInterpreter() {
	const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(src_default, { wasmMemory: new WebAssembly.Memory(memory) }));
	const kept = /* @__PURE__ */ new Map();
	const open = (script, library) => {
		const key = script.library === void 0 ? void 0 : JSON.stringify([
			script.library,
			script.form,
			script.exported,
			script.source
		]);
		const realm = (key === void 0 ? void 0 : kept.get(key)) ?? openRealm(quickjs, script, library);
		if (key === void 0 || "kind" in realm) return realm;
		kept.delete(key);
		kept.set(key, realm);
		const [oldest] = kept;
		if (oldest !== void 0 && kept.size > KEPT_REALMS) {
			kept.delete(oldest[0]);
			oldest[1].close();
		}
		return realm;
	};
	return { run({ script, args }, library) {
		const before = kept.size;
		try {
			const realm = open(script, library);
			const result = "kind" in realm ? realm : realm.call(args);
			if (result.kind === "failed" && (result.cause === "time" || result.cause === "memory")) return {
				kind: "lost",
				failed: result,
				again: result.cause === "memory" && before > 0
			};
			if (!("kind" in realm) && script.library === void 0) realm.close();
			return result;
		} catch (fault) {
			return {
				kind: "lost",
				failed: wordLoss(fault),
				again: false
			};
		}
	} };
}
function wordLoss(fault) {
	if (fault instanceof RangeError && /call stack/u.test(fault.message)) return {
		kind: "failed",
		cause: "memory",
		why: "it nests too deeply"
	};
	return {
		kind: "failed",
		cause: "error",
		why: `the sandbox broke: ${fault instanceof Error ? fault.message : String(fault)}`
	};
}

// src/sandbox/load-library.ts
const texts = {
	"nunjucks": () => import("./sandbox-library-nunjucks.js"),
	"dotprompt": () => import("./sandbox-library-dotprompt.js"),
	"sql/athena": () => import("./sandbox-library-sql-athena.js"),
	"sql/bigquery": () => import("./sandbox-library-sql-bigquery.js"),
	"sql/db2": () => import("./sandbox-library-sql-db2.js"),
	"sql/flinksql": () => import("./sandbox-library-sql-flinksql.js"),
	"sql/hive": () => import("./sandbox-library-sql-hive.js"),
	"sql/mariadb": () => import("./sandbox-library-sql-mariadb.js"),
	"sql/mysql": () => import("./sandbox-library-sql-mysql.js"),
	"sql/noql": () => import("./sandbox-library-sql-noql.js"),
	"sql/postgresql": () => import("./sandbox-library-sql-postgresql.js"),
	"sql/redshift": () => import("./sandbox-library-sql-redshift.js"),
	"sql/snowflake": () => import("./sandbox-library-sql-snowflake.js"),
	"sql/sqlite": () => import("./sandbox-library-sql-sqlite.js"),
	"sql/transactsql": () => import("./sandbox-library-sql-transactsql.js"),
	"sql/trino": () => import("./sandbox-library-sql-trino.js")
};
async function loadLibrary(name) {
	return (await texts[name]()).default;
}

// src/sandbox/sandbox-worker.ts
const { port, answered } = workerData;
function answer(result) {
	port.postMessage(result);
	Atomics.add(answered, 0, 1);
	Atomics.notify(answered, 0);
}
try {
	let interpreter = await loadInterpreter();
	let turn = Promise.resolve();
	port.on("message", (request) => {
		turn = turn.then(async () => {
			const name = request.script.library;
			const library = name === void 0 ? void 0 : await loadLibrary(name);
			let result = interpreter.run(request, library);
			if (result.kind === "lost") {
				interpreter = await loadInterpreter();
				if (result.again) result = interpreter.run(request, library);
			}
			answer(result.kind === "lost" ? result.failed : result);
		});
	});
	answer({ kind: "ready" });
} catch (fault) {
	answer({
		kind: "broken",
		why: fault instanceof Error ? fault.message : String(fault)
	});
}

export {  };