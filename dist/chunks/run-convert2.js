import { n as wordUnwritten, t as runConvert } from "./run-convert.js";

export { runConvert };