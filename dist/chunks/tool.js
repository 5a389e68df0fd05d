// src/wire/tool.ts
const tool = {
	name: "promptgate",
	version: "0.1.0"
};

export { tool as t };