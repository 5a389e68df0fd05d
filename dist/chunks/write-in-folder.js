import { n as writeNewIn, t as writeInFolder } from "./write-in-folder2.js";

export { writeInFolder };