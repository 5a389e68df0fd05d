import { n as readReportIn, r as readWebReport, t as readFileIn } from "./read-file-in2.js";

export { readFileIn };