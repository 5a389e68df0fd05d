/** An error as the API writes it. */
export function writeError(
  message: string,
  about: { readonly type?: string; readonly code?: string; readonly param?: string } = {},
): object {
  return {
    error: {
      message,
      type: about.type ?? 'invalid_request_error',
      param: about.param ?? null,
      code: about.code ?? null,
    },
  };
}
