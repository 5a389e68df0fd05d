import { render } from 'preact';
import { App } from './app.tsx';
import { openData } from './open-data.ts';

/** Takes the place of the static cards once the data is there; until then, and where it cannot be read, they stand. */
async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (place === null || !('DecompressionStream' in window)) return;
  const store = await openData();
  render(<App store={store} />, place);
}

void start();
