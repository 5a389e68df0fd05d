/** Exit statuses: the gate is open, a verdict closed it, the input is at fault, or we are. */
export const exits = { open: 0, closed: 1, input: 2, ours: 3 } as const;
