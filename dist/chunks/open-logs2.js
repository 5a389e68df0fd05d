import { t as openLogs } from "./open-logs.js";

export { openLogs };