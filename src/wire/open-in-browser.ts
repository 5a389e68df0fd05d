/** Opens a file in this machine's browser. @param say tells where it could not be */
export async function openInBrowser(path: string, say: (line: string) => void): Promise<void> {
  const { openFile } = await import('../hosts/terminal/open-file.ts');
  const why = await openFile(path);
  if (why !== undefined) say(`The page could not be opened (${why}): open ${path} yourself.`);
}
