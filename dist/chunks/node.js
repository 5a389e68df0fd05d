import "./rolldown-runtime.js";
import * as fs from "node:fs";
import "node:os";
import * as path from "node:path";
import "node:stream";
import "node:util";
import "node:crypto";
import "node:child_process";

export { fs, path };