import { n as runReport, t as readSavedReport } from "./run-report2.js";

export { runReport };