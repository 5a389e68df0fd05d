import { n as unsteadyCases, r as writeTerminal, t as modelsOf } from "./terminal.js";

export { writeTerminal };