/** Messages of a simulated user where a case does not say. */
export const usualTurns = 5;

/** A conversation that a model is to hold with the prompt under test, playing the user. The same on both sides. */
export type Scenario = {
  /** Who the user is and how they behave, in words. */
  readonly persona: string;
  /** What the user wants to reach, in words. */
  readonly goal: string;
  /** Most messages the simulated user writes; 1 or more. */
  readonly turns: number;
};
