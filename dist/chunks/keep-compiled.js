import { n as keepCompiled, t as cacheFolder } from "./keep-compiled2.js";

export { keepCompiled };