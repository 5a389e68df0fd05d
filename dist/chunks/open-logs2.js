import { n as openLogs, t as findLogs } from "./open-logs.js";

export { openLogs };