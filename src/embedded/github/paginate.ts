export type Page = { readonly items: readonly unknown[]; readonly link?: string };

/** One page of a list and the `Link` header that leads on, as GitHub cuts them: 30 items, at most 100. @param address of the request, without its query */
export function paginate(items: readonly unknown[], query: Readonly<Record<string, string>>, address: string): Page {
  const perPage = Math.min(100, Math.max(1, Number(query.per_page ?? 30)));
  const page = Math.max(1, Number(query.page ?? 1));
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const to = (number: number, name: string): string =>
    `<${address}?${new URLSearchParams({ ...query, page: String(number) })}>; rel="${name}"`;
  const links = [
    ...(page > 1 ? [to(page - 1, 'prev'), to(1, 'first')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
  ];
  const shown = items.slice((page - 1) * perPage, page * perPage);
  return links.length === 0 ? { items: shown } : { items: shown, link: links.join(', ') };
}
