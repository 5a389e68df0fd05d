import { n as writeNew, t as runConvert } from "./run-convert.js";

export { runConvert };