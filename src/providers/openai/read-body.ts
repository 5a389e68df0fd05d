/** Most bytes of a response that are read: vectors of a large batch are the biggest honest ones. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Text of a response. @throws where the connection ends early, or it is larger than 64 MiB. */
export async function readBody(response: Response): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? '0');
  // A length that is announced is kept to by HTTP itself; without one (chunks), or packed, it has to be counted.
  if (announced > MOST_BYTES) throw tooLarge();
  const asAnnounced = announced > 0 && !response.headers.has('content-encoding');
  if (asAnnounced || response.body === null) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function tooLarge(): Error {
  return new Error('the answer is larger than 64 MiB');
}
