import { runDemo } from '../embedded/demo/run-demo.ts';

/** The demo, with everything it embeds. */
export function wireDemo(): typeof runDemo {
  return runDemo;
}
