// src/commands/exits.ts
const exits = {
	open: 0,
	closed: 1,
	input: 2,
	ours: 3
};

export { exits as t };