/** The build of bottleneck that the throttling plugin itself loads: without Redis, and without types of its own. */
declare module 'bottleneck/light.js' {
  import type Bottleneck from 'bottleneck';

  const light: typeof Bottleneck;
  export default light;
}
