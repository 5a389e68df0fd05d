import { n as unsealed, t as createRowSeal } from "./row-seal2.js";

export { createRowSeal, unsealed };