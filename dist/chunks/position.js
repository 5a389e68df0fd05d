// src/core/position.ts
function showPosition(at) {
	return [
		at.file,
		at.line,
		at.column
	].filter((part) => part !== void 0).join(":");
}

export { showPosition as t };