import "./sandbox-rolldown-runtime.js";
import { a as applyModuleEvalRuntimeOptions, i as applyBaseRuntimeOptions, n as QuickJSModuleCallbacks, r as QuickJSWASMModule } from "./sandbox-chunk-V2S4ZYJR.js";

export { QuickJSModuleCallbacks, QuickJSWASMModule, applyBaseRuntimeOptions, applyModuleEvalRuntimeOptions };