import { expect, it } from 'vitest';
import { cleanEnvironment } from '../../../src/hosts/scorer/clean-environment.ts';

it('the environment of a scorer holds no key, and no folder of the checkout', () => {
  const given = {
    PATH: '/work/shop/node_modules/.bin:/usr/bin::.:/work/shopping/bin',
    PYTHONPATH: '/work/shop/lib',
    VIRTUAL_ENV: '/work/shop/.venv',
    HOME: '/root',
    OPENAI_API_KEY: 'sk',
    'INPUT_API-KEY': 'sk',
  };
  expect(cleanEnvironment(given, '/work/shop')).toEqual({ PATH: '/usr/bin:/work/shopping/bin', HOME: '/root' });
  expect(cleanEnvironment(given)).toMatchObject({ PYTHONPATH: '/work/shop/lib' });
});
