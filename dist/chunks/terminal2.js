import { t as writeTerminal } from "./terminal.js";

export { writeTerminal };